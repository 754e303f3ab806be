"""Rows, articles and publishers behind charts without money."""

from pathlib import Path

import pytest

from dashboard.queries.citations import citations
from dashboard.queries.publications import publications
from tests.dashboard.conftest import Ask


@pytest.mark.parametrize("kind", ["participants", "comments", "quantities", "initiatives"])
def test_publishers_add_up_to_the_rows_and_articles_to_the_publications(curated: Path, ask: Ask, kind: str) -> None:
    found = citations(ask("country=JPN&country=KOR&country=USA"), kind)
    assert found.rows == sum(number for _, number in found.publishers) > 0
    assert found.articles == publications(ask("country=JPN&country=KOR&country=USA"), kind).number
    assert found.named[0].rests == max(article.rests for article in found.named)


def test_nothing_rests_on_nothing(two_countries: Path, ask: Ask) -> None:
    found = citations(ask("country=USA"), "comments")
    assert (found.rows, found.articles, found.publishers, found.named) == (0, 0, (), ())
