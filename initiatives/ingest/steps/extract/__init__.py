"""Turns what was fetched into an article, or into the reason why there is none; must not know the network, a clock or the record."""

from initiatives.ingest.steps.extract.article import Fetched, extract

__all__ = ["Fetched", "extract"]
