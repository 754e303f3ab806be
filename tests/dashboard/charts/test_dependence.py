"""Dependence in words, and where its squares lead."""

from pathlib import Path

from dashboard import charts
from dashboard.charts import parts
from dashboard.charts.dependence import Dependence
from dashboard.filters import Filters
from dashboard.queries import selection
from dashboard.queries.dependence import ALL, HomeShare
from tests.dashboard.conftest import Ask

CHART = Dependence()


def test_the_sentence_says_the_share_from_abroad_and_from_where_most_of_it_comes(curated: Path, ask: Ask) -> None:
    filters = ask()
    rows = CHART.rows(filters)
    brief = CHART.brief(rows, filters)
    assert brief.startswith(
        "16.6\u00a0% of those taking part come from abroad, 166 of 1,001\u00a0participations; 109 of them from the United States."
    )
    assert "most comes from abroad in " in brief
    assert "dollars" not in CHART.subtitle(filters, charts.stamp(filters))


def test_a_square_opens_the_organizations_of_its_home_in_its_owner(curated: Path, ask: Ask) -> None:
    filters = ask()
    figure = CHART.figure(CHART.rows(filters), filters, 789)
    addresses = {trace["customdata"][0] for trace in figure["data"] if "customdata" in trace}
    assert "/organizations/?country=GBR&role=any&home=USA" in addresses
    assert "/organizations/?country=GBR&role=any&home=abroad" in addresses, "the sum from abroad"
    homes = set(selection.organizations(ask("country=GBR&home=USA")).values_list("country_id", flat=True))
    assert homes == {"USA"}


def test_homes_that_nobody_published_are_named_under_the_drawing() -> None:
    rows = [
        HomeShare("NOR", "Norway", ALL, "All initiatives", 3, 0, 1, 3),
        HomeShare(None, "Home unknown", ALL, "All initiatives", 2, 0, 1, 3),
        HomeShare("NOR", "Norway", "NOR", "Norway", 3, 0, 1, 3),
        HomeShare(None, "Home unknown", "NOR", "Norway", 2, 0, 1, 3),
    ]
    under = CHART.under(rows, Filters())
    assert parts.plain(under) == "2\u00a0participations are of unknown home (Norway) and in no share"
    assert under[0].address == "/organizations/?role=any&home=unknown"
    assert CHART.brief(rows, Filters()) == "None of the 3\u00a0participations of known home is from abroad."


def test_a_screen_reader_hears_each_owner_with_the_homes_behind_its_share(curated: Path, ask: Ask) -> None:
    filters = ask()
    spoken = CHART.spoken(CHART.rows(filters), filters)
    assert "Japan: 8 of 66 from abroad, among them United States 7 and Belgium 1." in spoken
