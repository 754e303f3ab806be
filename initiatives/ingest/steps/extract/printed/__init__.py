"""Turns the pages of a printed document into title and text; must not know how a PDF is opened."""

from initiatives.ingest.steps.extract.printed.reading import Printed, printed
from initiatives.ingest.steps.extract.printed.values import PrintedDocument, PrintedPage, PrintedPiece

__all__ = ["Printed", "PrintedDocument", "PrintedPage", "PrintedPiece", "printed"]
