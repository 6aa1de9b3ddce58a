"""The widgets that every tab is built from, one module a widget. Import from the modules."""
