"""What several owners share, in a sentence: how much, which initiatives, and on whose pages they are shown; knows no requests."""

from collections.abc import Sequence
from typing import Final

from dashboard.charts.parts import in_sentence
from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.pages.statements import summed
from dashboard.pages.words import Part, Sentence
from dashboard.queries.joint_efforts import JointEffort
from initiatives import formats
from initiatives.names.countries import name_of
from initiatives.vocabulary import JOINT

NAMED: Final = 2
OWNERS_NAMED: Final = 3


def joint_words(found: Sequence[JointEffort], filters: Filters, *, own_bar: bool) -> Sentence:
    """`$46.3 bn belongs to several owners at once. It is counted once, and only shown on the owners’ pages: $40.0 bn of it, …`; none without any."""
    if not found:
        return ()
    whole = Part(
        formats.money(summed(one.counted for one in found), filters.currency),
        links.to("ledger", filters, keep="all", country=JOINT, region=None, step="counted", view=None, sort=None, per=None),
    )
    bar = ", in its own bar," if own_bar else ""
    opening = (whole, Part(f" belongs to several owners at once. It is counted once{bar} and only shown on the owners’ pages: "))
    pieces = [piece for place, one in enumerate(found[:NAMED]) for piece in effort(one, filters, place)]
    return (*opening, *pieces, Part("." if len(found) <= NAMED else f"; and {formats.counted(len(found) - NAMED, 'smaller one')}."))


def effort(one: JointEffort, filters: Filters, place: int) -> Sentence:
    """One initiative with its sum, its name and its owners as links."""
    before = "; " if place else ""
    sum_words = f"{before}{formats.money(one.counted, filters.currency)}{'' if place else ' of it'}, "
    owners = [piece for at, code in enumerate(one.owners[:OWNERS_NAMED]) for piece in owner(code, filters, at)]
    more = len(one.owners) - OWNERS_NAMED
    rest = [Part(f" and {formats.counted(more, 'other')}")] if more > 0 else []
    return (Part(sum_words), Part(one.name, links.to("initiative", filters, one.slug)), Part(", of "), *owners, *rest)


def owner(code: str, filters: Filters, at: int) -> Sentence:
    name = Part(in_sentence(code, name_of(code)), links.to("country", filters, code))
    return (Part(", "), name) if at else (name,)
