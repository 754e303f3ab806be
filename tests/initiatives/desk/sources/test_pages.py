"""The pages of sources: state, last answer, yield and next visit of each; and what became of every item."""

import datetime
import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from initiatives.models import Country, Source, SourceItem, SourceVisit
from tests.initiatives.desk.material import a_draft, an_intake

HOSTILE = '<script>alert("1")</script>'
SOON = timezone.now() + datetime.timedelta(hours=3)


def a_source(name: str, **columns: object) -> Source:
    given = {"state": "healthy", "watched": True, "next_visit_at": SOON, "last_visit_at": timezone.now(), **columns}
    return Source.objects.create(address=f"https://{Source.objects.count()}.example/feed", name=name, **given)


def an_item(source: Source, title: str, **columns: object) -> SourceItem:
    return SourceItem.objects.create(source=source, identity=f"{SourceItem.objects.count()}", title=title, address="https://a.example/1", **columns)


def words_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).replace("\u00a0", " "))


def test_a_row_tells_state_last_answer_yield_and_next_visit(editor: Client) -> None:
    source = a_source("Ministry of Science", state="failing", message="It answers with a fault (500).")
    SourceVisit.objects.create(source=source, outcome="status", status=500)
    accepted = a_draft("Accepted", state="accepted", intake=an_intake("", "done", source=source)).intake
    an_item(source, "Accepted", intake=accepted)
    an_item(source, "Rejected", intake=an_intake("", "rejected", source=source))
    page = words_of(editor, "/desk/sources/")
    for told in (
        "1 source is watched, of 1 known; 1 does not answer as it should",
        "It answers with a fault (500).",
        "(status 500)",
        "50.0",
        "in 3 hours",
    ):
        assert told in page


def test_sources_are_narrowed_by_state_country_and_switch(editor: Client, db: None) -> None:
    norway = Country.objects.get_or_create(code="NOR", defaults={"name": "Norway"})[0]
    a_source("Healthy and on", country=norway)
    a_source("Gone", state="gone")
    a_source("Off", watched=False)
    for query, expected in {"state=gone": "Gone", "country=NOR": "Healthy and on", "watched=off": "Off"}.items():
        shown = re.findall(r'<a href="/desk/sources/\d+/"><b>([^<]+)', editor.get(f"/desk/sources/?{query}").content.decode())
        assert shown == [expected], query


@pytest.mark.parametrize("query", ["state=ill", "country=XYZ", "watched=maybe", "state=%3Cscript%3Ealert"])
def test_a_filter_that_names_nothing_is_refused_in_words(editor: Client, query: str) -> None:
    a_source("Still here")
    answer = editor.get(f"/desk/sources/?{query}")
    page = answer.content.decode()
    assert (answer.status_code, "Still here" in page, 'class="bad' in page, "<script>alert" in page) == (400, True, True, False)


def test_no_source_yet_says_what_to_do(editor: Client) -> None:
    assert "Nothing is watched yet." in words_of(editor, "/desk/sources/")


def test_what_became_of_each_item_is_told(editor: Client) -> None:
    source = a_source("Ministry of Science")
    draft = a_draft("Became a draft", intake=None)
    assert draft.intake is not None
    an_item(source, "Became a draft", intake=draft.intake)
    an_item(source, "Became nothing", intake=an_intake("", "rejected", relevance=0.12))
    an_item(source, "Failed", intake=an_intake("", "failed", message="No answer for 30 seconds."))
    an_item(source, "Was never read", claimed="32 Brumaire", published=None)
    page = words_of(editor, f"/desk/sources/{source.pk}/")
    for told in (f"Draft {draft.pk} , open", "relevance 0.12", "No answer for 30 seconds.", "not taken in", "it says “32 Brumaire”", "4 items"):
        assert told in page


def test_the_wait_for_a_first_visit_is_shown_and_ends_by_itself(editor: Client) -> None:
    source = a_source("New", state="new", last_visit_at=None, next_visit_at=timezone.now())
    waiting = editor.get(f"/desk/sources/{source.pk}/looking/")
    assert ("A worker looks" in waiting.content.decode(), waiting.get("HX-Refresh")) == (True, None)
    assert "A worker looks" in words_of(editor, f"/desk/sources/{source.pk}/")
    Source.objects.update(state="healthy", last_visit_at=timezone.now(), next_visit_at=SOON)
    assert editor.get(f"/desk/sources/{source.pk}/looking/").get("HX-Refresh") == "true"
    assert "A worker looks" not in words_of(editor, f"/desk/sources/{source.pk}/")


@pytest.mark.parametrize("columns", [{"watched": False}, {"state": "gone"}])
def test_nobody_waits_for_a_source_that_is_not_visited(editor: Client, columns: dict[str, object]) -> None:
    source = a_source("Quiet", **{"next_visit_at": None, **columns})
    assert "A worker looks" not in words_of(editor, f"/desk/sources/{source.pk}/")


def questions(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_many_sources_items_and_visits_ask_as_often_as_few(editor: Client) -> None:
    source = a_source("With items")

    def fill(number: int) -> None:
        for index in range(number):
            other = a_source(f"Source {index}")
            for each in (source, other):
                SourceVisit.objects.create(source=each, outcome="new", items=3, new_items=1)
            an_item(source, f"Item {index}", intake=a_draft(f"Item {index}", intake=an_intake("", "done", source=source)).intake)

    fill(2)
    addresses = ("/desk/sources/", f"/desk/sources/{source.pk}/")
    few = [questions(editor, address) for address in addresses]
    fill(60)
    assert [questions(editor, address) for address in addresses] == few
    assert max(few) <= 12
    for address in addresses:
        assert 'aria-label="Pages"' in editor.get(address).content.decode()


def test_names_titles_and_messages_from_outside_are_text(editor: Client) -> None:
    source = a_source(HOSTILE, message=HOSTILE, state="failing", former_addresses=[HOSTILE])
    SourceVisit.objects.create(source=source, outcome=HOSTILE[:20], message=HOSTILE)
    an_item(source, HOSTILE, claimed=HOSTILE)
    SourceItem.objects.update(address="javascript:alert(1)")
    Source.objects.update(address="javascript:alert(2)")
    for address in ("/desk/sources/", f"/desk/sources/{source.pk}/"):
        page = editor.get(address).content.decode()
        assert "&lt;script&gt;" in page
        assert "<script>alert" not in page
        assert 'href="javascript' not in page
