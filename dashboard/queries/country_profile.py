"""One country: who takes part in its initiatives from home and abroad, in which roles; its money is asked elsewhere; must not know pages."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from dashboard.filters import Filters
from dashboard.queries import selection
from dashboard.queries.cells import Cell, kept
from dashboard.queries.comments import CommentRow, comment_rows
from dashboard.queries.denominators import NONE, denominators
from dashboard.queries.funding_by_country import row, year_of
from dashboard.queries.initiative_list import InitiativeRow, rows_of
from dashboard.queries.rows import CountryFunding
from initiatives.models import Country, Participation
from initiatives.vocabulary import JOINT


@dataclass(frozen=True, slots=True)
class CountryFacts:
    """Who it is."""

    code: str
    name: str
    region: str
    is_actor: bool


@dataclass(frozen=True, slots=True)
class CountryParticipant:
    """One named organization with its roles and how many of the country's initiatives it takes part in."""

    slug: str
    name: str
    kind: str | None
    home: str | None
    home_name: str | None
    roles: Counter[str]
    initiatives: int


def country_facts(code: str) -> CountryFacts | None:
    """The country or actor of a code, None where there is none; one statement."""
    row = Country.objects.filter(code=code).values_list("code", "name", "region", "is_actor").first()
    return None if row is None else CountryFacts(*row)


def compared(filters: Filters, found: Sequence[Cell]) -> list[CountryFunding]:
    """Every country with a statement about money, joint efforts left out, by code; two statements."""
    by_country: dict[str, list[Cell]] = defaultdict(list)
    for cell in kept(found, filters):
        by_country[cell.country].append(cell)
    by_country.pop(JOINT, None)
    divisors = denominators(list(by_country), year_of(filters))
    return [row(code, code, some, 0, divisors.get(code, NONE)) for code, some in sorted(by_country.items())]


def initiatives_of(filters: Filters) -> list[InitiativeRow]:
    """Every initiative that matches, the largest counted sum first; three statements."""
    rows = rows_of(selection.initiatives(filters).order_by("slug"), filters)
    return sorted(rows, key=lambda one: (one.counted is None, -(one.counted or 0), -one.beside_scope, -one.below_basis, one.name))


def participants_of(code: str, as_of: date | None = None) -> list[CountryParticipant]:
    """The named organizations in its initiatives, those in most of them first; one statement."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    facts: dict[str, tuple[str, str | None, str | None, str | None]] = {}
    organization = ("organization__slug", "organization__name", "organization__kind", "organization__country_id", "organization__country__name")
    taking = Participation.objects.filter(selection.said_by(as_of, "initiative__"), initiative__countries__contains=[code]).order_by()
    taking = taking.filter(organization__isnull=False)
    for slug, name, kind, home, home_name, role, initiative in taking.values_list(*organization, "role", "initiative_id"):
        facts[str(slug)] = (str(name), kind, home, home_name)
        found[str(slug)].append((role, initiative))
    people = [
        CountryParticipant(slug, *facts[slug], Counter(role for role, _ in rows), len({one for _, one in rows})) for slug, rows in found.items()
    ]
    return sorted(people, key=lambda one: (-one.initiatives, -sum(one.roles.values()), one.name))


def newest_comments(filters: Filters, limit: int) -> Sequence[CommentRow]:
    """The comments said last; one statement."""
    return comment_rows(selection.comments(filters).order_by(F("said_first").desc(nulls_last=True), "id")[:limit])
