"""Turns what was fetched into an article, or into the reason why there is none; must not know the network, a clock or the record."""

from initiatives.ingest.steps.extract.article import extract, extract_printed
from initiatives.ingest.steps.extract.fetched import Fetched
from initiatives.ingest.steps.extract.languages import identify, written_in
from initiatives.ingest.steps.extract.printed import PrintedDocument, PrintedPage, PrintedPiece

__all__ = ["Fetched", "PrintedDocument", "PrintedPage", "PrintedPiece", "extract", "extract_printed", "identify", "written_in"]
