"""The line from an article to a draft; only its shell knows the database, and only its one door the network."""
