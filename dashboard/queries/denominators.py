"""Gross domestic product and population by which money is divided; must not know the money."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from initiatives.models import CountryStatistic
from initiatives.names.countries import COUNTRIES

YEARS_BACK = 10  # an older figure says too little about today


@dataclass(frozen=True, slots=True)
class Denominator:
    """The latest figures of one country up to a year, with the year they are of; None where there is no figure."""

    gdp_usd: Decimal | None = None
    gdp_year: int | None = None
    population: int | None = None
    population_year: int | None = None


NONE = Denominator()


def denominators(codes: Collection[str], year: int) -> dict[str, Denominator]:
    """The latest figures of each country up to `year`; a body without figures of its own takes those of its members of one year. Three statements."""
    gdp = _latest(codes, year, "gdp_usd")
    population = _latest(codes, year, "population")
    bodies = [code for code in codes if code not in gdp and code in COUNTRIES and COUNTRIES[code].members]
    for code, (summed_gdp, summed_people) in _of_members(bodies, year).items():
        gdp[code], population[code] = summed_gdp, summed_people
    return {code: _joined(gdp.get(code, (None, None)), population.get(code, (None, None))) for code in codes}


def _joined(gdp: tuple[int | None, Decimal | None], population: tuple[int | None, Decimal | None]) -> Denominator:
    people = None if population[1] is None else int(population[1])
    return Denominator(gdp[1], gdp[0], people, population[0])


def _figures(codes: Iterable[str], year: int) -> QuerySet[CountryStatistic]:
    return CountryStatistic.objects.filter(country__in=list(codes), year__lte=year, year__gt=year - YEARS_BACK)


def _latest(codes: Collection[str], year: int, column: str) -> dict[str, tuple[int | None, Decimal | None]]:
    rows: QuerySet[Any] = _figures(codes, year).filter(**{f"{column}__isnull": False}).order_by("country_id", "-year").distinct("country_id")
    return {code: (latest, Decimal(figure)) for code, latest, figure in rows.values_list("country_id", "year", column)}


Figure = tuple[int | None, Decimal | None]


def _of_members(bodies: Collection[str], year: int) -> dict[str, tuple[Figure, Figure]]:
    """Of each body the sums over its members in the latest year in which all of them have both figures."""
    members = {member for body in bodies for member in COUNTRIES[body].members}
    if not members:
        return {}
    rows = _figures(members, year).filter(gdp_usd__isnull=False, population__isnull=False)
    figures: QuerySet[Any] = rows.values_list("country_id", "year", "gdp_usd", "population")
    known = {(code, at): (gdp, Decimal(people)) for code, at, gdp, people in figures}
    found: dict[str, tuple[Figure, Figure]] = {}
    for body in bodies:
        of_body = COUNTRIES[body].members
        complete = max((at for at in range(year - YEARS_BACK + 1, year + 1) if all((code, at) in known for code in of_body)), default=None)
        if complete is not None:
            sums = [sum((known[code, complete][column] for code in of_body), Decimal(0)) for column in (0, 1)]
            found[body] = ((complete, sums[0]), (complete, sums[1]))
    return found
