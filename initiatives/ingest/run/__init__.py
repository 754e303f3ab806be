"""The shell of the line: takes an article in, claims it, calls the pure steps and saves; a failure is stored in words and the next goes on."""

from initiatives.ingest.run.hand_in import LARGEST_FILE_BYTES, HandInError, hand_in_address, hand_in_file
from initiatives.ingest.run.read import fetch, understand
from initiatives.ingest.run.sources import (
    ListRead,
    SourceHealth,
    Visited,
    add_source,
    due_sources,
    load_starting_list,
    look_now,
    read_opml,
    source_health,
    sources_health,
    switch_source,
    visit_source,
    write_opml,
)
from initiatives.ingest.run.work import can_be_tried, lost, put_away, ring_again, wait_again

__all__ = [
    "LARGEST_FILE_BYTES",
    "HandInError",
    "ListRead",
    "SourceHealth",
    "Visited",
    "add_source",
    "can_be_tried",
    "due_sources",
    "fetch",
    "hand_in_address",
    "hand_in_file",
    "load_starting_list",
    "look_now",
    "lost",
    "put_away",
    "read_opml",
    "ring_again",
    "source_health",
    "sources_health",
    "switch_source",
    "understand",
    "visit_source",
    "wait_again",
    "write_opml",
]
