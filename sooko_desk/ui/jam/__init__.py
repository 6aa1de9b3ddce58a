"""The question about the PC's clock, and who asks it."""
