"""While a form is filled in the page asks what words say and what publishing would do; nothing is stored."""

import json
from html import unescape

import pytest
from django.test import Client

from initiatives.models import Draft
from tests.initiatives.desk.material import TEXT, a_draft, a_ready_draft

PAPER = {"article-shown": "1", "article-publisher": "The Paper"}


def stretch(words: str) -> str:
    start = TEXT.index(words)
    return f"{start}-{start + len(words)}"


def ask(client: Client, draft: Draft, field: str, selected: str) -> tuple[int, dict[str, object]]:
    answer = client.post(f"/desk/drafts/{draft.pk}/words/", {"field": field, "selected": selected})
    return answer.status_code, json.loads(answer.content)


def test_selected_words_are_read_for_their_field_and_become_the_passage_of_its_row(editor: Client) -> None:
    draft = a_draft("Norway builds a model")
    status, said = ask(editor, draft, "entries-0-amount", stretch("2 billion kroner"))
    assert status == 200
    assert said["fields"] == {
        "entries-0-amount": "2000000000",
        "entries-0-currency": "NOK",
        "entries-0-hedge": "exact",
        "entries-0-amount_low": "",
        "entries-0-amount_high": "",
    }
    assert said["words"] == {"name": "entries-0-words", "value": stretch("2 billion kroner"), "text": "2 billion kroner"}
    assert Draft.objects.get(pk=draft.pk).decided is None


def test_words_that_say_nothing_for_a_field_are_refused_in_words(editor: Client) -> None:
    status, said = ask(editor, a_draft("Norway builds a model"), "entries-0-amount", stretch("national AI model"))
    assert status == 422
    assert "holds no sum that can be read" in str(said["fault"])


@pytest.mark.parametrize("selected", ["", "x", "5-5", "9-3", "0-99999999", "-1-5", "0-1-2", "٣-٤"])
def test_what_is_no_stretch_of_the_article_is_refused(editor: Client, selected: str) -> None:
    status, said = ask(editor, a_draft("Norway builds a model"), "entries-0-amount", selected)
    assert (status, "No words of this article are selected" in str(said["fault"])) == (422, True)


@pytest.mark.parametrize("field", ["", "slug", "entries-99-amount", "nothing-0-x", "entries-x-amount", "initiative-name", "<b>"])
def test_any_field_is_answered(editor: Client, field: str) -> None:
    status, _ = ask(editor, a_draft("Norway builds a model"), field, stretch("2 billion kroner"))
    assert status == 200


def test_the_effect_of_the_form_as_it_stands_is_told_and_nothing_is_stored(editor: Client) -> None:
    draft = a_ready_draft("Norway builds a model")
    version, decided = draft.version, draft.decided
    asked = {"entries-0-shown": "1", "entries-0-keep": "on", "entries-0-amount": "7000000000"}
    page = unescape(editor.post(f"/desk/drafts/{draft.pk}/effect/", asked).content.decode()).replace("\u00a0", " ")
    assert "Publishing this adds NOK 7 bn" in page
    without = unescape(editor.post(f"/desk/drafts/{draft.pk}/effect/", {"entries-0-shown": "1"}).content.decode())
    assert "adds no money" in without
    draft.refresh_from_db()
    assert (draft.version, draft.decided) == (version, decided)


def test_selected_words_become_a_row_that_is_saved_with_everything_typed(editor: Client) -> None:
    draft = a_draft("Norway builds a model")
    posted = {
        "version": "1",
        "then": "add-points",
        "selected": stretch("a national AI model"),
        "article-shown": "1",
        "article-publisher": "The Paper",
    }
    answer = editor.post(f"/desk/drafts/{draft.pk}/save/", posted)
    assert answer.headers["Location"] == f"/desk/drafts/{draft.pk}/#points-0"
    decided = Draft.objects.get(pk=draft.pk).decided or {}
    assert [(row["text"], row["keep"], row["words"]["text"]) for row in decided["points"]] == [("a national AI model", True, "a national AI model")]
    assert decided["article"]["publisher"] == "The Paper"


def test_words_that_cannot_become_a_row_keep_what_was_typed(editor: Client) -> None:
    draft = a_draft("Norway builds a model")
    posted = {"version": "1", "then": "add-entries", "selected": stretch("the ministry said"), **PAPER}
    answer = editor.post(f"/desk/drafts/{draft.pk}/save/", posted)
    page = unescape(answer.content.decode())
    assert (answer.status_code, "holds no sum that can be read" in page, 'value="The Paper"' in page) == (422, True, True)
    assert Draft.objects.get(pk=draft.pk).decided is None


def test_what_is_not_ticked_is_kept_out_and_remembered(editor: Client) -> None:
    draft = a_ready_draft("Norway builds a model")
    editor.post(f"/desk/drafts/{draft.pk}/save/", {"version": str(draft.version), "entries-0-shown": "1"})
    page = editor.get(f"/desk/drafts/{draft.pk}/").content.decode()
    assert "left out, not published" in page
    assert (Draft.objects.get(pk=draft.pk).decided or {})["entries"][0]["keep"] is False


def test_each_field_stands_beside_its_words_with_the_number_of_its_passage(editor: Client) -> None:
    page = unescape(editor.get(f"/desk/drafts/{a_draft('Norway builds a model').pk}/").content.decode())
    assert 'data-rows="entries-0-words' in page
    assert "“2 billion kroner” <b>1</b>" in page
    assert 'id="entries-0-origin" data-edit="entries-0-origin"' in page
