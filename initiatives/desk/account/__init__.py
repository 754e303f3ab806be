"""A person's own account: the password and the second factor."""
