"""Why a total is what it is, as every page with a total shows it: the waterfall and its steps; knows no requests."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard import charts
from dashboard.filters import Filters
from dashboard.pages import drawn
from dashboard.queries.cells import Cell
from dashboard.queries.rows import Totals, TotalStep
from dashboard.queries.why_this_total import why_this_total
from initiatives import formats


@dataclass(frozen=True, slots=True)
class Why:
    """The steps from everything published down to the counted sum; `drawn` is None on the page of the waterfall itself."""

    words: str
    steps: Sequence[TotalStep]
    drawn: drawn.Drawn | None


def why(filters: Filters, found: list[Cell], total: Totals, *, draws: bool = True) -> Why | None:
    """The way down of a selection from its cells, without a statement; None where nothing was published."""
    if not total.published:
        return None
    steps = why_this_total(filters, found)
    drawing = drawn.whole(charts.get("why-this-total"), steps, filters, "below-") if draws else None
    words = f"Why is the total {formats.money(total.total, filters.currency)}, and not {formats.money(total.published, filters.currency)}?"
    return Why(words, steps, drawing)
