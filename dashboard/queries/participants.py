"""Organizations taking part in initiatives, by their home country, kind and role; must not know how they are drawn."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, QuerySet

from dashboard.filters import Filters
from dashboard.queries import selection
from dashboard.queries.funding_by_country import names_of
from dashboard.queries.remembered import Shared
from dashboard.queries.rows import ParticipantCount
from initiatives.models import Participation

HOME_UNKNOWN = "Home unknown"
HOME: Final = "organization__country_id"


@dataclass(frozen=True, slots=True)
class HomeCount:
    """Organizations at home in one country (None while unknown) that take part, each once; `by_kind` adds up to them, its None is unknown."""

    country: str | None
    country_name: str
    participants: int
    initiatives: int
    by_kind: Mapping[Any, int]
    by_role: Mapping[str, int]  # an organization with two roles stands in both


def participants_by_country(filters: Filters) -> list[ParticipantCount]:
    """Organizations by home, kind and role, the homes with most first; the unnamed are no organizations. One statement."""
    by = (HOME, "organization__kind", "role")
    counts = _named(filters).values(*by).annotate(participants=Count("organization", distinct=True), initiatives=Count("initiative", distinct=True))
    rows = list(counts.values_list(*by, "participants", "initiatives"))
    names = names_of({row[0] for row in rows if row[0]})
    found = [ParticipantCount(row[0], names.get(row[0], HOME_UNKNOWN), *row[1:]) for row in rows]
    size: dict[str | None, int] = defaultdict(int)
    for one in found:
        size[one.country] += one.participants
    return sorted(found, key=lambda one: (-size[one.country], one.country or "~", -one.participants, one.kind or "~", one.role))


def participants_by_home(filters: Filters) -> list[HomeCount]:
    """One row for each home, the home of most organizations first, the unknown last; three statements, none where they were asked before."""
    kinds, roles, rows = _by_home(KINDS.rows(filters)), _by_home(ROLES.rows(filters)), HOMES.rows(filters)
    names = names_of({row[0] for row in rows if row[0]})
    found = [HomeCount(home, names.get(home, HOME_UNKNOWN), count, initiatives, kinds[home], roles[home]) for home, count, initiatives in rows]
    return sorted(found, key=lambda one: (one.country is None, -one.participants, one.country or ""))


def _by_home(rows: Iterable[tuple[Any, ...]]) -> dict[str | None, dict[Any, int]]:
    found: dict[str | None, dict[Any, int]] = defaultdict(dict)
    for home, value, participants in rows:
        found[home][value] = participants
    return found


def _named(filters: Filters) -> QuerySet[Participation]:
    return selection.participations(filters).filter(organization__isnull=False).order_by()


def _homes(filters: Filters) -> QuerySet[Participation, Any]:
    counts = _named(filters).values(HOME).annotate(participants=Count("organization", distinct=True), initiatives=Count("initiative", distinct=True))
    return counts.values_list(HOME, "participants", "initiatives")


def _kinds(filters: Filters) -> QuerySet[Participation, Any]:
    return _by(filters, "organization__kind")


def _roles(filters: Filters) -> QuerySet[Participation, Any]:
    return _by(filters, "role")


def _by(filters: Filters, column: str) -> QuerySet[Participation, Any]:
    counts: QuerySet[Any, Any] = _named(filters).values(HOME, column).annotate(participants=Count("organization", distinct=True))
    return counts.values_list(HOME, column, "participants").order_by("-participants", column)


HOMES = Shared("participants by home", _homes)
KINDS = Shared("participants by kind", _kinds)
ROLES = Shared("participants by role", _roles)
