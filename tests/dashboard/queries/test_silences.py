"""Who is not heard is counted and named, with the money behind the silence."""

from pathlib import Path

from dashboard.pages.silence import missing, undoubted
from dashboard.queries.cells import cells
from dashboard.queries.comments import by_country
from dashboard.queries.silences import silences
from tests.dashboard.conftest import Ask


def test_each_kind_is_counted_and_named(two_countries: Path, ask: Ask) -> None:
    found = silences(ask("currency=EUR"))
    assert found["unspoken"].count == 2
    assert {one.slug for one in found["unspoken"].named} == {"nordic-chips", "baltic-data-space"}
    assert found["unspoken"].counted == 30_000_000
    assert [(one.slug, one.words) for one in found["undated"].named] == [("fjord-computer", "Per Hansen")]
    assert found["foreign"].count == 0


def test_the_counts_of_the_record_agree_with_their_names(curated: Path, ask: Ask) -> None:
    filters = ask()
    found = silences(filters)
    assert all(len(one.named) == min(one.count, 60) > 0 for one in found.values())
    assert [one.count for one in missing(found, filters)] == [
        found[kind].count for kind in ("unspoken", "officials", "interested", "foreign", "undated")
    ]
    assert found["foreign"].count == 58


def test_countries_without_a_doubter_have_money_and_no_doubt(curated: Path, ask: Ask) -> None:
    filters = ask()
    tallies = {one.value: one for one in by_country(filters)}
    quiet = undoubted(cells(filters), list(tallies.values()), filters)
    assert quiet[0].name == "Qatar"
    assert all(one.counted > 0 and (one.code not in tallies or not tallies[one.code].doubting) for one in quiet)
    assert undoubted(cells(filters), [], ask("stance=supportive")) == []
