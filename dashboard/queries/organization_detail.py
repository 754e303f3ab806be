"""One organization: its names, what it does where, what it pays and receives, and with whom; must not know pages."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from dashboard.filters import Filters
from dashboard.queries import money, selection
from dashboard.queries.entries import EntryRow, entry_rows
from dashboard.queries.funding_by_country import names_of
from dashboard.queries.ledger import shown_day
from initiatives.models import Organization, OrganizationName, Participation

LED_ROLES = ("lead", "recipient")


@dataclass(frozen=True, slots=True)
class OrganizationFacts:
    """Who it is. `aliases` are other names, `former` names that it bore until a day."""

    id: int
    slug: str
    name: str
    kind: str | None
    country: str | None
    country_name: str | None
    aliases: tuple[str, ...]
    former: tuple[tuple[str, date], ...]


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role in one initiative."""

    role: str
    status: str
    slug: str
    name: str
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """Another organization and in how many initiatives both take part."""

    slug: str
    name: str
    kind: str | None
    country_name: str | None
    together: int


def organization_facts(slug: str) -> OrganizationFacts | None:
    """The organization of today's slug, None where there is none; two statements."""
    row = Organization.objects.filter(slug=slug).values("id", "slug", "name", "kind", "country_id", "country__name").first()
    if row is None:
        return None
    names = list(OrganizationName.objects.filter(organization=row["id"]).order_by("order", "name").values_list("name", "until"))
    return OrganizationFacts(
        row["id"], row["slug"], row["name"], row["kind"], row["country_id"], row["country__name"],
        aliases=tuple(name for name, until in names if until is None), former=tuple((name, until) for name, until in names if until is not None),
    )  # fmt: skip


def slug_of_former(slug: str) -> str | None:
    """Today's slug of the organization that once had this one; one statement."""
    found = OrganizationName.objects.filter(slug=slug).order_by("-id").values_list("organization__slug", flat=True).first()
    return None if found is None else str(found)


def roles_in(organization: int, filters: Filters) -> list[RoleRow]:
    """What it does in which initiative; one statement."""
    columns = ("role", "status", "initiative__slug", "initiative__name", "initiative__countries")
    taking = Participation.objects.filter(selection.said_by(filters.as_of, "initiative__"), organization=organization)
    rows: list[Any] = list(taking.order_by("role", "initiative__name").values_list(*columns))
    names = names_of({code for row in rows for code in row[4]})
    return [RoleRow(row[0], row[1], row[2], row[3], tuple(names[code] for code in row[4])) for row in rows]


def paid_by(slug: str, filters: Filters) -> list[EntryRow]:
    """The live statements that it pays for, alone or with others, the largest counts first; three statements."""
    found = selection.entries(filters).filter(live=True, entry__funders__organization__slug=slug)
    return entry_rows(found.order_by(money.amount(filters, "net").desc(nulls_last=True), "entry__key"), filters, shown_day(filters))


def received_by(organization: int, filters: Filters) -> list[EntryRow]:
    """The counted statements of the initiatives that it leads or receives for, unless it pays alone; three statements."""
    led = Participation.objects.filter(organization=organization, role__in=LED_ROLES).values("initiative")
    found = selection.entries(filters).filter(money.counting(filters), initiative__in=led).exclude(entry__funders__organization=organization)
    return entry_rows(found.order_by(money.amount(filters, "net").desc(nulls_last=True), "entry__key"), filters, shown_day(filters))


def partners_of(organization: int, filters: Filters) -> list[PartnerRow]:
    """Who takes part beside it, the most frequent first; one statement."""
    own = Participation.objects.filter(selection.said_by(filters.as_of, "initiative__"), organization=organization).values("initiative")
    beside = Participation.objects.filter(initiative__in=own, organization__isnull=False).exclude(organization=organization).order_by()
    columns = ("organization__slug", "organization__name", "organization__kind", "organization__country__name")
    counts = beside.values(*columns).annotate(together=Count("initiative", distinct=True)).order_by("-together", "organization__name")
    return [PartnerRow(*row) for row in counts.values_list(*columns, "together")]


def by_role(rows: Sequence[RoleRow]) -> Mapping[str, list[RoleRow]]:
    """The rows of each role."""
    found: dict[str, list[RoleRow]] = defaultdict(list)
    for row in rows:
        found[row.role].append(row)
    return found
