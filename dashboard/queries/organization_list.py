"""The list of organizations with what they do and pay, a page at a time or whole; must not know how it is shown."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

from django.db.models import Count, F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from dashboard.filters import Filters
from dashboard.queries import money, selection
from dashboard.queries.arrays import Pair
from dashboard.queries.pages import Page, bounds
from initiatives.models import Funder, FundingCount, Organization, OrganizationName, Participation
from initiatives.names.countries import name_of
from initiatives.vocabulary import PARTICIPATION_ROLES

SORTS = ("name", "initiatives", "amount", "country", "kind")
ROWS_AT_A_TIME = 2_000
COLUMNS = ("id", "slug", "name", "kind", "country_id")
ALONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    """One organization. `paid` is its published share of counted money, `paid_with_others` counted money whose split is not published; the two
    are never added. Both at the filters' basis and scope, in the display currency."""

    slug: str
    name: str
    kind: str | None
    country: str | None
    country_name: str | None
    initiatives: int  # in which it takes part or for which it pays; in which it takes part, where only those are listed
    roles: tuple[str, ...]
    paid: Decimal
    paid_with_others: Decimal
    other_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Payment:
    """One entry that an organization pays for: its whole count, and the organization's share of it, None where the split is not published."""

    organization: int
    initiative: int
    counted: Decimal
    share: Decimal | None


def organization_page(filters: Filters) -> Page[OrganizationRow]:
    """One page of organizations, those in most initiatives first unless another order is asked for; six statements."""
    found = ordered(filters)
    return Page(_made(list(found.values_list(*COLUMNS)[bounds(filters.page)]), filters), filters.page, selection.organizations(filters).count())


def organization_stream(filters: Filters) -> Iterator[OrganizationRow]:
    """Every organization of the selection in the order of the screen, at flat memory; a cursor, and four statements for each two thousand."""
    found = iter(ordered(filters).values_list(*COLUMNS).iterator(ROWS_AT_A_TIME))
    while chunk := list(islice(found, ROWS_AT_A_TIME)):
        yield from _made(chunk, filters)


def ordered(filters: Filters) -> QuerySet[Organization]:
    """The organizations of the selection in the order that the filters ask for."""
    column, descends = filters.sorted_by(SORTS, "-initiatives")
    found = selection.organizations(filters)
    if column == "initiatives":
        found = found.alias(order=_count_of_initiatives(filters))
    elif column == "amount":
        found = found.alias(order=_money_it_stands_behind(filters))
    else:
        found = found.alias(order=F({"country": "country_id"}.get(column, column)))
    return found.order_by(F("order").desc(nulls_last=True) if descends else F("order").asc(nulls_last=True), "name")


def _count_of_initiatives(filters: Filters) -> Any:
    rows = taking_part(filters).filter(organization=OuterRef("pk")).order_by().values("organization")
    return Coalesce(Subquery(rows.annotate(n=Count("initiative", distinct=True)).values("n")), 0)


def _money_it_stands_behind(filters: Filters) -> Any:
    """The counted money of the entries that an outer organization pays for, alone or with others."""
    paying = FundingCount.objects.filter(money.counting(filters), snapshot=selection.snapshot(filters), entry__funders__organization=OuterRef("pk"))
    sums = paying.order_by().values("entry__funders__organization").annotate(sum=Sum(money.amount(filters, "net"))).values("sum")
    return Coalesce(Subquery(sums[:1], output_field=money.AMOUNT), money.nothing())


def _made(rows: Sequence[Sequence[Any]], filters: Filters) -> list[OrganizationRow]:
    ids = [row[0] for row in rows]
    payments, roles, taking, names = payments_of(ids, filters), roles_of(ids, filters), initiatives_of(ids, filters), other_names_of(ids)
    return [_row(row, payments.get(row[0], []), roles.get(row[0], ()), taking.get(row[0], set()), names.get(row[0], ())) for row in rows]


def _row(row: Sequence[Any], payments: Sequence[Payment], roles: Sequence[str], taking: set[int], names: Sequence[str]) -> OrganizationRow:
    _id, slug, name, kind, country = row
    return OrganizationRow(
        slug, name, kind, country, name_of(country) if country else None,
        initiatives=len(taking),
        roles=tuple(roles),
        paid=own_share(payments),
        paid_with_others=sum((one.counted for one in payments if one.share is None), money.ZERO),
        other_names=tuple(names),
    )  # fmt: skip


def own_share(payments: Sequence[Payment]) -> Decimal:
    """The published shares of some payments, added up to a hundredth of a unit."""
    return sum((one.counted * one.share for one in payments if one.share is not None), money.ZERO).quantize(money.CENT)


def payments_of(ids: Sequence[int], filters: Filters) -> dict[int, list[Payment]]:
    """The counted entries that each organization pays for; who pays alone pays all. One statement."""
    payers = Funder.objects.filter(entry=OuterRef("entry")).order_by().values("entry").annotate(n=Count("id")).values("n")
    counts = FundingCount.objects.filter(money.counting(filters), snapshot=selection.snapshot(filters))
    counts = counts.filter(entry__funders__organization__in=ids).annotate(shown_net=money.amount(filters, "net"), payers=Subquery(payers))
    columns = ("entry__funders__organization_id", "initiative_id", "shown_net", "entry__funders__share", "payers")
    found: dict[int, list[Payment]] = defaultdict(list)
    for organization, initiative, counted, share, number in counts.values_list(*columns):
        if counted is not None:
            found[organization].append(Payment(organization, initiative, counted, ALONE if share is None and number == 1 else share))
    return found


def roles_of(ids: Sequence[int], filters: Filters) -> dict[int, list[str]]:
    """The roles of each organization, in the order of the list of roles; one statement."""
    taking = taking_part(filters).filter(organization__in=ids)
    rows = taking.order_by().values_list("organization_id", "role").distinct()
    found: dict[int, list[str]] = defaultdict(list)
    for organization, role in sorted(rows, key=lambda row: list(PARTICIPATION_ROLES).index(row[1])):
        if organization is not None:
            found[organization].append(role)
    return found


def taking_part(filters: Filters) -> QuerySet[Participation]:
    """What organizations are in: where they are asked for as those that take part, only in what is selected."""
    if selection.taking_part_alone(filters):
        return selection.participations(filters, ("q",))
    return Participation.objects.filter(selection.said_by(filters.as_of, "initiative__"))


@dataclass(frozen=True, slots=True)
class Places:
    """How often the listed organizations take part: once in each initiative, and in how many roles, each once for an organization."""

    participations: int
    roles: int


def places(filters: Filters) -> Places | None:
    """How often they take part; None where organizations that only pay are listed too. One statement."""
    if not selection.taking_part_alone(filters):
        return None
    found = taking_part(filters).filter(organization__in=selection.organizations(filters).values("id")).order_by()
    once, roles = Count(Pair("initiative_id", "organization_id"), distinct=True), Count(Pair("organization_id", "role"), distinct=True)
    return Places(**found.aggregate(participations=once, roles=roles))


def initiatives_of(ids: Sequence[int], filters: Filters) -> Mapping[int, set[int]]:
    """The initiatives in which each organization takes part or for which it pays; one statement."""
    taking = taking_part(filters).filter(organization__in=ids)
    paying = Funder.objects.filter(selection.said_by(filters.as_of, "entry__"), organization__in=ids)
    found: dict[int, set[int]] = defaultdict(set)
    partaking = taking.order_by().values_list("organization_id", "initiative_id")
    also = paying.order_by().values_list("organization_id", "entry__initiative_id")
    for organization, initiative in partaking.distinct() if selection.taking_part_alone(filters) else partaking.union(also):
        if organization is not None:
            found[organization].add(initiative)
    return found


def other_names_of(ids: Sequence[int]) -> dict[int, list[str]]:
    """Aliases and former names of each organization; one statement."""
    found: dict[int, list[str]] = defaultdict(list)
    for organization, name in (
        OrganizationName.objects.filter(organization__in=ids).order_by("organization", "order", "name").values_list("organization_id", "name")
    ):
        found[organization].append(name)
    return found
