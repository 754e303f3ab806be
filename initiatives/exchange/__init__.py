"""Reads and writes the record's exchange format: JSON Lines of initiatives, and a table of organizations."""
