"""Quick entry on the desk: filled, checked, published, kept, taken back; for those who may, and with everything typed kept."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from initiatives.models import Announcement, Article, Draft, Edition, FundingEntry, Initiative, Intake, Source
from initiatives.recount import recount_search

START, FILL, CHECK, PUBLISH, KEEP = (f"/desk/announce/{name}" for name in ("", "fill/", "check/", "publish/", "keep/"))
WORDS = "METI will award 387.3 billion yen in fiscal 2026, The Japan Times reported on June 30, 2026. https://news.example.org/award"
MOST_QUERIES = 70
PART = {"HX-Request": "true"}
TYPED = {
    "token": "ab" * 16,
    "initiative": "GENIAC (Generative AI Accelerator Challenge)",
    "initiative-slug": "japan-geniac",
    "amount": "387.3 bn JPY",
    "stage": "budgeted",
    "origin": "public",
    "announced_on": "30 Jun 2026",
    "url": "https://news.example.org/award",
    "title": "An award",
    "choice": "new",
    "by_hand": "yes",
    "klass": "press",
    "tier": "3",
}


def seen(client: Client, posted: dict[str, Any]) -> str:
    page = client.post(CHECK, posted, headers=PART).content.decode()
    found = re.search(r'name="seen" value="([0-9a-f]*)"', page)
    assert found is not None
    return found[1]


def published(client: Client, **changes: str) -> Any:
    posted = {**TYPED, **changes}
    return client.post(PUBLISH, {**posted, "seen": seen(client, posted)})


def test_an_empty_form_opens_for_contributors_and_editors(curated: Path, editor: Client, contributor: Client) -> None:
    page = editor.get(START).content.decode()
    assert "Type an amount and a day" in page
    assert PUBLISH in page
    assert PUBLISH not in contributor.get(START).content.decode()


def test_pasted_words_come_back_marked_with_the_form_filled(curated: Path, editor: Client) -> None:
    page = editor.post(FILL, {"pasted": WORDS}).content.decode()
    assert 'value="387.3 bn JPY"' in page
    assert '<mark class="money" data-row="row-amount">387.3 billion yen' in page
    assert 'value="https://news.example.org/award"' in page


def test_what_comes_from_outside_is_shown_as_text(curated: Path, editor: Client) -> None:
    page = editor.post(FILL, {"pasted": "<script>alert(1)</script> pays 5 billion yen", "title": '"><img src=x>'}).content.decode()
    assert "<script>alert" not in page
    assert "<img" not in page


def test_a_check_is_a_part_for_a_script_and_a_page_without(curated: Path, editor: Client) -> None:
    assert "<html" not in editor.post(CHECK, TYPED, headers=PART).content.decode()
    assert "<html" in editor.post(CHECK, TYPED).content.decode()


def test_a_check_costs_few_queries_and_stores_nothing(curated: Path, editor: Client) -> None:
    editor.post(CHECK, TYPED, headers=PART)
    edition = Edition.objects.current_number()
    with CaptureQueriesContext(connection) as queries:
        editor.post(CHECK, TYPED, headers=PART)
    assert len(queries) <= MOST_QUERIES
    assert (Edition.objects.current_number(), Draft.objects.count()) == (edition, 0)


def test_an_announcement_is_published_said_in_words_and_undone(curated: Path, editor: Client) -> None:
    answer = published(editor)
    page = editor.get(answer.url).content.decode()
    entry = FundingEntry.objects.get(source__url=TYPED["url"])
    assert "¥387.3\u00a0bn for GENIAC" in page
    assert f"?like={entry.key.replace('#', '%23')}" in page
    editor.post(f"{answer.url}undo/")
    assert not FundingEntry.objects.filter(source__url=TYPED["url"]).exists()
    assert "Taken back" in editor.get(answer.url).content.decode()


def test_a_form_that_is_sent_twice_leads_to_the_one_publication(curated: Path, editor: Client) -> None:
    first, second = published(editor), published(editor)
    assert first.url == second.url
    assert Announcement.objects.count() == 1


def test_another_is_entered_with_the_same_source_and_initiative(curated: Path, editor: Client) -> None:
    published(editor)
    entry = FundingEntry.objects.get(source__url=TYPED["url"])
    page = editor.get(START, {"like": entry.key}).content.decode()
    assert 'value="https://news.example.org/award"' in page
    assert 'value="japan-geniac"' in page
    assert 'value="387.3 bn JPY"' not in page


def test_what_was_not_looked_at_is_shown_first_and_kept(curated: Path, editor: Client) -> None:
    answer = editor.post(PUBLISH, {**TYPED, "seen": ""})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Look at the effect first" in page
    assert 'value="387.3 bn JPY"' in page
    stale = editor.post(PUBLISH, {**TYPED, "seen": "0123456789abcdef"})
    assert (stale.status_code, "The effect is another one" in stale.content.decode()) == (409, True)
    assert not FundingEntry.objects.filter(source__url=TYPED["url"]).exists()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("amount", "many yen", "is not an amount"),
        ("amount", "", "say how much"),
        ("announced_on", "soon", "is not a day"),
        ("period", "sometime", "names no years"),
        ("url", "nowhere", "leads nobody to the article"),
        ("title", "", "give the title"),
        ("stage", "dreamt", "is none of these"),
        ("recipient_country", "Atlantis", "is no country or actor"),
        ("payer-0-share", "200", "is no share"),
        ("title", "x" * 600, "500 characters"),
        ("channel", "y" * 300, "200 characters"),
        ("within", "z" * 400, "300 characters"),
    ],
)
def test_bad_input_is_refused_at_its_field_with_everything_kept(curated: Path, editor: Client, field: str, value: str, words: str) -> None:
    answer = published(editor, **{field: value, "note": "kept as typed"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page.replace("&quot;", '"').lower() or words in page
    assert "kept as typed" in page
    assert not FundingEntry.objects.filter(source__url=TYPED["url"]).exists()


def test_an_initiative_that_nobody_knows_is_refused_with_the_way_out(curated: Path, editor: Client) -> None:
    answer = published(editor, **{"initiative": "Wholly unheard of", "initiative-slug": ""})
    assert answer.status_code == 422
    assert "is no initiative of the record" in answer.content.decode()


def test_a_contributor_keeps_a_draft_that_an_editor_opens_and_cannot_publish(curated: Path, contributor: Client, editor: Client) -> None:
    assert contributor.post(PUBLISH, {**TYPED, "seen": seen(contributor, TYPED)}).status_code == 403
    answer: Any = contributor.post(KEEP, TYPED)
    draft = Draft.objects.get()
    assert answer.url == f"/desk/drafts/{draft.pk}/"
    page = editor.get(answer.url)
    assert (page.status_code, "An award" in page.content.decode()) == (200, True)
    assert "An award" in editor.get("/desk/").content.decode()
    assert not FundingEntry.objects.filter(source__url=TYPED["url"]).exists()


def test_an_address_is_handed_in_and_waited_for_in_words(curated: Path, editor: Client) -> None:
    answer: Any = editor.post(FILL, {"pasted": "https://news.example.org/somewhere"})
    row = Intake.objects.get()
    assert answer.url == f"/desk/announce/waiting/{row.pk}/"
    assert "It waits for a worker" in editor.get(answer.url).content.decode()
    Intake.objects.filter(pk=row.pk).update(state="failed", message="The server asks for a subscription.")
    assert "The server asks for a subscription." in editor.get(answer.url, headers=PART).content.decode()
    by_hand = editor.get(START, {"by-hand": str(row.pk)}).content.decode()
    assert 'value="https://news.example.org/somewhere"' in by_hand


def test_an_address_that_was_read_leads_to_the_filled_form(curated: Path, editor: Client) -> None:
    article = Article.objects.create(
        url="https://news.example.org/read", title="Read", text="The government of Japan will pay 5 billion yen for GENIAC."
    )
    row = Intake.objects.create(address=article.url, state="done", article=article)
    part = editor.get(f"/desk/announce/waiting/{row.pk}/", headers=PART)
    assert part.headers["HX-Redirect"] == f"{START}?article={article.pk}"
    assert editor.post(FILL, {"pasted": article.url}).headers["Location"] == f"{START}?article={article.pk}"
    assert 'value="5 bn JPY"' in editor.get(START, {"article": str(article.pk)}).content.decode()


def test_an_address_that_no_door_leads_to_is_refused_in_words(curated: Path, editor: Client) -> None:
    answer = editor.post(FILL, {"pasted": "https://" + "a" * 2100 + ".example/"}, follow=True)
    assert "too many" in answer.content.decode()


@pytest.mark.parametrize(
    "query", ["like=nobody%231", "like=japan-geniac%231&sum=99", "article=999999", "by-hand=0", "article=abc", "sum=1", "like=%00"]
)
def test_an_address_that_names_nothing_opens_a_form_all_the_same(curated: Path, editor: Client, query: str) -> None:
    assert editor.get(f"{START}?{query}").status_code == 200


def test_every_change_needs_the_signed_token_of_the_form(curated: Path, editor: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = editor.cookies
    for address in (FILL, CHECK, PUBLISH, KEEP, "/desk/announce/published/1/undo/"):
        assert strict.post(address, TYPED).status_code == 403


def test_yesterdays_publication_offers_no_undo(curated: Path, editor: Client) -> None:
    answer = published(editor)
    edition = Announcement.objects.get().edition
    Edition.objects.filter(pk=edition.pk).update(made_at="2026-01-01T00:00:00Z")
    assert "Undo" not in editor.get(answer.url).content.decode()
    assert "Not undone" in editor.post(f"{answer.url}undo/", follow=True).content.decode()


def named_alike() -> None:
    for slug, country in (("harbour-a", "NOR"), ("harbour-b", "JPN")):
        Initiative.objects.create(
            slug=slug, name="Harbour Machines", countries=[country], kind="compute", status="announced", announced="2025", summary="Machines."
        )
    recount_search()


def test_a_name_that_several_bear_lists_them_and_one_is_chosen(db: None, editor: Client) -> None:
    named_alike()
    typed = {**TYPED, "initiative": "harbour machines", "initiative-slug": ""}
    page = editor.post(CHECK, typed).content.decode()
    assert "is the name of 2" in page
    assert 'name="initiative-slug" value="harbour-a" data-choose="Harbour Machines"' in page
    assert "Norway" in page
    chosen = editor.post(CHECK, {**typed, "initiative-slug": ["", "harbour-b"]}).content.decode()
    assert "is the name of 2" not in chosen
    assert 'name="initiative-slug" value="harbour-b" data-picker-slug' in chosen


def test_who_receives_and_who_passes_on_are_found_as_one_types(db: None, editor: Client, contributor: Client) -> None:
    page = editor.get(START).content.decode()
    for field in ("channel", "recipients"):
        assert re.search(rf'data-picker="/desk/pick/organizations/"[^>]*><input id="f-{field}"[^>]*data-picker-text', page)
    assert re.search(r'data-picker-several data-create="now"[^>]*><input id="f-recipients"', page)
    assert 'data-picker-several data-create=""' in contributor.get(START).content.decode()


def test_the_publisher_of_the_address_is_offered_and_filled(db: None, editor: Client) -> None:
    Source.objects.create(address="https://news.example.org/feed", name="Ministry of News", klass="official")
    assert 'data-publisher="Ministry of News" data-klass="official" data-tier="1"' in editor.post(CHECK, TYPED, headers=PART).content.decode()
    assert 'name="publisher" value="Ministry of News"' in editor.post(CHECK, TYPED).content.decode()


CHOSEN = ("hedge", "stage", "origin", "scope", "instrument", "klass", "tier", "new_money", "choice", "new_kind", "new_status", "hand_relation")


@pytest.mark.parametrize("address", [CHECK, PUBLISH, KEEP])
def test_a_word_that_no_list_has_is_told_and_breaks_nothing(curated: Path, editor: Client, address: str) -> None:
    for field in CHOSEN:
        for beside in ({}, {"initiative": "A new one", "initiative-slug": "", "new": "yes"}):
            answer = editor.post(address, {**TYPED, **beside, field: "dreamt", "hand_key": "japan-geniac#1"})
            assert answer.status_code in (200, 302, 409, 422), (field, beside)
    refused = editor.post(PUBLISH, {**TYPED, "hedge": "dreamt", "note": "kept as typed"})
    assert refused.status_code == 422
    assert "is none of these" in refused.content.decode()
    assert "kept as typed" in refused.content.decode()
