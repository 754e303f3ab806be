"""What the counted money is made of: region, country, initiative, and how much of each is committed; must not know how it is drawn."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from dashboard.filters import Filters
from dashboard.queries import money, selection
from dashboard.queries.cells import Cell, cells, kept, undisclosed
from dashboard.queries.funding_by_country import counted_initiatives, names_of
from dashboard.queries.funding_ladder import beside_scope
from dashboard.queries.remembered import Shared
from initiatives.ledger.values import reaches
from initiatives.models import Country
from initiatives.names.countries import COUNTRIES
from initiatives.vocabulary import JOINT

LARGEST = 80  # initiatives with a row of their own; a page has room for no more
JOINT_REGION = "Joint efforts"
FIRM = "committed"  # the basis from which money is firm


@dataclass(frozen=True, slots=True)
class Portion:
    """Counted money of one initiative in one country, or of the others of that country together (`slug` None); `committed` is the firm part of it."""

    region: str
    country: str
    country_name: str
    slug: str | None
    name: str
    amount: Decimal
    committed: Decimal
    ceiling: Decimal  # the part whose figure is an “up to”
    entries: int
    initiatives: int = 1
    undisclosed: int = 0  # of the whole country, on the row of its others
    not_convertible: int = 0
    beside_scope: Decimal = Decimal(0)
    at_least: Decimal = Decimal(0)  # the part whose figure is a floor


def composition(filters: Filters, found: list[Cell] | None = None) -> list[Portion]:
    """The largest initiatives and, for each country, the others together; the largest region, country and initiative first.

    Adds up to the counted total. At most four statements, however many initiatives there are; three where the cells are given.
    """
    by_country: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells(filters) if found is None else found:
        by_country[cell.country].append(cell)
    regions = regions_of(by_country)
    names, numbers = names_of(by_country), counted_initiatives(filters)
    portions = [_portion(row, regions, names) for row in LARGEST_PORTIONS.rows(filters)]
    for code, some in by_country.items():
        alone = [portion for portion in portions if portion.country == code]
        portions += _others(code, some, alone, numbers.get(code, 0), regions[code], names[code], filters)
    return _ordered(portions)


def composition_stream(filters: Filters) -> Iterator[Portion]:
    """Every initiative with counted money in every country that it counts for, in the order of the chart; four statements."""
    rows = list(_by_initiative(filters))
    codes = {row[0] for row in rows}
    regions, names = regions_of(codes), names_of(codes)
    yield from _ordered([_portion(row, regions, names) for row in rows])


def regions_of(codes: Any) -> dict[str, str]:
    """The region of each country or actor; joint money has none. One statement where an actor is not in the table of names."""
    found = {code: JOINT_REGION if code == JOINT else COUNTRIES[code].region for code in codes if code == JOINT or code in COUNTRIES}
    others = [code for code in codes if code not in found]
    return {**found, **(dict(Country.objects.filter(code__in=others).values_list("code", "region")) if others else {})}


def _by_initiative(filters: Filters) -> QuerySet[Any, Any]:
    net = money.amount(filters, "net")
    found = selection.entries(filters).filter(money.counting(filters)).order_by()
    sums = found.values("country", "initiative__slug", "initiative__name").annotate(
        sum=Sum(net, default=money.ZERO, output_field=money.AMOUNT),
        firm=Sum(net, filter=Q(stage__in=money.stages_of(FIRM)), default=money.ZERO, output_field=money.AMOUNT),
        ceiling=Sum(net, filter=Q(entry__hedge__in=money.OPEN_HEDGES), default=money.ZERO, output_field=money.AMOUNT),
        floor=Sum(net, filter=Q(entry__hedge="at-least"), default=money.ZERO, output_field=money.AMOUNT),
        number=Count("id"),
    )
    return sums.values_list("country", "initiative__slug", "initiative__name", "sum", "firm", "ceiling", "floor", "number")


def _largest(filters: Filters) -> QuerySet[Any, Any]:
    return _by_initiative(filters).order_by("-sum", "initiative__slug", "country")[:LARGEST]


LARGEST_PORTIONS = Shared("composition", _largest)


def _portion(row: tuple[Any, ...], regions: dict[str, str], names: dict[str, str]) -> Portion:
    country, slug, name, amount, firm, ceiling, floor, number = row
    return Portion(regions[country], country, names[country], slug, name, amount, firm, ceiling, number, at_least=floor)


def _others(code: str, some: list[Cell], alone: list[Portion], initiatives: int, region: str, name: str, filters: Filters) -> list[Portion]:
    """What is left of a country beside the initiatives with a row of their own; none where nothing is left to say."""
    here = kept(some, filters)
    number = initiatives - len(alone)
    left = Portion(
        region=region,
        country=code,
        country_name=name,
        slug=None,
        name=f"{number} other{'' if number == 1 else 's'}" if alone else f"{number} initiative{'' if number == 1 else 's'}",
        amount=sum((cell.net for cell in here), money.ZERO) - sum((one.amount for one in alone), money.ZERO),
        committed=sum((cell.net for cell in here if reaches(cell.stage, FIRM)), money.ZERO) - sum((one.committed for one in alone), money.ZERO),
        ceiling=sum((cell.ceiling for cell in here), money.ZERO) - sum((one.ceiling for one in alone), money.ZERO),
        entries=sum(cell.counting for cell in here) - sum(one.entries for one in alone),
        initiatives=number,
        undisclosed=undisclosed(here),
        not_convertible=sum(cell.not_convertible for cell in here),
        beside_scope=beside_scope(some, filters),
        at_least=sum((cell.floor for cell in here), money.ZERO) - sum((one.at_least for one in alone), money.ZERO),
    )
    return [left] if left.amount or left.undisclosed or left.not_convertible or left.beside_scope else []


def _ordered(portions: list[Portion]) -> list[Portion]:
    """Regions, countries and initiatives by size; what is gathered stands last in its country."""
    region: dict[str, Decimal] = defaultdict(Decimal)
    country: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for one in portions:
        region[one.region] += one.amount
        country[one.region, one.country] += one.amount
    return sorted(
        portions,
        key=lambda one: (
            -region[one.region], one.region, -country[one.region, one.country], one.country, one.slug is None, -one.amount, one.slug or "",
        ),
    )  # fmt: skip
