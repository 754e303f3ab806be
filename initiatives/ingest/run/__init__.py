"""The shell of the line: takes an article in, claims it, calls the pure steps and saves; a failure is stored in words and the next goes on."""

from initiatives.ingest.run.hand_in import LARGEST_FILE_BYTES, HandInError, hand_in_address, hand_in_file
from initiatives.ingest.run.read import fetch, understand
from initiatives.ingest.run.work import can_be_tried, lost, put_away, ring_again, wait_again

__all__ = [
    "LARGEST_FILE_BYTES",
    "HandInError",
    "can_be_tried",
    "fetch",
    "hand_in_address",
    "hand_in_file",
    "lost",
    "put_away",
    "ring_again",
    "understand",
    "wait_again",
]
