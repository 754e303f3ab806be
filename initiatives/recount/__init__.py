"""Writes everything derived from the recorded tables: counts, rates and search columns; records nothing itself."""

from initiatives.recount.everything import Moved, recount_all
from initiatives.recount.families import recount_families
from initiatives.recount.search import recount_search

__all__ = ["Moved", "recount_all", "recount_families", "recount_search"]
