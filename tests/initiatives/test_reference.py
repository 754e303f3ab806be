"""Statistics of countries, and of actors as the sums of their members."""

from decimal import Decimal
from pathlib import Path

import pytest

from initiatives.models import Country, CountryStatistic
from initiatives.names.countries import COUNTRIES
from initiatives.reference import Statistic, load_statistics, with_actors

HEADER = "iso3,year,gdp_usd,population,source\n"


def test_an_actor_is_the_sum_of_its_members_where_each_has_a_figure() -> None:
    members = COUNTRIES["NORDIC"].members
    rows = [Statistic(code, 2024, Decimal(10), 5, "source") for code in members]
    rows += [Statistic(code, 2025, Decimal(10), None if code == members[0] else 5, "source") for code in members]
    sums = {row.year: (row.gdp_usd, row.population, row.source) for row in with_actors(rows) if row.code == "NORDIC"}
    count = len(members)
    source = f"sum of the rows of its {count} members of today"
    assert sums == {2024: (Decimal(10 * count), 5 * count, source), 2025: (Decimal(10 * count), None, source)}


def test_an_actor_that_lacks_a_member_has_no_row() -> None:
    assert [row.code for row in with_actors([Statistic("SWE", 2024, Decimal(10), 5, "source")])] == ["SWE"]


def lines() -> int:
    count: int = CountryStatistic.history.count()
    return count


@pytest.fixture
def no_statistics(db: None) -> None:
    CountryStatistic.objects.all().delete()


@pytest.mark.usefixtures("no_statistics")
def test_our_own_table_has_the_union_and_countries_that_other_tables_leave_out() -> None:
    assert load_statistics() > 9000
    assert CountryStatistic.objects.filter(country__in=["EUU", "TWN", "HKG", "XKX"], year=2024, gdp_usd__gt=0).count() == 4
    assert load_statistics() == 0


@pytest.mark.usefixtures("no_statistics")
def test_each_changed_statistic_leaves_one_line_of_history_and_the_same_file_again_none(tmp_path: Path) -> None:
    path = tmp_path / "statistics.csv"
    path.write_text(HEADER + "SWE,2024,6,10,x\nNOR,2024,5,5,x\n", encoding="utf-8")
    before = lines()
    load_statistics(path)
    path.write_text(HEADER + "SWE,2024,7,10,x\n", encoding="utf-8")
    load_statistics(path)
    load_statistics(path)
    told = [(line.history_type, line.country_id, line.gdp_usd) for line in CountryStatistic.history.order_by("history_id")[before:]]
    assert told == [("+", "SWE", 6), ("+", "NOR", 5), ("-", "NOR", 5), ("~", "SWE", 7)]
    assert CountryStatistic.history.latest().history_change_reason == "Loaded from statistics.csv"


@pytest.mark.django_db
def test_every_country_has_a_beginning_in_its_history() -> None:
    assert set(Country.history.filter(history_type="+").values_list("code", flat=True)) == set(COUNTRIES)


@pytest.mark.usefixtures("no_statistics")
def test_a_missing_figure_is_null_and_a_changed_one_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "statistics.csv"
    path.write_text(HEADER + "SWE,2024,,10,x\nNOR,2024,5,5,x\n", encoding="utf-8")
    assert load_statistics(path) == 2
    assert CountryStatistic.objects.get(country="SWE").gdp_usd is None
    path.write_text(HEADER + "SWE,2024,7,10,x\n", encoding="utf-8")
    assert load_statistics(path) == 2
    assert CountryStatistic.objects.get().gdp_usd == 7


@pytest.mark.django_db
def test_another_table_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ValueError, match="Use: iso3, year, gdp_usd, population, source"):
        load_statistics(path)
