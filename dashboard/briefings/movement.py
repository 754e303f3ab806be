"""What moved between two makings of a briefing, from the figures that each has kept; asks nothing of the record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal

from dashboard.queries.counted_entries import CountedEntry, SilentEntry
from dashboard.queries.rows import CountryFunding, Totals
from initiatives.vocabulary import STAGES

What = Literal["new", "gone", "changed", "rate"]
IN_WORDS: Final[Mapping[str, str]] = {
    "new": "counts now",
    "gone": "counts no more",
    "changed": "counts another sum",
    "rate": "only its rate moved",
}
ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Moved:
    """A sum then and now, in the display currency. `name` is a basis or a country."""

    key: str
    name: str
    before: Decimal
    now: Decimal

    @property
    def change(self) -> Decimal:
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class MovedEntry:
    """One entry that adds something else than before, and why."""

    key: str
    slug: str
    initiative: str
    country: str
    announced_on: str
    what: What
    before: Decimal
    now: Decimal

    @property
    def change(self) -> Decimal:
        return self.now - self.before

    @property
    def words(self) -> str:
        return IN_WORDS[self.what]


@dataclass(frozen=True, slots=True)
class SilentCame:
    """One entry that came since and adds nothing at this basis; `amount` as published, in its own currency, None where it is undisclosed."""

    key: str
    slug: str
    initiative: str
    country: str
    announced_on: str
    currency: str
    amount: Decimal | None
    stage: str

    @property
    def words(self) -> str:
        """`came, adds nothing: announced`."""
        return f"came, adds nothing here: {STAGES.get(self.stage, self.stage)}"


@dataclass(frozen=True, slots=True)
class Movement:
    """What moved. `comparable` says in words why sums cannot be compared, empty where they can."""

    bases: tuple[Moved, ...]
    countries: tuple[Moved, ...]  # those that moved, the largest change first
    entries: tuple[MovedEntry, ...]  # the largest change first
    comments: int  # more than before; fewer is negative
    comparable: str = ""
    silent: tuple[SilentCame, ...] = ()  # that came and add nothing

    @property
    def total(self) -> Decimal:
        """What the entries moved in all."""
        return sum((one.change for one in self.entries), ZERO)

    def of(self, *kinds: What) -> Decimal:
        """What the entries of some kinds moved."""
        return sum((one.change for one in self.entries if one.what in kinds), ZERO)


def figures(
    query: str,
    basis: str,
    currency: str,
    found: Totals,
    funding: Iterable[CountryFunding],
    entries: Iterable[CountedEntry],
    comments: int,
    silent: Iterable[SilentEntry] = (),
) -> Any:
    """What a making keeps for the next one, as JSON; amounts as text."""
    return {
        "query": query,
        "basis": basis,
        "currency": currency,
        "bases": {name: str(amount) for name, amount in found.by_basis.items()},
        "countries": {row.country: [row.country_name, str(row.total)] for row in funding if row.total},
        "entries": {
            one.key: [one.slug, one.initiative, one.country, one.announced_on, one.currency, str(one.net), str(one.counts or ZERO)] for one in entries
        },
        "comments": comments,
        "silent": {one.key: _silent(one) for one in silent},
    }  # fmt: skip


def _silent(one: SilentEntry) -> list[str | None]:
    amount = None if one.amount is None else str(one.amount)
    return [one.slug, one.initiative, one.country, one.announced_on, one.currency, amount, one.stage]


def between(before: Mapping[str, Any], now: Mapping[str, Any]) -> Movement:
    """What moved from one making's figures to another's."""
    trouble = incomparable(before, now)
    if trouble:
        return Movement((), (), (), now["comments"] - before["comments"], trouble)
    bases = tuple(Moved(name, name, Decimal(before["bases"][name]), Decimal(amount)) for name, amount in now["bases"].items())
    moved = [one for one in _countries(before["countries"], now["countries"]) if one.change]
    countries = tuple(sorted(moved, key=lambda one: (-abs(one.change), one.name)))
    entries = [one for one in _entries(before["entries"], now["entries"]) if one.change]
    return Movement(
        bases,
        countries,
        tuple(sorted(entries, key=lambda one: (-abs(one.change), one.key))),
        now["comments"] - before["comments"],
        "",
        tuple(came(before, now)),
    )


def came(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterable[SilentCame]:
    """Entries that add nothing and were not there before; none where the earlier making kept none of them."""
    if "silent" not in before:
        return
    for key, own in now.get("silent", {}).items():
        if key not in before["silent"] and key not in before["entries"]:
            slug, initiative, country, announced_on, currency, amount, stage = own
            yield SilentCame(key, slug, initiative, country, announced_on, currency, None if amount is None else Decimal(amount), stage)


def incomparable(before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Why two makings cannot be compared in money, in words; empty where they can."""
    if before["currency"] != now["currency"]:
        return f"The earlier one counts in {before['currency']}, this one in {now['currency']}; sums in two currencies are not compared."
    if before["query"] != now["query"]:
        return "The filters changed between the two, so their sums tell of different selections and are not compared."
    return ""


def _countries(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[Moved]:
    names = {code: own[0] for code, own in (*before.items(), *now.items())}
    return [Moved(code, name, Decimal(before.get(code, (0, 0))[1]), Decimal(now.get(code, (0, 0))[1])) for code, name in names.items()]


def _entries(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterable[MovedEntry]:
    for key in {**before, **now}:
        own = now.get(key) or before[key]
        slug, initiative, country, announced_on = own[:4]
        then, today = before.get(key), now.get(key)
        was, is_now = Decimal(then[6]) if then else ZERO, Decimal(today[6]) if today else ZERO
        yield MovedEntry(key, slug, initiative, country, announced_on, what(then, today), was, is_now)


def what(then: Any, today: Any) -> What:
    """What happened to an entry between its two lines, either of which may be missing."""
    if then is None:
        return "new"
    if today is None:
        return "gone"
    return "rate" if (then[4], Decimal(then[5])) == (today[4], Decimal(today[5])) else "changed"
