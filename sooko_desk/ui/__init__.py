"""The window: words, fields and keys. Knows neither SQL nor rules."""
