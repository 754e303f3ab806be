"""The list of editions, one edition, and one record with two days compared."""

import re
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from initiatives.models import Edition, Initiative, Organization, Point
from initiatives.publish import editing
from tests.initiatives.desk.changes.conftest import changed, whole

pytestmark = pytest.mark.usefixtures("fjord")
RECORD = "/desk/history/initiatives/fjord-computer/"


def words(answer: Any) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).replace("\u00a0", " "))


def test_the_list_tells_who_why_and_how_many_rows(editor: Client, doubled: Edition) -> None:
    page = words(editor.get("/desk/history/"))
    for told in ("2 editions, the newest first", "ada", "Read again", "1 funding entry changed", "2 funding entries added", "a file or a command"):
        assert told in page


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("person=ada", "Read again", "fjord-computer: "),
        ("person=-", "1 new", "Read again"),
        ("noun=participation", "1 new", "Read again"),
        ("noun=fundingentry", "Read again", "nothing"),
        ("words=again", "Read again", "1 new"),
        ("since=2199", "No edition matches this", "Read again"),
        ("until=1999-12", "No edition matches this", "Read again"),
        ("record=Fjord+Computer", "Read again", "nothing"),
        ("record=fjord-machines", "1 new", "Read again"),
    ],
)
def test_the_list_is_narrowed(editor: Client, doubled: Edition, query: str, shown: str, hidden: str) -> None:
    page = words(editor.get(f"/desk/history/?{query}"))
    assert shown in page
    assert hidden not in page.partition("Show all")[2]


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        ("since=31.01.2026", "is not a day"),
        ("noun=drafts", "“drafts” is no kind of row"),
        ("person=nobody", "“nobody” is nobody's name here"),
        ("record=Atlantis", "No initiative and no organization goes or went by “Atlantis”"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_still_shown(editor: Client, doubled: Edition, query: str, fault: str) -> None:
    answer = editor.get(f"/desk/history/?{query}")
    assert answer.status_code == 422
    assert fault in words(answer)
    assert "Read again" in words(answer)


def test_an_edition_tells_every_value_before_and_after(editor: Client, doubled: Edition) -> None:
    page = words(editor.get(f"/desk/history/editions/{doubled.number}/"))
    assert "amount was NOK 1 m , is now NOK 2 m" in page
    assert "note was none , is now Said in parliament" in page
    assert "Ministry of Fjords's five-year" in page or "Ministry of Fjords' five-year support (1 Mar 2025)" in page
    for raw in ("announced_on", "initiative_id", "related_to", "fundingentry "):
        assert raw not in page


def test_a_large_edition_is_told_a_page_at_a_time(editor: Client, doubled: Edition) -> None:
    row, source = Initiative.objects.get(), whole().source
    with editing(None, "Many points") as session:
        for number in range(120):
            session.save(Point(initiative=row, kind="goal", aspect="language", text=f"Goal {number}.", source=source, order=number + 1))
    address = f"/desk/history/editions/{Edition.objects.current_number()}/"
    first, last = words(editor.get(address)), words(editor.get(f"{address}?page=3"))
    assert "120 points added" in first
    assert "Goal 0." in first
    assert "Goal 119." not in first
    assert "Goal 119." in last


@pytest.mark.slow
def test_pages_ask_a_bounded_number_of_questions(editor: Client, doubled: Edition) -> None:
    addresses = (RECORD, f"/desk/history/editions/{doubled.number}/", "/desk/history/")
    before = [questions(editor, address) for address in addresses]
    for amount in range(3, 9):
        changed(f"Amount {amount}", amount=amount * 1_000_000)
    assert [questions(editor, address) for address in addresses] == before
    assert max(before) <= 30


def questions(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_a_record_tells_its_changes_and_its_values(editor: Client, doubled: Edition) -> None:
    page = words(editor.get(RECORD))
    assert "amount was NOK 1 m , is now NOK 2 m" in page
    assert "ada: Read again" in page
    assert "Owners Norway" in page


def test_two_editions_are_compared_side_by_side(editor: Client, doubled: Edition) -> None:
    page = words(editor.get(f"{RECORD}?from=edition+{doubled.number - 1}&to=edition+{doubled.number}"))
    assert "Amount NOK 1 m NOK 2 m as then" in page
    assert "Stage" not in page.partition("What was changed")[0].partition("Two days compared")[2]


def test_a_comparison_begins_with_what_came_of_it(editor: Client, doubled: Edition) -> None:
    entry = whole()
    entry.pk, entry.key, entry.order, entry.amount = None, "", 7, Decimal(3_000_000)
    with editing(None, "Another sum") as session:
        session.save(entry)
    since = f"{RECORD}?from=edition+{doubled.number - 1}"
    assert re.search(r"1 funding entry added, 1 amount corrected, announced \+\$[34]\d\d,\d{3}", words(editor.get(since))), words(editor.get(since))
    only_that = words(editor.get(f"{since}&to=edition+{doubled.number}"))
    assert re.search(r"1 amount corrected, announced \+\$\d\d,\d{3}", only_that), only_that
    backwards = words(editor.get(f"{RECORD}?from=edition+{doubled.number}&to=edition+{doubled.number - 1}"))
    assert "1 amount corrected, announced \N{MINUS SIGN}$" in backwards


def test_a_comparison_that_moves_no_money_says_so_or_nothing(editor: Client, fjord: None) -> None:
    before = Edition.objects.current_number()
    changed(note="Said in parliament")
    assert "1 funding entry changed, no total moved" in words(editor.get(f"{RECORD}?from=edition+{before}"))
    row = Initiative.objects.get()
    row.summary = "Another summary."
    with editing(None, "Summed up") as session:
        session.save(row)
    assert "1 initiative changed What" in words(editor.get(f"{RECORD}?from=edition+{before + 1}"))


def test_the_way_to_a_note_stands_at_the_top_beside_each_value_and_on_the_page_of_names(editor: Client, doubled: Edition) -> None:
    page = editor.get(RECORD).content.decode()
    assert page.index('href="#values"') < page.index('id="compare"')
    assert f'href="?note=fundingentry-{whole().pk}-amount#note">Add a note' in page
    assert "Add a note on the whole funding entry" in words(editor.get(RECORD))
    names = editor.get("/desk/names/initiatives/fjord-computer/").content.decode()
    assert f'href="{RECORD}#values"' in names


def test_before_it_was_entered_a_record_was_not_there(editor: Client, doubled: Edition) -> None:
    page = words(editor.get(f"{RECORD}?from=1999"))
    assert "came between" in page
    assert "not there" in page


@pytest.mark.parametrize("typed", ["31 Dec 2199", "31 December 2199", "Dec 2199", "2199-12"])
def test_days_are_taken_as_the_page_writes_them(editor: Client, doubled: Edition, typed: str) -> None:
    answer = editor.get(RECORD, {"from": typed, "to": typed})
    assert answer.status_code == 200
    assert "Nothing differs" in words(answer)
    assert "No edition matches this" in words(editor.get("/desk/history/", {"since": typed}))


def test_equal_days_differ_in_nothing(editor: Client, doubled: Edition) -> None:
    assert "Nothing differs" in words(editor.get(f"{RECORD}?from=2199-12-31&to=2198"))


@pytest.mark.parametrize("typed", ["yesterday", "Yesterday 2026", "31 Nov 2026", "2026-02-30", "0", "edition 99999999999", "edition x", "9" * 40])
def test_a_day_that_is_none_is_said_at_its_field(editor: Client, doubled: Edition, typed: str) -> None:
    answer = editor.get(RECORD, {"from": typed})
    assert answer.status_code == 422
    assert "aria-describedby" in answer.content.decode()
    assert f'value="{typed}"' in answer.content.decode()


def test_an_entry_is_found_by_its_key_with_its_mark(editor: Client, doubled: Edition) -> None:
    assert "amount was NOK 1 m" in words(editor.get("/desk/history/entries/fjord-computer%231/"))


def test_a_record_that_is_gone_has_its_history_still(editor: Client, doubled: Edition) -> None:
    with editing(None, "Removed") as session:
        session.remove(Initiative.objects.get())
    page = words(editor.get(RECORD))
    assert "not in the record any more" in page
    assert "Removed" in page


def test_a_former_address_leads_on(editor: Client) -> None:
    row = Organization.objects.get(name="Fjord Machines")
    row.name = "Fjord Works"
    with editing(None, "Renamed") as session:
        session.save(row)
    assert editor.get("/desk/history/organizations/fjord-machines/")["Location"] == "/desk/history/organizations/fjord-works/"


@pytest.mark.parametrize(
    "address",
    [
        "/desk/history/initiatives/atlantis/",
        "/desk/history/articles/x/",
        "/desk/history/articles/99999999999999999999/",
        "/desk/history/drafts/1/",
        "/desk/history/editions/99999999999999999999/",
        "/desk/history/rows/funder/99999999999999999999/",
        "/desk/history/rows/nothing/1/",
        "/desk/history/countries/ATL/",
        "/desk/history/initiatives/fjord%00computer/",
        "/desk/history/countries/%00/",
        "/desk/history/rows/country/%00/",
        "/desk/history/put-back/?table=country&row=%00&to=1",
        "/desk/history/put-back/?noun=initiatives&address=%00&moment=2026",
    ],
)
def test_what_never_was_is_not_found(editor: Client, address: str) -> None:
    assert editor.get(address).status_code == 404


def test_words_from_outside_are_text(editor: Client) -> None:
    changed("<b>why</b>", note="<script>alert(1)</script>")
    for address in (RECORD, f"/desk/history/editions/{Edition.objects.current_number()}/", "/desk/history/"):
        page = editor.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<b>why" not in page


def test_contributors_read_and_are_shown_no_way_to_put_back(contributor: Client, doubled: Edition) -> None:
    for address in (RECORD, f"/desk/history/editions/{doubled.number}/", "/desk/history/"):
        answer = contributor.get(address)
        assert answer.status_code == 200
        assert "put-back" not in answer.content.decode()
        assert "Take this back" not in answer.content.decode()
    assert contributor.get("/desk/history/put-back/").status_code == 403
    assert contributor.post("/desk/history/notes/").status_code == 403


def test_an_entry_ahead_of_its_time_is_told_too(editor: Client) -> None:
    changed("Ahead", announced_on="2031-01-01")
    assert "day it was said was 1 Mar 2025 , is now 1 Jan 2031" in words(editor.get(RECORD))
