"""Spreadsheets from colleagues: opened without trust, read by asking where a cell can mean two things, checked as a whole with everything that is
wrong, and stored as one step of the record; desk and administration share it, and it knows neither."""
