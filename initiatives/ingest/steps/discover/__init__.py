"""Finds what there is to read: items of feeds, site maps, pages and lists of sources; must not know the network, a clock or the record."""

from initiatives.ingest.steps.discover.identity import address_hash
from initiatives.ingest.steps.discover.interval import next_wait, wait_after_failure
from initiatives.ingest.steps.discover.item import item_of
from initiatives.ingest.steps.discover.opml import HostileList, Outline, Outlines, read_outlines, write_outlines
from initiatives.ingest.steps.discover.reading import Answered, read

__all__ = [
    "Answered",
    "HostileList",
    "Outline",
    "Outlines",
    "address_hash",
    "item_of",
    "next_wait",
    "read",
    "read_outlines",
    "wait_after_failure",
    "write_outlines",
]
