"""What the entries of single initiatives add up to at the filters' basis and scope; must not know the list that shows them.

The few entries of a page are added up here, which takes a fraction of the time that writing the same sums as one statement takes.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from dashboard.filters import Filters
from dashboard.queries import money, selection, written
from dashboard.queries.conditions import entry_conditions, period, places
from initiatives.ledger.values import STAGES
from initiatives.models import FundingCount

COLUMNS = ("initiative_id", "live", "scope", "stage", "reason", "net", "country", "here", "then")
OTHER_DAYS = ""  # in place of a country: money of the chosen countries that was announced outside the chosen days


@dataclass(slots=True)
class InitiativeMoney:
    """The entries of one initiative added up, in the display currency."""

    counted: Decimal = money.ZERO
    below_basis: Decimal = money.ZERO  # in the chosen scope, less firm than the basis asks
    beside_scope: Decimal = money.ZERO  # at the basis, in the other scopes
    entries: int = 0
    undisclosed: int = 0
    silent: bool = False  # an entry counts that has no amount, or none that can be converted
    spoken: bool = False  # an entry counts whose amount can be shown
    firmest_inside: int | None = None  # the place among the stages, of a live entry in the chosen scope
    firmest_beside: int | None = None  # of one in the other scopes
    reasons: set[str] = field(default_factory=set)  # why entries that are not live count nothing
    elsewhere: dict[str, Decimal] = field(default_factory=dict)  # at the basis and in the scope, what the filters leave to another country or day

    @property
    def known(self) -> Decimal | None:
        """The counted sum; None where all that counts is silent."""
        return None if self.silent and not self.spoken else self.counted

    @property
    def firmest(self) -> int | None:
        """The place among the stages of its firmest live entry, in the chosen scope where there is one."""
        return self.firmest_beside if self.firmest_inside is None else self.firmest_inside

    def add(self, scoped: bool, kept: bool, place: int, reason: str, net: Decimal, shown: Decimal | None) -> None:
        """Adds one live entry."""
        if scoped:
            self.firmest_inside = max(place, self.firmest_inside or 0)
        else:
            self.firmest_beside = max(place, self.firmest_beside or 0)
        if scoped and kept:
            self.add_counting(reason, net, shown)
        elif scoped:
            self.below_basis += shown or money.ZERO
        elif kept:
            self.beside_scope += shown or money.ZERO

    def add_elsewhere(self, country: str, here: bool, shown: Decimal | None) -> None:
        """Adds one entry that counts for a country or on a day which the filters do not select."""
        name = OTHER_DAYS if here else country
        self.elsewhere[name] = self.elsewhere.get(name, money.ZERO) + (shown or money.ZERO)

    def add_counting(self, reason: str, net: Decimal, shown: Decimal | None) -> None:
        self.counted += shown or money.ZERO
        self.undisclosed += reason == "undisclosed"
        self.silent = self.silent or reason == "undisclosed" or (net > 0 and shown is None)
        self.spoken = self.spoken or (net > 0 and shown is not None)


def money_of(ids: Sequence[int], filters: Filters) -> Mapping[int, InitiativeMoney]:
    """What the entries of each initiative that the filters select add up to, and what they leave elsewhere; one statement."""
    sums: dict[int, InitiativeMoney] = defaultdict(InitiativeMoney)
    scopes, stages = frozenset(filters.scope), frozenset(money.stages_of(filters.basis))
    for initiative, live, scope, stage, reason, net, country, here, then, shown in written.rows(_entries, filters, ids=ids):
        one = sums[initiative]
        one.entries += 1
        if live and here and then:
            one.add(scope in scopes, stage in stages, STAGES.index(stage), reason, net, shown)
        elif live and scope in scopes and stage in stages and net > 0:
            one.add_elsewhere(country, here, shown)
        elif not live:
            one.reasons.add(reason)
    return sums


def _entries(filters: Filters, ids: Sequence[int]) -> QuerySet[FundingCount, Any]:
    found = FundingCount.objects.filter(entry_conditions(filters), written.OneOf("initiative_id", ids), snapshot=selection.snapshot(filters))
    found = found.order_by().annotate(here=whether(places(filters, "country")), then=whether(period(filters, "announced")))
    return found.values_list(*COLUMNS, money.amount(filters, "net"))


def whether(condition: Q) -> ExpressionWrapper[Q]:
    """A condition as a column."""
    return ExpressionWrapper(Q(pk__isnull=False) & condition, output_field=BooleanField())
