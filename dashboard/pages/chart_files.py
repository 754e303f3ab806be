"""The downloads that the page of a chart offers: the row of formats, and pictures cut otherwise; knows no rows."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from dashboard.exports.looks import SCALES, SHAPES
from dashboard.filters import Filters
from dashboard.pages import links

ROW: Final = (("png", "PNG"), ("svg", "SVG"), ("pdf", "PDF"), ("pptx", "PowerPoint"), ("xlsx", "Excel"), ("csv", "CSV"), ("json", "JSON"))
TABLES: Final = (("xlsx", "Excel"), ("csv", "CSV"), ("json", "JSON"))
CUT: Final = (("png", "PNG"), ("svg", "SVG"), ("pdf", "PDF"))


@dataclass(frozen=True, slots=True)
class Offer:
    """One file: its word, and where it is."""

    words: str
    address: str


def row(filters: Filters, slug: str) -> tuple[Offer, ...]:
    """Every format of a chart with the filters of the page."""
    return tuple(Offer(words, file(filters, slug, extension)) for extension, words in ROW)


def tables(filters: Filters, slug: str) -> tuple[Offer, ...]:
    """The formats that hold its figures."""
    return tuple(Offer(words, file(filters, slug, extension)) for extension, words in TABLES)


def cuts(filters: Filters, slug: str) -> tuple[tuple[str, tuple[Offer, ...]], ...]:
    """Pictures in other sizes: words for each, and its files."""
    sharper = tuple(Offer(f"{scale}×", file(filters, slug, "png", scale=str(scale))) for scale in SCALES)
    shaped = (
        (shape.words, tuple(Offer(words, file(filters, slug, extension, format=name)) for extension, words in CUT)) for name, shape in SHAPES.items()
    )
    return (("PNG at", sharper), *shaped)


def file(filters: Filters, slug: str, extension: str, **look: str) -> str:
    """The address of one file; `look` is `format` or `scale` of a picture."""
    address = links.to("chart-file", filters, slug, extension, keep="all", view=None)
    if not look:
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode(look)}"
