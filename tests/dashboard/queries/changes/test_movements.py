"""What moved between two states adds up to the difference of the totals, and every entry says why."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from dashboard.filters import FilterError
from dashboard.queries.changes import CAUSES, Changes, changes, needed
from dashboard.queries.changes.moments import at
from dashboard.queries.readiness import state_of
from dashboard.queries.totals import totals
from initiatives.exchange import load as loading
from initiatives.models import FundingEntry
from initiatives.publish.editing import editing
from tests.dashboard.north import norway, norway_chips, sweden, together
from tests.initiatives.exchange.files import entry, initiative, write

Told = Callable[[str], Changes]


def told(query: str) -> Changes:
    """The changes of an address, held to the totals of both states."""
    with state_of(QueryDict(query), needed) as filters:
        found = changes(filters)
        assert sum(one.moved for one in found.movements) == found.by_basis[filters.basis][1] - found.by_basis[filters.basis][0]
        assert sum(one.moved for one in found.countries) == sum(one.moved for one in found.movements)
        for place, moment in enumerate((found.before, found.after)):
            if moment.edition is None:
                assert {basis: pair[place] for basis, pair in found.by_basis.items()} == totals(at(filters, moment)).by_basis
    assert {one.cause for one in (*found.movements, *found.silent)} <= set(CAUSES)
    return found


@pytest.mark.parametrize("query", [
    "", "from=2025&to=2025", "from=2024-05-02&to=2025-12-01&currency=EUR", "from=2025-06-01&country=NOR&basis=committed",
    "from=2020&scope=-chips&currency=JPY",
    "from=2025-01-01&to=2026-02&region=Europe&basis=headline&min=1000000",
])  # fmt: skip
def test_the_movements_are_the_difference_of_the_totals(two_countries: Path, query: str) -> None:
    told(query)


def test_what_replaces_what_restates_and_what_comes_is_named(japan: Path) -> None:
    found = told("from=2025-12-20&to=2026-07-01&currency=JPY&basis=budgeted")
    assert {one.entry.key: one.cause for one in found.movements} == {"domestic-model#8": "new"}
    silent = {one.entry.key: one.cause for one in found.silent}
    assert silent["domestic-model#7"] == "said-again"
    assert silent["domestic-model#5"] == "uncounted"
    later = told("from=2026-06-29&to=2026-06-30&currency=JPY&basis=budgeted")
    assert {one.entry.key: (one.cause, one.before, one.after) for one in later.movements} == {
        "domestic-model#5": ("replaced", 300_000_000_000, 0),
        "domestic-model#8": ("new", 0, 387_300_000_000),
    }
    assert [one.entry.key for one in later.silent] == ["domestic-model#9"]


def test_a_day_ends_before_changes_begin_and_a_month_is_told_whole(japan: Path) -> None:
    assert told("from=2026-06-30&to=2026-07-31").movements == ()
    assert told("from=2026-06&to=2026-07").movements != ()
    assert str(told("from=2026-06&to=2026-07").before.day) == "2026-05-31"


def test_two_editions_are_compared_whatever_their_days(two_countries: Path, tmp_path: Path) -> None:
    changed, chips = norway(), norway_chips()
    changed["funding"][0]["amount"] = 300_000_000
    more = initiative("aurora", name="Aurora", funding=[entry("aurora#1", amount=5_000_000_000, announced_on="2019-01-01")], quantities=[])
    (tmp_path / "more").mkdir()
    loading.load(write(tmp_path / "more", changed, chips, sweden(), together(), more))
    with editing(None, "taken back") as session:
        session.remove(FundingEntry.objects.get(key="baltic-data-space#1"))
    found = told("from_edition=1&currency=NOK")
    causes = {one.entry.key: one.cause for one in found.movements}
    assert causes == {"fjord-computer#1": "corrected", "aurora#1": "new", "baltic-data-space#1": "withdrawn"}
    assert (found.before.edition, found.after.edition) == (1, None)
    halfway = told("from_edition=1&edition=2&currency=NOK")
    assert "withdrawn" not in {one.cause for one in halfway.movements}


@pytest.mark.parametrize(("query", "words"), [
    ("from=2026-03-01&to=2026-02-01", "no day lies between them"), ("from=2060", "nothing lies between them"),
    ("from_edition=1", "Choose an earlier one"),
    ("from_edition=7", "is no edition"), ("from_edition=1&from=2025", "not with both"), ("from_edition=x", "is no edition"),
])  # fmt: skip
def test_moments_in_no_order_are_refused_in_words(two_countries: Path, query: str, words: str) -> None:
    with pytest.raises(FilterError, match=words):
        told(query)


def test_six_statements_find_everything_and_two_when_asked_again(curated: Path) -> None:
    with state_of(QueryDict("from=2025-01-01"), needed) as filters:
        with CaptureQueriesContext(
            connection,
        ) as first:
            changes(filters)
        with CaptureQueriesContext(connection) as again:
            changes(filters)
    assert (len(first), len(again)) <= (4, 2)
