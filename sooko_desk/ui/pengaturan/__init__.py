"""F10: what the office sets inside the program, one module a tab."""
