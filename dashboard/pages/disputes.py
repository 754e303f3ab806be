"""Figures that contradict each other, in sentences; knows no requests."""

from collections.abc import Sequence

from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.pages.words import Part, Sentence
from dashboard.queries.disputed_figures import DisputedFigure
from initiatives import formats


def told(found: Sequence[DisputedFigure], filters: Filters, most: int) -> list[Sentence]:
    """The first of them, one sentence each."""
    return [sentence(one, filters) for one in found[:most]]


def sentence(one: DisputedFigure, filters: Filters) -> Sentence:
    """`AI for All: its parts add up to CA$2.75 bn, CA$450 m more than the CA$2.3 bn published for the whole.`"""
    name = Part(one.initiative, f"{links.to('initiative', filters, one.slug)}#{one.anchor}")
    whole = formats.published(one.amount, one.currency)
    if one.excess:
        more, held = formats.money(one.excess, one.currency), formats.money(one.held, one.currency)
        return name, Part(f": its parts add up to {held}, {more} more than the {whole} published for the whole. They are counted as the parts say.")
    return name, Part(f": {one.rivals} newer figures each replace its {whole}; the later counts.")


def heading(found: Sequence[DisputedFigure]) -> str:
    """`5 envelopes are smaller than the parts that are published of them`."""
    number = len(found)
    return f"{formats.counted(number, 'sum contradicts', 'sums contradict')} what is published beside {'it' if number == 1 else 'them'}"
