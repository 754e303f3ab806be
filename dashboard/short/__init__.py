"""Short forms of our own addresses, for files, pictures, slides and citations, which lead on for ever; must not know what stands there."""

from dashboard.short.addresses import found, kept, shortened

__all__ = ["found", "kept", "shortened"]
