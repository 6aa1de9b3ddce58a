"""The encrypted register file: tables, named reads and flat units of work."""
