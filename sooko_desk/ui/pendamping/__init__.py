"""F4: the strip beside SIAK that copies one value after the other, and the clipboard's guard."""
