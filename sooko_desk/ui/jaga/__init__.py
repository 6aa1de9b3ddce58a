"""The window that guards the register: is everything whole, and is there a second copy."""
