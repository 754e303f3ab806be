"""A printed document as its reader hands it over; must not know how a PDF is opened."""

from dataclasses import dataclass
from typing import NamedTuple


class PrintedPiece(NamedTuple):
    """A run of text at its place: points from the lower left corner of the page, and the size of its letters."""

    x: float
    y: float
    size: float
    text: str

    @property
    def end(self) -> float:
        """About where it ends: letters are half as wide as they are high, on the average of a line."""
        return self.x + len(self.text) * self.size / 2


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One page: its width in points, and its pieces in the order in which they were drawn."""

    width: float
    pieces: tuple[PrintedPiece, ...]


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """All pages, with what the document says of itself; `created` is a day."""

    pages: tuple[PrintedPage, ...]
    title: str | None = None
    author: str | None = None
    created: str | None = None
