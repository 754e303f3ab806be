"""What is taken from the whole record's answer is what would have been asked."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.core.cache import cache
from django.http import QueryDict

from dashboard.queries import cells as of_cells
from dashboard.queries import funding_by_country, providers, whole, written
from dashboard.queries.cells import cells
from dashboard.queries.readiness import state_of
from initiatives.exchange import load as loading
from tests.dashboard.conftest import Ask
from tests.dashboard.north import norway
from tests.initiatives.exchange.files import write

ADDRESSES = (
    "",
    "country=NOR",
    "country=-NOR",
    "country=joint&country=SWE",
    "region=Europe",
    "region=-Europe",
    "origin=public&country=USA",
    "origin=-public&stage=committed",
    "stage=-pledged&region=East+Asia&currency=EUR",
    "country=JPN&basis=committed&scope=chips",
    "as_of=2025-06-30&country=JPN&country=KOR",
)


@pytest.mark.parametrize("query", ADDRESSES)
def test_a_part_of_the_whole_is_what_the_record_answers(curated: Path, ask: Ask, query: str) -> None:
    filters = ask(query)
    assert whole.holds(filters, *of_cells.TOLD_APART)
    assert sorted(cells(filters), key=str) == sorted(of_cells._made(filters), key=str)
    named = {name for *_, names in written.rows(providers._named, filters) for name in (names or "").split(providers.BETWEEN)}
    assert providers._asked(filters) == sorted(named)
    asked = dict(written.rows(funding_by_country._initiatives, filters))
    assert funding_by_country.counted_initiatives(filters) == asked


def test_what_tells_no_cells_apart_is_asked_of_the_record(curated: Path, ask: Ask) -> None:
    for query in ("kind=compute", "q=data", "from=2025", "min=1000", "country=JPN&status=announced", "reason=counted"):
        assert not whole.holds(ask(query), *of_cells.TOLD_APART)


def test_owners_are_told_from_the_whole_but_where_some_are_left_out(two_countries: Path, ask: Ask) -> None:
    assert funding_by_country.owners_in_record(ask("")) == ["NOR", "SWE", "joint"]
    assert funding_by_country.owners_in_record(ask("country=SWE")) == ["SWE"]
    assert funding_by_country.owners_in_record(ask("country=-SWE")) == ["NOR"]


def test_nothing_old_is_answered_with_once_the_cache_is_emptied(curated: Path) -> None:
    assert whole.kept("numbers", "of", lambda: [1]) == [1]
    assert whole.kept("numbers", "of", lambda: [2]) == [1]
    cache.clear()
    assert whole.kept("numbers", "of", lambda: [3]) == [3]


def test_only_some_answers_are_kept(curated: Path) -> None:
    for number in range(whole.MOST_KEPT + 1):
        whole.kept("numbers", str(number), lambda number=number: [number])  # type: ignore[misc]
    assert whole.kept("numbers", "0", lambda: ["again"]) == ["again"]


def counted(query: str) -> Decimal:
    with state_of(QueryDict(query)) as filters:
        return of_cells.counted(of_cells.kept(cells(filters), filters))


def test_what_a_process_keeps_of_one_edition_is_not_answered_with_in_another(two_countries: Path, tmp_path: Path) -> None:
    before = counted("")
    changed = norway()
    changed["funding"][0]["amount"] = 900_000_000
    (tmp_path / "more").mkdir()
    loading.load(write(tmp_path / "more", changed))
    after = counted("")
    assert after > before
    assert [counted("edition=1"), counted("edition=2"), counted("edition=1"), counted("")] == [before, after, before, after]
