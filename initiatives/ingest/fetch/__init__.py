"""The one door to the network: robots first, one request a host at a time, public addresses alone; must not know what becomes of the bytes."""

from initiatives.ingest.fetch.door import fetch
from initiatives.ingest.fetch.values import Failure, Fetched, Known, Rules, rules_from

__all__ = ["Failure", "Fetched", "Known", "Rules", "fetch", "rules_from"]
