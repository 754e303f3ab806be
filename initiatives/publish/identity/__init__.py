"""Merges, splits and renames organizations and initiatives: one edition each, with history, a recount, and everything that pointed to either."""
