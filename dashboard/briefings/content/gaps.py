"""Hedges and gaps: how much of the total is hedged, and what the record does not know."""

from decimal import Decimal
from typing import Final

from dashboard.briefings import bars
from dashboard.briefings.content.opening import about
from dashboard.briefings.content.state import Made, State
from dashboard.briefings.values import Slide
from dashboard.charts import parts
from dashboard.charts.native import Native, Series
from dashboard.exports.slides.values import DrawnChart, Grid
from dashboard.queries.funding_by_country import funding_by_country
from dashboard.queries.hedges import Hedges, hedges
from dashboard.queries.initiative_list import extent, list_sums
from dashboard.queries.totals import totals
from initiatives import formats

HEDGES: Final = {
    "exact": "Exact", "about": "“About”", "at-least": "“At least”, “over”", "up-to": "“Up to”", "range": "Range", "target": "Target, “mobilise”",
}  # fmt: skip
METHOD: Final = (
    "Left: what the counted total rests on by the words of its sources. Of a range the lower end counts, of “up to” the ceiling, of “at least” "
    "the floor. "
    "Right: what no figure can hold. “Undisclosed” is not zero; “nothing” is. A country without any entry is unknown."
)


def gaps(state: State) -> Made:
    """The bars of hedges beside the table of gaps."""
    found = hedges(state.filters)
    chart = drawn(state, found)
    words = state.words(
        takeaway(state, found), formats.counted(_entries(found), "counted entry", "counted entries"), state.address("/ledger/"), METHOD
    )
    return Made(Slide("Hedges and gaps", "chart", words, table(state, found), chart=chart, svg=bars.lying(chart.native), alt=chart.alt, half=True))


def drawn(state: State, found: Hedges) -> DrawnChart:
    """One bar for each hedge, `nothing` where none is used."""
    amounts = tuple(found.by_hedge[hedge].counted for hedge in HEDGES)
    labels = tuple(map(state.money, amounts))
    native = Native("bars", tuple(HEDGES.values()), (Series("Counted", amounts, token="sum-4"),), state.filters.currency, labels)
    spoken = ", ".join(f"{name} {label}" for name, label in zip(HEDGES.values(), labels, strict=True))
    return DrawnChart("Hedges", native, f"The counted total by the words of its sources: {spoken}.", about(state, "How sure are the sums?"))


def takeaway(state: State, found: Hedges) -> str:
    """`46 % of the total is hedged: $97.7 bn is “about”, $44.6 bn “at least”, $2.86 bn “up to”`."""
    if not found.counted:
        return "Nothing counts in this selection, so nothing is hedged; what is not known stands beside"
    hedged = {hedge: one.counted for hedge, one in found.by_hedge.items() if hedge != "exact" and one.counted}
    if not hedged:
        return "Every counted sum is stated exactly by its source"
    named = sorted(hedged, key=lambda hedge: -hedged[hedge])[:3]
    words = {"about": "“about”", "at-least": "“at least”", "up-to": "“up to”", "range": "the lower end of a range", "target": "a target"}
    share = parts.share(sum(hedged.values(), Decimal(0)), found.counted)
    return f"{share} of the total is hedged: {formats.listed(f'{state.money(hedged[hedge])} is {words[hedge]}' for hedge in named)}"


def table(state: State, found: Hedges) -> Grid:
    """What is not known, with counts and, where there is one, the sum."""
    total, funding = totals(state.filters), funding_by_country(state.filters)
    known = extent(state.filters).initiatives
    with_money = list_sums(state.filters, known).with_money
    silent = [row for row in funding if not row.total and not row.entries]
    rates, rows = found.by_rate, []
    rows += [("Undisclosed amount", total.undisclosed, "unknown"), ("No rate to the currency", total.not_convertible, "unknown")]
    rows += [(words, rates[name].entries, state.money(rates[name].counted)) for name, words in RATES.items()]
    rows += [("Inferred by us (tier 4)", found.inferred.entries, state.money(found.inferred.counted))]
    rows += [("Initiatives without a counted sum", known - with_money, "nothing"), ("Countries with nothing at this basis", len(silent), "nothing")]
    shown = tuple((name, formats.count(number), words if number else "none") for name, number, words in rows)
    return Grid("Gaps", ("Gap", "Count", "Sum"), shown, right=(False, True, True), widths=(3.2, 0.9, 1.2), sizes=(14, 14, 14))


RATES: Final = {"average": "Converted at a yearly average", "provisional": "Provisional rate", "stale": "Rate of an earlier day"}


def _entries(found: Hedges) -> int:
    return sum(one.entries for one in found.by_hedge.values())
