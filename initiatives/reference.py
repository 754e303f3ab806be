"""Fills the yearly statistics of countries from a table, and of actors from the sums of their members; knows no initiatives."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from django.db import transaction

from initiatives.models import Country, CountryStatistic, writing
from initiatives.models.writing import Author
from initiatives.names.countries import COUNTRIES

STATISTICS_FILE = Path(__file__).parent / "data" / "country_stats.csv"
COLUMNS = ["iso3", "year", "gdp_usd", "population", "source"]


@dataclass(frozen=True, slots=True)
class Statistic:
    """One country in one year: gross domestic product in US dollars at current prices, and people; None where the source has no figure."""

    code: str
    year: int
    gdp_usd: Decimal | None
    population: int | None
    source: str


@transaction.atomic
def load_statistics(path: Path = STATISTICS_FILE, user_id: int | None = None) -> int:
    """The table of statistics says what the file says afterwards, each changed row with its line of history; how many rows that changed.

    Raises OSError, and ValueError for another file.
    """
    wanted = {(row.code, row.year): row for row in with_actors(list(read_statistics(path)))}
    known = set(Country.objects.values_list("code", flat=True))
    stored = {(row.country_id, row.year): row for row in CountryStatistic.objects.all()}
    gone = [row for at, row in stored.items() if at not in wanted]
    new = [_row(row) for at, row in wanted.items() if at not in stored and row.code in known]
    changed = [row for at, row in stored.items() if at in wanted and _adopt(row, wanted[at])]
    author = Author(user_id, f"Loaded from {path.name}")
    writing.remove(CountryStatistic, gone, author)
    writing.change(CountryStatistic, changed, ["gdp_usd", "population", "source"], author)
    writing.add(CountryStatistic, new, author)
    return len(gone) + len(new) + len(changed)


def read_statistics(path: Path) -> Iterator[Statistic]:
    """The rows of a file. Raises ValueError where its columns are others."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file)
        if table.fieldnames != COLUMNS:
            raise ValueError(f"{path.name}: the columns are {', '.join(table.fieldnames or [])}. Use: {', '.join(COLUMNS)}.")
        for row in table:
            gdp, population = row["gdp_usd"], row["population"]
            yield Statistic(row["iso3"], int(row["year"]), Decimal(gdp) if gdp else None, int(population) if population else None, row["source"])


def with_actors(rows: list[Statistic]) -> Iterator[Statistic]:
    """The rows, and for every actor with members that the file leaves out the sums of each year in which every member has a figure."""
    yield from rows
    at = {(row.code, row.year): row for row in rows}
    years = sorted({row.year for row in rows})
    for actor in COUNTRIES.values():
        for year in years:
            if actor.members and (actor.code, year) not in at:
                yield from _sum(actor.code, year, [at.get((member, year)) for member in actor.members])


def _sum(code: str, year: int, members: list[Statistic | None]) -> Iterator[Statistic]:
    gdps = [member.gdp_usd for member in members if member and member.gdp_usd is not None]
    people = [member.population for member in members if member and member.population is not None]
    gdp = sum(gdps, Decimal(0)) if len(gdps) == len(members) else None
    population = sum(people) if len(people) == len(members) else None
    if gdp is not None or population is not None:
        yield Statistic(code, year, gdp, population, f"sum of the rows of its {len(members)} members of today")


def _row(statistic: Statistic) -> CountryStatistic:
    return CountryStatistic(
        country_id=statistic.code, year=statistic.year, gdp_usd=statistic.gdp_usd, population=statistic.population, source=statistic.source
    )


def _adopt(row: CountryStatistic, wanted: Statistic) -> bool:
    if (row.gdp_usd, row.population, row.source) == (wanted.gdp_usd, wanted.population, wanted.source):
        return False
    row.gdp_usd, row.population, row.source = wanted.gdp_usd, wanted.population, wanted.source
    return True
