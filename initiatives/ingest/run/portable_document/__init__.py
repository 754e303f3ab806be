"""Reads PDF files in a process of their own; must not know what an article is."""

from initiatives.ingest.run.portable_document.reading import Limits, is_portable_document, read

__all__ = ["Limits", "is_portable_document", "read"]
