"""Questions that are asked in one statement are answered as each of them alone."""

from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from dashboard.filters import Filters
from dashboard.queries import together, written
from dashboard.queries.every_chart import of_every_chart
from dashboard.queries.remembered import Shared
from initiatives.models import Initiative
from tests.dashboard.conftest import Ask

QUERIES = (
    "", "country=JPN&country=FRA&currency=EUR", "basis=headline&scope=chips&scope=ai", "country=-USA&origin=public", "as_of=2025-06-30&currency=JPY",
    "region=Europe&stage=committed&min=1000000", "theme=energy&role=lead&home=JPN", "stance=critical&from=2025", "country=joint",
)  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_each_question_has_the_rows_that_it_has_alone(curated: Path, ask: Ask, query: str) -> None:
    filters = ask(query)
    questions = of_every_chart(filters)
    together.ask(questions)
    assert any(shared.rows(asked) for shared, asked in questions)
    for shared, asked in questions:
        alone = written.rows(shared.question, asked)
        kept = shared.rows(asked)
        assert kept == alone, shared.name
        assert [[type(value) for value in row] for row in kept] == [[type(value) for value in row] for row in alone], shared.name


def test_all_are_one_statement_and_none_once_they_are_remembered(curated: Path, ask: Ask) -> None:
    filters = ask()
    cache.clear()
    for statements in (1, 0):
        with CaptureQueriesContext(connection) as captured:
            together.ask(of_every_chart(filters))
        assert len([one for one in captured if "initiatives_edition" not in one["sql"]]) == statements
    with CaptureQueriesContext(connection) as captured:
        rows = [shared.rows(asked) for shared, asked in of_every_chart(filters)]
    assert all(rows)
    assert not [one for one in captured if "initiatives_edition" not in one["sql"]]


def nothing(_filters: Filters) -> QuerySet[Initiative, Any]:
    return Initiative.objects.none().values_list("id")


def test_a_question_that_can_find_nothing_is_answered_without_being_asked(curated: Path, ask: Ask) -> None:
    filters, silent = ask(), Shared("nothing", nothing)
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        together.ask([(silent, filters)])
        assert silent.rows(filters) == []
    assert not [one for one in captured if "initiatives_edition" not in one["sql"]]
