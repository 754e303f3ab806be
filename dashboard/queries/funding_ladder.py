"""Counted money of each country at every basis, from everything said to paid out; must not know how it is drawn."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum

from dashboard.filters import Filters
from dashboard.queries import money, selection
from dashboard.queries.cells import Cell, cells, counted, kept, known, undisclosed
from dashboard.queries.funding_by_country import MILLIONTH, PERCENT, names_of, owners_in_record, rounded
from dashboard.queries.remembered import Shared
from dashboard.queries.rows import Money
from initiatives.ledger.values import BASES, STAGES, reaches
from initiatives.models import FundingCount

STALLED = "paused"
Paused = Mapping[str, Decimal]  # initiative by name → what it counts, at every basis


@dataclass(frozen=True, slots=True)
class CountryLadder:
    """Counted money of one country in the chosen scope, one sum a basis; each basis holds what is firmer, so that no sum is above the one before."""

    country: str  # ISO 3166-1 alpha-3, EUU or another actor, or "joint"
    country_name: str
    headline: Money
    announced: Money
    budgeted: Money
    committed: Money
    disbursed: Money
    ceilings: Mapping[str, Decimal]  # stage → part of the money of this very stage whose figure is an “up to”
    paused: Paused  # of all of it, pledges included
    beside_scope: Decimal  # at the filters' basis, in the scopes that are not chosen
    entries: int  # entries that add to the headline
    undisclosed: int
    not_convertible: int
    floors: Mapping[str, Decimal] = field(default_factory=dict)  # stage → part of the money of this very stage whose figure is an “at least”

    def hedged(self, basis: str) -> tuple[Decimal, Decimal]:
        """What of the sum at a basis is only a ceiling or a target, and what only a floor."""
        ceiling, floor = (
            sum((amount for stage, amount in some.items() if reaches(stage, basis)), money.ZERO) for some in (self.ceilings, self.floors)
        )
        return ceiling, floor

    def at(self, basis: str) -> Money:
        """The sum at a basis."""
        sums: dict[str, Money] = {
            "headline": self.headline,
            "announced": self.announced,
            "budgeted": self.budgeted,
            "committed": self.committed,
            "disbursed": self.disbursed,
        }
        return sums[basis]

    def share(self, basis: str) -> Decimal | None:
        """What reaches a basis, as a percentage of what is announced; None where nothing is announced."""
        firm, whole = self.at(basis), self.announced
        return rounded(firm / whole * PERCENT, MILLIONTH) if whole and firm is not None else None

    @property
    def committed_share(self) -> Decimal | None:
        """What is committed, as a percentage of what is announced."""
        return self.share("committed")

    @property
    def paused_sum(self) -> Decimal:
        """What initiatives that are paused count."""
        return sum(self.paused.values(), money.ZERO)


def funding_ladder(filters: Filters, found: list[Cell] | None = None) -> list[CountryLadder]:
    """One row for each country of the record that the filters let through, the largest first at the basis that the ladder starts from.

    At most four statements, three where the cells are given.
    """
    by_country: dict[str, list[Cell]] = {code: [] for code in owners_in_record(filters)}
    for cell in cells(filters) if found is None else found:
        by_country.setdefault(cell.country, []).append(cell)
    names, paused = names_of(by_country), paused_money(filters)
    rows = [_row(code, names[code], some, paused.get(code, {}), filters) for code, some in by_country.items()]
    return sorted(rows, key=lambda row: _order(row, first_basis(filters)))


def first_basis(filters: Filters) -> str:
    """Where the ladder starts: pledges are on it where they are asked for, and where sums are drawn on one scale."""
    return "headline" if filters.basis == "headline" or filters.scale == "sum" else "announced"


def paused_money(filters: Filters) -> dict[str, dict[str, Decimal]]:
    """What initiatives that are paused count, pledges included, by country and name: paused money counts at its stage. One statement."""
    by_country: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for code, name, amount in PAUSED.rows(filters):
        by_country[code][name] = amount or money.ZERO
    return by_country


def _paused(filters: Filters) -> QuerySet[FundingCount, Any]:
    found = selection.entries(filters).filter(live=True, net__gt=0, scope__in=filters.scope, initiative__status=STALLED).order_by()
    sums = found.values("country", "initiative__name").annotate(sum=Sum(money.amount(filters, "net")))
    return sums.values_list("country", "initiative__name", "sum")


PAUSED = Shared("paused", _paused)


def beside_scope(some: Iterable[Cell], filters: Filters) -> Decimal:
    """What the cells count at the filters' basis in the scopes that are not chosen."""
    return counted(cell for cell in some if cell.live and cell.scope not in filters.scope and reaches(cell.stage, filters.basis))


def _row(code: str, name: str, some: list[Cell], paused: Paused, filters: Filters) -> CountryLadder:
    all_said = kept(some, filters, "headline")
    return CountryLadder(
        country=code,
        country_name=name,
        **{basis: known(kept(some, filters, basis)) for basis in BASES},
        ceilings={stage: sum((cell.ceiling for cell in all_said if cell.stage == stage), money.ZERO) for stage in STAGES},
        paused=paused,
        beside_scope=beside_scope(some, filters),
        entries=sum(cell.counting for cell in all_said),
        undisclosed=undisclosed(all_said),
        not_convertible=sum(cell.not_convertible for cell in all_said),
        floors={stage: sum((cell.floor for cell in all_said if cell.stage == stage), money.ZERO) for stage in STAGES},
    )


def _order(row: CountryLadder, basis: str) -> tuple[bool, Decimal, Decimal, str]:
    """Largest first, what is unknown last, then by everything said."""
    return row.at(basis) is None, -(row.at(basis) or money.ZERO), -(row.headline or money.ZERO), row.country
