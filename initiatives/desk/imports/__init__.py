"""Spreadsheets taken in as a whole, with everything wrong shown before anything is stored."""
