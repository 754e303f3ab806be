"""What moved between two states of the record, two days or two editions, and because of which entries; must not know how it is told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dashboard.filters import Filters
from dashboard.queries import money, selection
from dashboard.queries.changes.moments import Moment, at, moments
from dashboard.queries.changes.standings import Standing, by_country, standings, total
from dashboard.queries.entries import EntryRow, entry_rows
from dashboard.queries.funding_by_country import JOINT_NAME
from dashboard.queries.one_state import at_edition
from initiatives.ledger.values import BASES
from initiatives.names.countries import name_of
from initiatives.vocabulary import JOINT

GONE: Final = ("replaced", "cancelled", "ended")
# In the order in which they are told.
CAUSES: Final[Mapping[str, str]] = {
    "new": "new",
    "replaced": "replaced by a newer figure",
    "cancelled": "cancelled",
    "ended": "ended with its envelope",
    "restated": "another entry counts it now",
    "contained": "what it contains moved",
    "corrected": "corrected in the record",
    "withdrawn": "taken out of the record",
    "rate": "the rate alone moved",
    "said-again": "says the same money again, adds nothing",
    "uncounted": "adds nothing at this basis and scope",
}


@dataclass(frozen=True, slots=True)
class Movement:
    """One entry that came, went or counts otherwise; `before` and `after` are what it adds at the chosen basis and scope."""

    entry: EntryRow
    cause: str
    before: Decimal
    after: Decimal
    then: Moment
    now: Moment

    @property
    def moved(self) -> Decimal:
        return self.after - self.before

    @property
    def cause_words(self) -> str:
        return CAUSES[self.cause]


@dataclass(frozen=True, slots=True)
class CountryMovement:
    """What moved in one country, or in joint efforts, at the chosen basis and scope, and through how many entries."""

    country: str
    country_name: str
    before: Decimal
    after: Decimal
    entries: int

    @property
    def moved(self) -> Decimal:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that moved between two states. The movements add up to the difference of the totals, in each country and in all."""

    before: Moment
    after: Moment
    by_basis: Mapping[str, tuple[Decimal, Decimal]]  # every basis, then and now
    countries: tuple[CountryMovement, ...]  # those that moved, the largest movement first
    movements: tuple[Movement, ...]  # those that moved the total, the largest first
    silent: tuple[Movement, ...]  # those that came and moved nothing, the newest first

    def caused(self, *causes: str) -> tuple[Movement, ...]:
        """The movements of some causes."""
        return tuple(one for one in (*self.movements, *self.silent) if one.cause in causes)

    def sum_of(self, *causes: str) -> Decimal:
        """What some causes moved together."""
        return sum((one.moved for one in self.caused(*causes)), money.ZERO)

    @property
    def anything(self) -> bool:
        return bool(self.movements or self.silent) or any(then != now for then, now in self.by_basis.values())


def changes(filters: Filters) -> Changes:
    """What moved between the two moments that the filters name, at their basis and scope, in their currency, of what they select.

    Four statements, two where this edition was asked before. Raises FilterError for moments in no order. Read it inside
    `readiness.state_of(query, needs=changes.needed)`."""
    before, after = moments(filters)
    then, now = standings(filters, before), standings(filters, after)
    moving = [key for key in {**then, **now} if then.get(key) != now.get(key)]
    found = _movements(filters, (before, after), then, now, moving)
    return Changes(
        before,
        after,
        {basis: (total(filters, then, basis), total(filters, now, basis)) for basis in BASES},
        _countries(filters, then, now, moving),
        tuple(sorted((one for one in found if one.moved), key=lambda one: (-abs(one.moved), one.entry.key))),
        tuple(sorted((one for one in found if not one.moved and one.cause in ("new", "said-again", "uncounted")), key=_newest)),
    )


def _countries(filters: Filters, then: Mapping[str, Standing], now: Mapping[str, Standing], moving: Iterable[str]) -> tuple[CountryMovement, ...]:
    """The countries whose sum moved, with both sums and the entries that moved them."""
    before, after = by_country(filters, then), by_country(filters, now)
    entries: dict[str, set[str]] = defaultdict(set)
    for key in moving:
        for one in (then.get(key), now.get(key)):
            if one is not None:
                entries[one.country].add(key)
    names = {code: JOINT_NAME if code == JOINT else name_of(code) for code in entries}
    found = [CountryMovement(code, names[code], before[code], after[code], len(keys)) for code, keys in entries.items()]
    return tuple(sorted((one for one in found if one.moved), key=lambda one: (-abs(one.moved), one.country_name)))


def _movements(
    filters: Filters, moments: tuple[Moment, Moment], then: Mapping[str, Standing], now: Mapping[str, Standing], moving: Sequence[str]
) -> list[Movement]:
    """Each entry that moved with its row, of the later state where it is still there; one statement a state."""
    rows = {
        **_rows(filters, moments[0], [key for key in moving if key not in now]),
        **_rows(filters, moments[1], [key for key in moving if key in now]),
    }
    return [
        Movement(rows[key], cause(then.get(key), now.get(key), filters), _counts(then.get(key), filters), _counts(now.get(key), filters), *moments)
        for key in moving
    ]


def _counts(standing: Standing | None, filters: Filters) -> Decimal:
    return money.ZERO if standing is None else standing.counts(filters)


def _rows(filters: Filters, moment: Moment, keys: Sequence[str]) -> dict[str, EntryRow]:
    if not keys:
        return {}
    with at_edition(moment.edition):
        then = at(filters, moment)
        found = selection.entries(then).filter(entry__key__in=keys)
        return {row.key: row for row in entry_rows(found, then, payers=False)}


def cause(then: Standing | None, now: Standing | None, filters: Filters) -> str:
    """Why an entry counts otherwise than before, as a word of CAUSES."""
    if now is None:
        return "withdrawn"
    if then is None:
        if now.reason == "restates":
            return "said-again"
        return "new" if now.counts(filters) else "uncounted"
    if now.reason in GONE and then.reason not in GONE:
        return now.reason
    if now.reason == "restates" and then.reason != "restates":
        return "restated"
    if (then.amount, then.currency, then.stage, then.scope, then.country) != (now.amount, now.currency, now.stage, now.scope, now.country):
        return "corrected"
    return "rate" if then.net == now.net and then.live == now.live else "contained"


def _newest(movement: Movement) -> tuple[str, str]:
    """The order of what adds nothing: newest first, then by key."""
    turned = "".join(chr(0x10FF - ord(letter)) for letter in movement.entry.announced_on)
    return turned, movement.entry.key


def moved(filters: Filters) -> tuple[Movement, ...]:
    """Every movement as a row of a file: what moved the total, the largest first, then what came and moved nothing."""
    found = changes(filters)
    return (*found.movements, *found.silent)
