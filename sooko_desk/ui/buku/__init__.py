"""The window that prints a register book: which pages, how far it is, and the way to stop it."""
