"""Writes everything derived from the recorded tables: counts, rates and search columns; records nothing itself."""

from initiatives.recount.everything import Moved, recount_all
from initiatives.recount.families import recount_families
from initiatives.recount.search import recount_search
from initiatives.recount.snapshots import conversions_into, snapshot_as_of

__all__ = ["Moved", "conversions_into", "recount_all", "recount_families", "recount_search", "snapshot_as_of"]
