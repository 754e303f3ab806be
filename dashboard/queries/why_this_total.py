"""Why a total is what it is, from the cells of a selection through the ledger's own steps; must not know how they are drawn."""

from collections.abc import Iterable
from dataclasses import replace

from dashboard.filters import Filters
from dashboard.queries import money
from dashboard.queries.cells import Cell, cells, kept, undisclosed
from dashboard.queries.rows import TotalStep
from initiatives.ledger import why
from initiatives.ledger.values import Reason


def why_this_total(filters: Filters, found: Iterable[Cell] | None = None) -> list[TotalStep]:
    """The eight steps in the display currency; the first seven add up to the last. One statement, none where the cells are given."""
    some = list(cells(filters) if found is None else found)
    *steps, last = (TotalStep(one.step, one.label, one.entries, one.amount) for one in why.steps(map(_row, some), filters.basis, filters.scope))
    left = kept(some, filters)
    ceiling, floor = (sum((getattr(cell, part) for cell in left), money.ZERO) for part in ("ceiling", "floor"))
    return [*steps, replace(last, ceiling=ceiling, at_least=floor, undisclosed=undisclosed(left))]


def _row(cell: Cell) -> why.Row:
    return why.Row(
        reason=Reason(cell.reason),
        scope=cell.scope,
        stage=cell.stage,
        entries=cell.entries,
        disclosed=cell.disclosed,
        holding=cell.holding,
        counting=cell.counting,
        published=cell.published,
        net=cell.net,
    )


def reason_counts(filters: Filters, found: Iterable[Cell]) -> dict[str, int]:
    """How many entries of the cells count as they do for each reason, at the filters' basis and scope; all reasons, in the ledger's order."""
    counts = dict.fromkeys((reason.value for reason in Reason), 0)
    for cell in found:
        counts[_reason_at(cell, filters)] += cell.entries
    return counts


def _reason_at(cell: Cell, filters: Filters) -> str:
    if not cell.live:
        return cell.reason
    step = why.last_step(cell.scope, cell.stage, filters.basis, filters.scope)
    return {"out_of_scope": "out-of-scope", "below_basis": "below-basis"}.get(step, cell.reason)
