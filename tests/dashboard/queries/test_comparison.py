"""Countries are compared by the figures that every other page has of them, in the order of the address."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dashboard.filters import FilterError
from dashboard.queries.comparison import comparison
from dashboard.queries.country_profile import participants_of
from dashboard.queries.funding_by_country import funding_by_country
from dashboard.queries.joint_efforts import joint_efforts
from dashboard.queries.totals import totals
from tests.dashboard.conftest import Ask

THREE = "country=KOR&country=JPN&country=FRA"
SIX = "country=KOR&country=JPN&country=FRA&country=USA&country=EUU&country=DEU"


@pytest.mark.parametrize("query", ["", "&basis=committed&scope=ai&scope=chips", "&currency=EUR"])
def test_every_sum_is_that_of_the_chart_and_of_the_profile(curated: Path, ask: Ask, query: str) -> None:
    found = comparison(ask(THREE + query))
    assert [one.code for one in found] == ["KOR", "JPN", "FRA"]
    charted = {row.country: row for row in funding_by_country(ask(query))}
    for one in found:
        row = charted[one.code]
        assert (one.funding.total, one.funding.gdp_percent, one.funding.per_person) == (row.total, row.gdp_percent, row.per_person)
        assert one.totals == totals(ask(f"country={one.code}{query}"))
        assert sum(amount for origins in one.years.values() for amount in origins.values()) == row.total
        assert one.gap.gap == one.totals.by_basis["announced"] - one.totals.by_basis["committed"]


def test_participants_and_joint_efforts_are_those_of_the_profile(curated: Path, ask: Ask) -> None:
    for one in comparison(ask(THREE)):
        people = participants_of(one.code)
        assert (one.organizations, one.at_home) == (len(people), sum(person.home == one.code for person in people))
        assert one.joint == sum(effort.counted for effort in joint_efforts(ask()) if one.code in effort.owners)


def test_members_are_at_home_in_a_body_of_countries(curated: Path, ask: Ask) -> None:
    union = comparison(ask("country=EUU&country=JPN"))[0]
    assert union.at_home > union.homes.get("EUU", 0)
    assert "DEU" not in union.abroad


def test_six_countries_cost_no_more_statements_than_two(curated: Path, ask: Ask) -> None:
    counts = []
    for query in ("country=KOR&country=JPN", SIX):
        filters = ask(query)
        with CaptureQueriesContext(connection) as captured:
            comparison(filters)
        counts.append(sum("initiatives_edition" not in one["sql"] for one in captured))
    assert counts[1] <= counts[0] <= 11


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "names no country"), ("country=JPN", "names one country"), (SIX + "&country=CHN", "names 7 countries"),
        ("country=JPN&country=-FRA", "leaves a country out"), ("country=joint&country=FRA", "is no country"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused_in_words(db: None, ask: Ask, query: str, said: str) -> None:
    with pytest.raises(FilterError, match=said):
        comparison(ask(query))
