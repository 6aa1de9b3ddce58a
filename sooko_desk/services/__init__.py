"""One use case a function: rights, rules and the order of things."""
