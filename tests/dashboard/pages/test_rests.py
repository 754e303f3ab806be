"""What pages of charts without money say of their sources."""

from pathlib import Path

import pytest
from django.test import Client

from dashboard.pages.rests import rests
from tests.dashboard.conftest import Ask


@pytest.mark.parametrize("slug", ["participants-by-country", "dependence", "initiative-timeline", "commentary-stance", "energy-and-compute"])
def test_a_chart_without_money_names_its_sources(curated: Path, slug: str) -> None:
    page = Client().get(f"/charts/{slug}/").content.decode()
    for words in ("Reading it", "Beside this chart", "addresses of", "Most rests on"):
        assert words in page


def test_nothing_is_said_to_rest_on_nothing(two_countries: Path, ask: Ask) -> None:
    found = rests("commentary-stance", ask("country=USA"))
    assert found.publishers == "No comment with a source is in this selection"
    assert found.articles == ()
