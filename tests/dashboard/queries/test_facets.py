"""Each choice says how many rows it would leave, and that is what it leaves."""

from pathlib import Path

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from dashboard.filters import Filters
from dashboard.queries import selection
from dashboard.queries.facets import comment_facets, initiative_facets, organization_facets
from tests.dashboard.conftest import Ask


@pytest.mark.parametrize("query", ["", "country=NOR", "origin=public&theme=compute", "q=fjord", "kind=compute&kind=data", "min=1e6"])
def test_a_choice_leaves_what_it_says(two_countries: Path, ask: Ask, query: str) -> None:
    filters = ask(query)
    for name, facet in initiative_facets(filters).items():
        for choice in facet.choices:
            alone = Filters.from_query(QueryDict(filters.as_query(**{name: choice.value})))
            assert selection.initiatives(alone).count() == choice.count, (name, choice.value)


@pytest.mark.parametrize("query", ["country=FIN", "country=-SWE", "region=-Europe", "from=2026-02&to=2026", "as_of=2026-02-01&country=FIN"])
def test_choices_of_one_basis_are_not_shown_at_another(two_countries: Path, ask: Ask, query: str) -> None:
    counts = []
    for basis in ("announced", "committed"):
        filters = ask(f"{query}&basis={basis}")
        kinds = initiative_facets(filters)["kind"].choices
        assert sum(choice.count for choice in kinds) == selection.initiatives(filters).count()
        counts.append({choice.value: choice.count for choice in kinds})
    assert counts[0] != counts[1]


def test_choices_come_from_the_record(two_countries: Path, ask: Ask) -> None:
    found = initiative_facets(ask())
    assert [(choice.value, choice.count) for choice in found["country"].choices] == [("NOR", 3), ("SWE", 2), ("joint", 1)]
    assert found["kind"].choices[0].words == "chips" or {choice.count for choice in found["kind"].choices} == {1}
    assert [choice.words for choice in found["funder"].choices] == ["European Union", "Government of Finland", "Ministry of Fjords"]


def test_a_facet_ignores_its_own_choice_and_marks_it(two_countries: Path, ask: Ask) -> None:
    kinds = {choice.value: choice for choice in initiative_facets(ask("kind=chips"))["kind"].choices}
    assert len(kinds) == 4
    assert kinds["chips"].chosen
    assert kinds["chips"].toggled == ""
    assert kinds["data"].toggled == "kind=chips&kind=data"


def test_comments_and_organizations_have_choices_of_their_own(two_countries: Path, ask: Ask) -> None:
    stances = {choice.value: choice.count for choice in comment_facets(ask("actor=analyst"))["stance"].choices}
    assert stances == {"cautious": 1}
    kinds = {choice.value: choice.count for choice in organization_facets(ask())["type"].choices}
    assert kinds["government"] == 1


def test_what_was_counted_once_is_not_counted_again_in_the_same_edition(two_countries: Path, ask: Ask) -> None:
    filters = ask("kind=compute")
    with CaptureQueriesContext(connection) as first:
        initiative_facets(filters)
    with CaptureQueriesContext(connection) as again:
        initiative_facets(filters)
    assert (len(first), len(again)) == (2, 1)
