"""Gross domestic product and population by which money is divided; must not know the money."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from initiatives.models import CountryStatistic

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
    """The latest figures of each country or body up to `year`; two statements."""
    gdp = _latest(codes, year, "gdp_usd")
    population = _latest(codes, year, "population")
    return {code: _joined(gdp.get(code, (None, None)), population.get(code, (None, None))) for code in codes}


def _joined(gdp: tuple[int | None, Decimal | None], population: tuple[int | None, Decimal | None]) -> Denominator:
    people = None if population[1] is None else int(population[1])
    return Denominator(gdp[1], gdp[0], people, population[0])


def _latest(codes: Collection[str], year: int, column: str) -> dict[str, tuple[int | None, Decimal | None]]:
    recent = CountryStatistic.objects.filter(country__in=codes, year__lte=year, year__gt=year - YEARS_BACK)
    rows: QuerySet[Any] = recent.filter(**{f"{column}__isnull": False}).order_by("country_id", "-year").distinct("country_id")
    return {code: (latest, Decimal(figure)) for code, latest, figure in rows.values_list("country_id", "year", column)}
