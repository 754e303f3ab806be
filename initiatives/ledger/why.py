"""Why a total is what it is: the reasons added up, from everything published down to what is counted; knows no query and no chart."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from initiatives.ledger.values import SCOPES, Counted, Entry, Reason, reaches

STEPS = ("published", "restated", "replaced", "cancelled", "contained", "out_of_scope", "below_basis", "counted")
STEP_OF_REASON = {
    Reason.RESTATES: "restated",
    Reason.REPLACED: "replaced",
    Reason.CANCELLED: "cancelled",
    Reason.ENDED: "cancelled",
    Reason.CANCELS: "cancelled",
}
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Row:
    """Entries of one structural reason, scope and stage, added up: one entry, or as many as a query has grouped.

    Amounts are in the display currency, each converted at its own entry's rate; what is undisclosed or not convertible adds nothing."""

    reason: Reason
    scope: str
    stage: str
    entries: int
    disclosed: int  # entries with an amount
    holding: int  # live entries that hold others: their gross is more than their net
    counting: int  # live entries with a net above 0
    published: Decimal
    net: Decimal


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way down. `amount` is signed, in the display currency; `entries` are those that it opens."""

    step: str
    label: str
    entries: int
    amount: Decimal


def row_of(entry: Entry, counted: Counted, convert: Callable[[Decimal], Decimal | None]) -> Row:
    """One entry as a row; `convert` takes an amount of its currency to the display currency, or to None."""
    return Row(
        reason=counted.reason,
        scope=entry.scope,
        stage=entry.stage,
        entries=1,
        disclosed=int(entry.amount is not None),
        holding=int(counted.held > 0),
        counting=int(counted.net > 0),
        published=NOTHING if entry.amount is None else convert(entry.amount) or NOTHING,
        net=convert(counted.net) or NOTHING,
    )


def steps(rows: Iterable[Row], basis: str, scopes: Collection[str]) -> list[Step]:
    """The steps in their fixed order; the amounts of the first seven add up to the last exactly, and none between them is above 0."""
    entries, amounts = dict.fromkeys(STEPS, 0), dict.fromkeys(STEPS, NOTHING)
    for row in rows:
        for step, opened, amount in _shares(row, basis, scopes):
            entries[step] += opened
            amounts[step] += amount
    return [Step(step, label(step, basis, scopes), entries[step], amounts[step]) for step in STEPS]


def _shares(row: Row, basis: str, scopes: Collection[str]) -> Iterable[tuple[str, int, Decimal]]:
    """What a row adds to each step. From an envelope `contained` takes the smaller of its amount and what it holds: published less net."""
    yield "published", row.entries, row.published
    if row.reason in STEP_OF_REASON:
        opened = row.disclosed if row.reason is Reason.CANCELS else row.entries
        yield STEP_OF_REASON[row.reason], opened, -row.published
        return
    yield "contained", row.holding, row.net - row.published
    kept = last_step(row.scope, row.stage, basis, scopes)
    yield kept, row.counting, row.net if kept == "counted" else -row.net


def taken(row: Row, basis: str, scopes: Collection[str]) -> dict[str, Decimal]:
    """What a row gives to each step that it is in, signed; over all rows of a step they add up to it."""
    return {step: amount for step, _, amount in _shares(row, basis, scopes)}


def last_step(scope: str, stage: str, basis: str, scopes: Collection[str]) -> str:
    """The step that takes the net of a live entry of this scope and stage."""
    if scope not in scopes:
        return "out_of_scope"
    return "counted" if reaches(stage, basis) else "below_basis"


_LABELS = {
    "published": "Everything published",
    "restated": "the same money said again",
    "replaced": "replaced by a newer figure",
    "cancelled": "cancelled",
    "contained": "already inside a larger sum",
    "counted": "Counted once",
}
_BELOW = {
    "headline": "below the basis",
    "announced": "only pledged or intended",
    "budgeted": "not budgeted yet",
    "committed": "not committed yet",
    "disbursed": "not paid out yet",
}
_SCOPE_WORDS = {"ai": "AI alone", "chips": "chips", "wider": "wider programmes"}


def label(step: str, basis: str, scopes: Collection[str]) -> str:
    """The words of a step at a basis and within some scopes."""
    if step == "below_basis":
        return _BELOW[basis]
    if step == "out_of_scope":
        return " and ".join(_SCOPE_WORDS[scope] for scope in SCOPES if scope not in scopes) or "outside the scope"
    return _LABELS[step]
