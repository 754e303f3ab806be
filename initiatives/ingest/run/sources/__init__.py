"""Watches sources: adds them, visits those that are due, takes new items in, and says how each one does."""

from initiatives.ingest.run.sources.adding import add_source, look_now, switch_source
from initiatives.ingest.run.sources.claiming import due_sources
from initiatives.ingest.run.sources.health import SourceHealth, source_health, sources_health
from initiatives.ingest.run.sources.lists import ListRead, load_starting_list, read_opml, write_opml
from initiatives.ingest.run.sources.taking import Visited
from initiatives.ingest.run.sources.visiting import visit_source

__all__ = [
    "ListRead",
    "SourceHealth",
    "Visited",
    "add_source",
    "due_sources",
    "load_starting_list",
    "look_now",
    "read_opml",
    "source_health",
    "sources_health",
    "switch_source",
    "visit_source",
    "write_opml",
]
