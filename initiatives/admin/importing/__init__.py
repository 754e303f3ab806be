"""Uploaded tables: opened without trust, read by asking where a cell can mean two things, and stored through the record's writer."""
