"""A chart as a template shows it: its drawings at two widths, its key, the line under it and its words for a screen reader; knows no rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe

from dashboard.charts import NARROW, AnyChart, Sentence
from dashboard.figures.key import KeyItem
from dashboard.filters import Filters

THUMB: Final = 378  # pixels: four of twelve columns


@dataclass(frozen=True, slots=True)
class Legend:
    """One entry of a key: its mark, its words, and the query that leaves only what it names, or takes that filter away where it is `chosen`."""

    name: str
    mark: SafeString
    words: str
    query: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """One chart ready for a template. The SVGs are made by `dashboard.figures.drawing`, which escapes every text."""

    chart: AnyChart
    question: str
    wide: SafeString
    narrow: SafeString
    key: tuple[Legend, ...]
    under: Sentence
    summary: str


def whole(chart: AnyChart, rows: Sequence[Any], filters: Filters, prefix: str = "") -> Drawn:
    """The chart as its own page shows it."""
    drawings = chart.drawings(rows, filters, prefix)
    return drawn(chart, rows, filters, drawings.wide, drawings.narrow, prefix)


def small(chart: AnyChart, rows: Sequence[Any], filters: Filters, width: int, prefix: str) -> Drawn:
    """The chart at a width of its own, and for a phone."""
    wide = chart.thumb(rows, filters, width, prefix)
    narrow = "" if chart.height_follows_width else chart.thumb(rows, filters, NARROW, f"{prefix}narrow-")
    return drawn(chart, rows, filters, wide, narrow, prefix)


def at_width(chart: AnyChart, rows: Sequence[Any], filters: Filters, width: int) -> SafeString:
    """The drawing alone at a width of its own; nothing where one size serves every width."""
    return trusted("" if chart.height_follows_width else chart.thumb(rows, filters, width, f"{width}-"))


def thumb(chart: AnyChart, rows: Sequence[Any], filters: Filters) -> Drawn:
    """The chart in a gallery, one width for all screens."""
    return drawn(chart, rows, filters, chart.thumb(rows, filters, THUMB, linked=False), "", "thumb-")


def drawn(chart: AnyChart, rows: Sequence[Any], filters: Filters, wide: str, narrow: str, prefix: str) -> Drawn:
    """Drawings with their key and words."""
    key = tuple(legend(item, f"{prefix}{chart.slug}-key-{place}", filters) for place, item in enumerate(chart.key(rows, filters)))
    return Drawn(chart, chart.question(filters), trusted(wide), trusted(narrow), key, chart.under(rows, filters), chart.summary(rows, filters))


def legend(item: KeyItem, name: str, filters: Filters) -> Legend:
    """An entry of the key; a link where a filter can leave only what it names."""
    mark = trusted(item.mark(name))
    if item.narrows is None:
        return Legend(name, mark, item.words)
    field, value = item.narrows
    return Legend(name, mark, item.words, f"?{filters.toggled(field, value)}", chosen=value in filters.values(field))


def trusted(svg: str) -> SafeString:
    """An SVG of our own making, whose texts are escaped where it is drawn."""
    return mark_safe(svg)
