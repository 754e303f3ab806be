"""Where those who take part are at home, by the country that owns the initiative; must not know how it is drawn."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, QuerySet

from dashboard.filters import Filters
from dashboard.filters.fields import ABROAD, UNKNOWN_HOME
from dashboard.queries import conditions, selection
from dashboard.queries.arrays import Joined, Pair
from dashboard.queries.funding_by_country import MILLIONTH, names_of, rounded
from dashboard.queries.participants import HOME_UNKNOWN
from dashboard.queries.remembered import Shared
from initiatives.models import Participation
from initiatives.names.countries import COUNTRIES
from initiatives.vocabulary import JOINT

ALL = "all"  # the row of a home over every initiative of the selection
ALL_NAME = "All initiatives"


@dataclass(frozen=True, slots=True)
class HomeShare:
    """Participations (a named organization in an initiative, once) of one home, None while unknown, in the initiatives of one owner or in all.

    `of` are the participations of known home in the same initiatives; `from_abroad` those of this row whose home owns no part of the initiative.
    """

    home: str | None
    home_name: str
    country: str
    country_name: str
    participations: int
    from_abroad: int
    initiatives: int
    of: int

    @property
    def percent(self) -> Decimal | None:
        """Of the participations of known home; None for those of unknown home."""
        return rounded(Decimal(100 * self.participations) / self.of, MILLIONTH) if self.home and self.of else None


def dependence(filters: Filters) -> list[HomeShare]:
    """One row for each home and owner, and for each home in all; the owner with most participations first, then its homes; one statement.

    An initiative of several owners stands under each. `home` chooses rows and changes no share.
    """
    found = [(tuple(owners.split()), home, places, initiatives) for owners, home, places, initiatives in PLACES_BY_OWNERS.rows(filters)]
    codes = {code for owners, home, *_ in found for code in (*owners, home) if code}
    names = {**names_of(codes), ALL: ALL_NAME}
    chosen = _chosen(filters)
    sums: dict[tuple[str, str | None], list[int]] = defaultdict(lambda: [0, 0, 0])
    for owners, home, places, initiatives in found:
        abroad = places if home and is_abroad(home, owners) else 0
        for owner in (ALL, *(code for code in owners if chosen(code))):
            for place, number in enumerate((places, abroad, initiatives)):
                sums[owner, home][place] += number
    of = _known(sums)
    rows = [
        HomeShare(home, names[home] if home else HOME_UNKNOWN, owner, names[owner], places, abroad, initiatives, of[owner])
        for (owner, home), (places, abroad, initiatives) in sums.items()
    ]
    return sorted(_of_homes(rows, filters), key=lambda one: (one.country != ALL, -one.of, one.country, *_order(one)))


def is_abroad(home: str, owners: Collection[str]) -> bool:
    """Whether a home is neither an owner nor a member of a body that is one."""
    return home not in owners and not any(home in COUNTRIES[owner].members for owner in owners if owner in COUNTRIES)


def _chosen(filters: Filters) -> Callable[[str], bool]:
    """Tells whether an owner has a column of its own: one that was asked for, or any where nobody in particular was."""
    inside = {code for code in filters.chosen("country") if code != JOINT}
    outside = {*filters.excluded("country"), *conditions.region_codes(filters.excluded("region"))}
    region = set(conditions.region_codes(filters.chosen("region")))
    return lambda code: (not inside or code in inside) and (not region or code in region) and code not in outside


def _by_owners(filters: Filters) -> QuerySet[Participation, Any]:
    named = selection.participations(filters, ("home",)).filter(organization__isnull=False).order_by()
    counts: QuerySet[Any, Any] = named.values(owners=Joined(F("initiative__countries")), home=F("organization__country_id")).annotate(
        places=Count(Pair("initiative_id", "organization_id"), distinct=True), initiatives=Count("initiative", distinct=True)
    )
    return counts.values_list("owners", "home", "places", "initiatives")


PLACES_BY_OWNERS = Shared("dependence", _by_owners)


def _known(sums: dict[tuple[str, str | None], list[int]]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for (owner, home), numbers in sums.items():
        found[owner] += numbers[0] if home else 0
    return found


def _of_homes(rows: Iterable[HomeShare], filters: Filters) -> list[HomeShare]:
    chosen, excluded = filters.chosen("home"), filters.excluded("home")
    if ABROAD in chosen:
        return [one for one in rows if one.from_abroad]
    return [one for one in rows if (not chosen or (one.home or UNKNOWN_HOME) in chosen) and (one.home or UNKNOWN_HOME) not in excluded]


def _order(one: HomeShare) -> tuple[bool, int, str]:
    return one.home is None, -one.participations, one.home or ""
