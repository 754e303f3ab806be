"""Direct and reported speech with speaker, title, affiliation and place; must not know the initiative's record."""

from initiatives.ingest.steps.understand.quotes.claims import find_quotes

__all__ = ["find_quotes"]
