"""Counted money of each country, of bodies of countries and of joint efforts; must not know how it is drawn."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet

from dashboard.filters import Filters
from dashboard.queries import editions, money, selection, whole
from dashboard.queries.arrays import Unnested
from dashboard.queries.cells import TOLD_APART, Cell, cells, kept, known, undisclosed
from dashboard.queries.denominators import NONE, Denominator, denominators
from dashboard.queries.remembered import Shared, remembered, selected
from dashboard.queries.rows import CountryFunding
from initiatives.ledger.rates import AMOUNT_CONTEXT
from initiatives.ledger.values import ORIGINS
from initiatives.models import Country, FundingCount, Initiative
from initiatives.names.countries import COUNTRIES, name_of
from initiatives.vocabulary import JOINT

JOINT_NAME = "Joint efforts"
PERCENT = Decimal(100)
MILLIONTH = Decimal("0.000001")
# What asks for single entries; a country whose entries do not match is still a country of the record.
ASKS_FOR_ENTRIES = (*selection.OF_ENTRIES, "from_", "to", "min", "max", "first_day", "last_day")
WITHOUT_ENTRIES = {name: Filters.model_fields[name].default for name in ASKS_FOR_ENTRIES}


def funding_by_country(filters: Filters, found: list[Cell] | None = None, *, divided: bool = True, shared: bool = True) -> list[CountryFunding]:
    """One row for each country of the record that the filters let through, the largest first by what `per` asks for; unknown sums come last.

    At most six statements, five where the cells are given, one less where nobody asks who shares the joint efforts (`shared`). A country with nothing
    at this basis has 0, one with undisclosed entries only None.
    """
    by_country: dict[str, list[Cell]] = {code: [] for code in owners_in_record(filters)}
    for cell in cells(filters) if found is None else found:
        by_country.setdefault(cell.country, []).append(cell)
    codes, year = [code for code in by_country if code != JOINT], year_of(filters)
    divisors = remembered("denominators", f"{year} {codes}", lambda: denominators(codes, year)) if divided else {}
    initiatives, names = counted_initiatives(filters), names_of(by_country)
    rows = [row(code, names[code], kept(some, filters), initiatives.get(code, 0), divisors.get(code, NONE)) for code, some in by_country.items()]
    return sorted((_with_owners(one, filters) if shared and one.country == JOINT else one for one in rows), key=lambda one: order(one, filters.per))


def row(code: str, name: str, some: list[Cell], initiatives: int, divisor: Denominator) -> CountryFunding:
    """The cells of one country at the basis and in the scope as its row."""
    public = [cell for cell in some if cell.origin == "public"]
    dollars = None if known(some) is None else sum((cell.dollars for cell in some), money.ZERO)
    total = known(some)
    return CountryFunding(
        country=code,
        country_name=name,
        public=known(public),
        private=known(cell for cell in some if cell.origin == "private"),
        mixed=known(cell for cell in some if cell.origin == "mixed"),
        unknown=known(cell for cell in some if cell.origin == "unknown"),
        total=total,
        public_from_abroad=None if known(public) is None else rounded(sum((cell.abroad for cell in public), money.ZERO), money.CENT),
        initiatives=initiatives,
        entries=sum(cell.counting for cell in some),
        undisclosed=undisclosed(some),
        not_convertible=sum(cell.not_convertible for cell in some),
        gdp_percent=None if dollars is None or not divisor.gdp_usd else rounded(dollars / divisor.gdp_usd * PERCENT, MILLIONTH),
        per_person=None if total is None or not divisor.population else rounded(total / divisor.population, MILLIONTH),
        ceilings={origin: sum((cell.ceiling for cell in some if cell.origin == origin), money.ZERO) for origin in ORIGINS},
        at_least=sum((cell.floor for cell in some), money.ZERO),
    )


def rounded(figure: Decimal, unit: Decimal) -> Decimal:
    """A quotient to a stated unit, so that every file holds the same digits."""
    return figure.quantize(unit, context=AMOUNT_CONTEXT)


def shown(one: CountryFunding, per: str) -> Decimal | None:
    """The figure of a row that `per` asks for."""
    return {"total": one.total, "gdp": one.gdp_percent, "person": one.per_person}[per]


def order(one: CountryFunding, per: str) -> tuple[bool, Decimal, str]:
    """Largest first, what is unknown last, equals by code."""
    figure = shown(one, per)
    return figure is None, -(figure or money.ZERO), one.country


def year_of(filters: Filters) -> int:
    """The year up to which GDP and population are taken: that of the day shown."""
    return (editions.current().as_of(filters) or date.max).year


def owners_in_record(filters: Filters) -> list[str]:
    """Every owner of an initiative that matches but for what asks for single entries, and `joint` where several own one; one statement."""
    found = {code for owner, owners in OWNERS.rows(of_any_place(filters)) for code in ((owner, JOINT) if owners > 1 else (owner,))}
    return sorted(filter(whole.in_places(filters), found))


def of_any_place(filters: Filters) -> Filters:
    """What `owners_in_record` asks of: without what asks for single entries, and of every place unless one is left out."""
    alone = filters.model_copy(update=WITHOUT_ENTRIES)
    return alone if any(filters.excluded(name) for name in whole.PLACES) else whole.of(alone)


def _owners(filters: Filters) -> QuerySet[Initiative, Any]:
    matching = selection.own_initiatives(filters).order_by()
    return matching.annotate(owner=Unnested("countries")).values_list("owner", "countries__len").distinct()


def counted_initiatives(filters: Filters) -> dict[str, int]:
    """How many initiatives have money that counts, by country; one statement."""
    asked, belongs = of_whole_places(filters), whole.in_places(filters)
    return {code: number for code, number in COUNTED_INITIATIVES.rows(asked) if asked is filters or belongs(code)}


def of_whole_places(filters: Filters) -> Filters:
    """What `counted_initiatives` asks of: of every place where places and nothing else narrow the selection."""
    return whole.of(filters) if whole.holds(filters, *TOLD_APART) else filters


def _initiatives(filters: Filters) -> QuerySet[FundingCount, Any]:
    counting = selection.entries(filters).filter(money.counting(filters)).order_by()
    return counting.values("country").annotate(initiatives=Count("initiative", distinct=True)).values_list("country", "initiatives")


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """The display name of each code; one statement where an actor is not in the table of names."""
    known_names = {code: JOINT_NAME if code == JOINT else name_of(code) for code in codes}
    others = [code for code in known_names if code != JOINT and code not in COUNTRIES]
    return {**known_names, **(dict(Country.objects.filter(code__in=others).values_list("code", "name")) if others else {})}


def _with_owners(one: CountryFunding, filters: Filters) -> CountryFunding:
    """Joint money with the owners who share it."""
    return replace(one, owners=tuple(sorted({code for (owners,) in JOINT_OWNERS.rows(filters) for code in owners})))


def _joint_owners(filters: Filters) -> QuerySet[FundingCount, Any]:
    return selection.entries(filters).filter(money.at_basis(filters), country=JOINT).order_by().values_list("owners").distinct()


OWNERS = Shared("owners", _owners, selected)
COUNTED_INITIATIVES = Shared("initiatives by country", _initiatives)
JOINT_OWNERS = Shared("joint owners", _joint_owners)
