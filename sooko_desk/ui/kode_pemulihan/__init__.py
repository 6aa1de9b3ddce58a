"""The recovery code: made, put on paper, typed back, tried once a year."""
