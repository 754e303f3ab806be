"""Puts right what the record says: one published row in a form, with what it does to the totals shown before."""
