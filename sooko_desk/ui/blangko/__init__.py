"""Ctrl+N: slips of the power-cut pad."""
