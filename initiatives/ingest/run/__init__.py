"""The shell of the line: hands an article in, claims it, calls the pure steps and saves; a failure becomes a stored value and the next article goes on."""

from initiatives.ingest.run.hand_in import HandInError, hand_in_address, hand_in_file
from initiatives.ingest.run.read import fetch, understand
from initiatives.ingest.run.work import lost, ring_again

__all__ = ["HandInError", "fetch", "hand_in_address", "hand_in_file", "lost", "ring_again", "understand"]
