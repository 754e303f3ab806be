"""What is handed in twice is read once, and whoever did it is told where it stands."""

import pytest

from initiatives.ingest import run
from initiatives.ingest.run import work
from initiatives.models import Article, Draft, Intake
from tests.initiatives.ingest.run.handing import TITLE

ADDRESS = "https://news.example.org/story"
TEXT = (
    f"{TITLE}\n\nNorway will spend 1.2 billion kroner on a national supercomputer for artificial intelligence in Trondheim, the government said on "
    "Monday. The machine is to train open models in Norwegian and Sami, and half of its time is meant for young companies and hospitals."
).encode()


def test_one_text_in_two_files_at_once_makes_one_draft_and_the_second_says_where_it_stands(db: None) -> None:
    rows = [run.hand_in_file(name, TEXT) for name in ("one.txt", "two.txt")]
    for row in reversed(rows):
        run.understand(row.pk)
        row.refresh_from_db()
    draft = Draft.objects.get()
    assert [row.state for row in rows] == ["duplicate", "done"]
    assert f"The same text as “{TITLE}”" in rows[0].message
    assert f"/desk/drafts/{draft.pk}/" in rows[0].message
    assert f"/desk/stories/{Article.objects.get(draft=draft).place.story_id}/" in rows[0].message


@pytest.mark.parametrize("again", [ADDRESS, f"{ADDRESS}?utm_source=mail", "http://www.news.example.org/story/#top"])
def test_an_address_that_waits_already_is_not_fetched_a_second_time(db: None, again: str) -> None:
    row = run.hand_in_address(ADDRESS)
    assert run.hand_in_address(again) == row
    assert Intake.objects.count() == 1


def test_an_address_with_a_day_of_its_own_or_one_that_was_read_is_handed_in_anew(db: None) -> None:
    row = run.hand_in_address(ADDRESS)
    other_day = run.hand_in_address(ADDRESS, "2026-11-24")
    assert other_day != row
    for each in (row, other_day):
        work.fail(each, "The page is not there (404).")
    assert run.hand_in_address(ADDRESS) not in (row, other_day)
