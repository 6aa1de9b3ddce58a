"""What the office knows: values and rules, with no files, no database and no Qt."""
