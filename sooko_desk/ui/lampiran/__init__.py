"""Scans of the papers of a case: seen, added, taken off, copied for an upload."""
