"""The inbox: by story, the most consequential first, every list with its count, and never more questions for longer lists."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from initiatives.desk.inbox.asked import LISTS
from initiatives.desk.inbox.order import neighbours
from initiatives.models import Article, Draft, Intake, Source, Story
from tests.initiatives.desk.material import a_draft, an_intake, proposal

HOSTILE = '<script>alert("1")</script><img src=x onerror=alert(2)>'


def page_of(client: Client, query: str = "") -> str:
    answer = client.get(f"/desk/{query}")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def titles(page: str) -> list[str]:
    return re.findall(r'<a href="/desk/drafts/\d+/">([^<]+)</a>', page)


def aged(draft: Draft, days: float) -> Draft:
    """The draft as if it had waited for so long."""
    Draft.objects.filter(pk=draft.pk).update(made_at=timezone.now() - timedelta(days=days))
    draft.refresh_from_db()
    return draft


def test_the_story_with_most_at_stake_comes_first_then_what_waits_longest(editor: Client) -> None:
    a_draft("Moves nothing that is known")
    aged(a_draft("Older, and moves nothing that is known"), 1)
    a_draft("Moves a few millions", consequence=5 * 10**6)
    a_draft("Takes much away", consequence=-(10**9))
    assert titles(page_of(editor)) == [
        "Takes much away",
        "Moves a few millions",
        "Older, and moves nothing that is known",
        "Moves nothing that is known",
    ]


def test_doubt_and_age_weigh_as_much_as_money(editor: Client) -> None:
    a_draft("Ten millions, sure", consequence=10**7, doubt=0.1)
    a_draft("Five millions, unsure", consequence=5 * 10**6, doubt=0.9)
    aged(a_draft("Two millions, unsure, for four weeks", consequence=2 * 10**6, doubt=0.9), 28)
    assert titles(page_of(editor)) == ["Two millions, unsure, for four weeks", "Five millions, unsure", "Ten millions, sure"]


def test_a_row_says_why_it_stands_where_it_stands(editor: Client) -> None:
    aged(a_draft("Norway builds a model", consequence=-200_000_000, doubt=0.7), 3.5)
    page = page_of(editor).replace("\u00a0", " ")
    assert "$200 m at stake, the line is unsure (doubt 0.70), waiting for 3 days" in page


def test_drafts_of_one_story_stand_together_under_its_outlets_and_origins(editor: Client) -> None:
    story = Story.objects.create()
    a_draft("First report", story=story, consequence=1)
    a_draft("Another story", consequence=50 * 10**6)
    a_draft("A copy that adds much", story=story, consequence=100 * 10**6)
    page = page_of(editor)
    assert titles(page) == ["A copy that adds much", "First report", "Another story"]
    assert page.count('class="of-story"') == 1
    assert re.search(r"1\s+outlet, 1\s+origin", page)
    assert f"/desk/stories/{story.pk}/" in page


def test_next_and_previous_of_a_draft_follow_the_inbox(editor: Client) -> None:
    last, first = a_draft("Last"), a_draft("First", consequence=9 * 10**6)
    assert neighbours(first) == {"previous": None, "next": last.pk}
    assert neighbours(last) == {"previous": first.pk, "next": None}


def test_a_row_tells_what_is_proposed_and_why_to_look(editor: Client) -> None:
    a_draft("Norway builds a model", consequence=200_000_000)
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page_of(editor)).replace("\u00a0", " "))
    for told in ("Norway builds a model", "Example News · 4 Mar 2026", "not in the record", "NOK 2 bn, new money", "$200 m"):
        assert told in page
    assert "1 warning" in page
    assert "relevance 0.97" in page
    assert "will spend 2 billion kroner on a national" in page


def test_every_list_has_its_count_and_says_what_to_do_when_it_is_empty(editor: Client) -> None:
    for name in LISTS:
        assert 'class="empty' in page_of(editor, f"?list={name}"), name
    a_draft("Doubtful", doubtful=True)
    for state in ("rejected", "failed", "failed", "duplicate", "waiting", "working", "dismissed"):
        an_intake(f"Now {state}", state)
    page = page_of(editor, "?list=failed")
    counts = dict(re.findall(r'<a href="\?(?:list=)?(\w*)"[^>]*>[^<]*<span class="n"[^>]*>(\d+)', page))
    assert counts == {"": "0", "maybe": "1", "rejected": "1", "failed": "2", "known": "1", "reading": "2", "decided": "0"}


def test_lists_are_narrowed_by_country_and_source_in_the_address(editor: Client) -> None:
    source = Source.objects.create(address="https://ministry.example/feed", name="The ministry")
    a_draft("Of Norway, handed in")
    a_draft("Of Japan, from the ministry", value=proposal(owner="JPN"), intake=an_intake("", "done", source=source))
    assert titles(page_of(editor, "?country=JPN")) == ["Of Japan, from the ministry"]
    assert titles(page_of(editor, f"?source={source.pk}")) == ["Of Japan, from the ministry"]
    assert titles(page_of(editor, f"?country=NOR&source={source.pk}")) == []


NOTHING = [
    "list=nothing",
    "country=XYZ",
    "source=99",
    "source=-1",
    "source=9999999999999999999",
    "source=%00%E2%80%AE",
    "country=%00%E2%80%AE",
    "list=%3Cscript%3E",
]


@pytest.mark.parametrize("query", NOTHING)
def test_a_filter_that_names_nothing_is_refused_in_words_and_the_list_is_shown(editor: Client, query: str) -> None:
    a_draft("Still here")
    answer = editor.get(f"/desk/?{query}")
    page = answer.content.decode()
    assert (answer.status_code, "Still here" in page, 'class="bad' in page) == (400, True, True)
    assert "<script>" not in page
    assert not {"\x00", "\u202e"} & set(page)


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "%00"])
def test_a_page_that_is_not_there_shows_one_that_is(editor: Client, page: str) -> None:
    a_draft("Still here")
    assert titles(page_of(editor, f"?page={page}")) == ["Still here"]


def fill(number: int, source: Source) -> None:
    for index in range(number):
        story = Story.objects.create()
        a_draft(f"One {index}", story=story, consequence=index, intake=an_intake("", "done", source=source))
        a_draft(f"Two {index}", story=story)
        a_draft(f"Doubtful {index}", doubtful=True)
        a_draft(f"Decided {index}", state="rejected")
        for state in ("rejected", "failed", "duplicate", "waiting"):
            an_intake(f"{state} {index}", state, source=source)


def questions(client: Client, name: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/desk/?list={name}").status_code == 200
    return len(asked)


@pytest.mark.slow
def test_long_lists_ask_as_often_as_short_ones_and_have_pages(editor: Client) -> None:
    source = Source.objects.create(address="https://ministry.example/feed", name="The ministry")
    fill(2, source)
    few = {name: questions(editor, name) for name in LISTS}
    fill(60, source)
    assert {name: questions(editor, name) for name in LISTS} == few
    assert max(few.values()) <= 13
    for name in LISTS:
        assert 'aria-label="Pages"' in page_of(editor, f"?list={name}"), name
    assert len(titles(page_of(editor))) == 40  # twenty stories of two


def test_text_from_outside_is_text_in_every_list(editor: Client) -> None:
    source = Source.objects.create(address="https://ministry.example/feed", name=HOSTILE)
    a_draft(HOSTILE, intake=an_intake(HOSTILE, "done", source=source))
    a_draft(HOSTILE, doubtful=True)
    a_draft(HOSTILE, state="rejected", decision_reason=HOSTILE)
    for state in ("rejected", "failed", "duplicate", "waiting"):
        an_intake(HOSTILE, state, source=source, message=HOSTILE, judged_by="<b>x</b>", file_name=HOSTILE)
    for name in LISTS:
        page = editor.get(f"/desk/?list={name}").content.decode()
        assert "&lt;script&gt;" in page, name
        assert "<script>alert" not in page, name
        assert "<img src=x" not in page, name


def test_an_address_that_is_none_of_the_web_is_no_link(editor: Client) -> None:
    an_intake("Runs", "failed", message="x").__class__.objects.update(address="javascript:alert(1)")
    page = page_of(editor, "?list=failed")
    assert "javascript:alert(1)" in page
    assert 'href="javascript' not in page


def test_what_takes_money_away_stands_among_what_moves_much(editor: Client) -> None:
    a_draft("Adds a little", consequence=5)
    a_draft("Takes much away", consequence=-(10**9))
    page = page_of(editor)
    assert titles(page) == ["Takes much away", "Adds a little"]
    assert "−$1.00\u00a0bn" in page


def test_the_form_that_hands_in_is_shown_to_who_opens_its_address(editor: Client) -> None:
    a_draft("Waits")
    assert '<details id="hand-in" class="hand-in mt-16">' in page_of(editor)
    answer = editor.get("/desk/hand-in/", follow=True).content.decode()
    assert '<details id="hand-in" class="hand-in mt-16" open>' in answer


def test_an_empty_hand_in_is_answered_with_what_to_give(editor: Client) -> None:
    page = editor.post("/desk/hand-in/", {"address": " "}, follow=True).content.decode()
    assert "Give an address, or choose a file. Nothing was handed in." in page


def test_the_inbox_tells_what_came_of_an_article_that_was_handed_in(editor: Client) -> None:
    row = an_intake("Norway builds a model", "working", step="understand", claimed_at=timezone.now())
    since = int(timezone.now().timestamp()) - 1
    waiting = editor.get(f"/desk/arriving/?since={since}").content.decode()
    assert "1\u00a0article</a> being read" in waiting
    assert 'id="number-drafts" hx-swap-oob="true">0<' in waiting

    draft = a_draft("Norway builds a model", intake=row)
    Intake.objects.filter(pk=row.pk).update(state="done", finished_at=timezone.now(), article=draft.article)
    told = editor.get(f"/desk/arriving/?since={since}").content.decode()
    assert f'Read: <a href="/desk/drafts/{draft.pk}/">Norway builds a model</a> is draft {draft.pk}' in told
    assert 'id="number-drafts" hx-swap-oob="true">1<' in told
    assert 'hx-trigger="every 20s"' in told


def test_the_inbox_tells_of_a_failure_of_what_was_handed_in_but_not_of_a_source_s(editor: Client) -> None:
    source = Source.objects.create(address="https://feed.example/")
    an_intake("Handed in", "failed", finished_at=timezone.now(), message="No answer.")
    an_intake("Of a feed", "failed", finished_at=timezone.now(), source=source)
    page = page_of(editor)
    assert "Handed in: failed. No answer." in page
    assert "Of a feed" not in page


@pytest.mark.parametrize("since", ["", "x", "-1", "9" * 12, "9" * 40, "٣"])
def test_a_moment_that_is_none_breaks_nothing(editor: Client, since: str) -> None:
    assert editor.get("/desk/arriving/", {"since": since}).status_code == 200


def test_what_stands_of_a_copy_leads_to_its_story_and_draft(editor: Client) -> None:
    message = f"The same text as “{HOSTILE}”: it stands in story 12 (/desk/stories/12/), draft 7, open (/desk/drafts/7/). Seen on 2025-05-14."
    an_intake("A copy", "duplicate", message=message)
    page = editor.get("/desk/?list=known").content.decode()
    assert '<a href="/desk/stories/12/">story 12</a>, <a href="/desk/drafts/7/">draft 7</a>, open.' in page
    assert "14\u00a0May\u00a02025" in page
    assert "<script>alert" not in page


def test_who_judged_is_said_in_words(editor: Client) -> None:
    an_intake("About ducks", "rejected", judged_by="own-1", relevance=0.1)
    an_intake("About geese", "rejected", judged_by="keywords-2", relevance=0.1)
    page = page_of(editor, "?list=rejected")
    assert "the classifier that comes with the product, version own-1" in page
    assert "keywords alone, version keywords-2" in page


def test_sources_of_one_name_are_told_apart(editor: Client) -> None:
    for path in ("broken.xml", "wall"):
        source = Source.objects.create(address=f"https://one.example/{path}", name="one.example")
        an_intake("An item", "failed", source=source)
    page = page_of(editor)
    assert "one.example · /broken.xml</option>" in page
    assert "one.example · /wall</option>" in page


def test_a_copy_without_a_title_of_its_own_bears_the_one_of_its_article(editor: Client) -> None:
    article = Article.objects.create(url="https://paper.example/doc.pdf", title="Latvia pays for a computer", text="Latvia pays.")
    an_intake("", "duplicate", article=article)
    assert '<th scope="row">Latvia pays for a computer' in page_of(editor, "?list=known")


def test_a_contributor_is_told_that_an_editor_accepts(contributor: Client, editor: Client) -> None:
    assert "Nothing is published before an editor accepts it" in page_of(contributor)
    assert "Nothing is published before you accept it." in page_of(editor)
