"""Restoring the register, step by step, in place of the main window."""
