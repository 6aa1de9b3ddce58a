"""Stored data to PDF bytes, one module a document. Knows neither store nor clock."""
