"""Two people at one draft see each other, and a form that is behind is put together with what changed."""

import json
import re
from html import unescape

from django.core.cache import cache
from django.test import Client

from initiatives.models import Draft
from tests.initiatives.desk.material import a_draft


def opened_in(page: str) -> str:
    found = re.search(r'name="opened" value="([^"]*)"', page)
    assert found
    return unescape(found[1])


def page_of(client: Client, draft: Draft, **headers: str) -> str:
    return client.get(f"/desk/drafts/{draft.pk}/", headers=headers).content.decode()


def test_who_else_looks_is_told_with_the_time_and_until_they_leave(editor: Client, other_editor: Client, contributor: Client) -> None:
    cache.clear()
    draft = a_draft("Norway builds a model")
    assert "has this open" not in page_of(editor, draft)
    assert re.search(r"ada has this open since \d\d:\d\d UTC", page_of(other_editor, draft))
    beat = editor.post(f"/desk/drafts/{draft.pk}/looking/", {"version": str(draft.version)}).content.decode()
    assert "ben has this open since" in beat
    assert "ada" not in beat
    assert other_editor.post(f"/desk/drafts/{draft.pk}/looking/", {"leaves": "1"}).status_code == 204
    assert "ben has" not in editor.post(f"/desk/drafts/{draft.pk}/looking/").content.decode()


def test_a_page_that_is_fetched_ahead_is_not_looked_at(editor: Client, other_editor: Client) -> None:
    cache.clear()
    draft = a_draft("Norway builds a model")
    page_of(editor, draft, x_ahead="1")
    assert "has this open" not in page_of(other_editor, draft)


def test_an_open_page_is_told_that_the_draft_was_saved_or_decided(editor: Client, other_editor: Client) -> None:
    draft = a_draft("Norway builds a model")
    other_editor.post(f"/desk/drafts/{draft.pk}/save/", {"version": "1"})
    assert "Somebody saved this draft" in editor.post(f"/desk/drafts/{draft.pk}/looking/", {"version": "1"}).content.decode()
    other_editor.post(f"/desk/drafts/{draft.pk}/reject/", {"version": "2", "rejected_as": "known"})
    assert "This draft is decided now" in editor.post(f"/desk/drafts/{draft.pk}/looking/", {"version": "1"}).content.decode()


def save(client: Client, draft: Draft, opened: str, **fields: str) -> tuple[int, str]:
    shown = {"version": "1", "opened": opened, "entries-0-shown": "1", "entries-0-keep": "on"}
    answer = client.post(f"/desk/drafts/{draft.pk}/save/", {**shown, **fields}, follow=True)
    return answer.status_code, unescape(answer.content.decode())


def test_a_form_that_is_behind_shows_field_by_field_what_changed_and_keeps_both(editor: Client, other_editor: Client) -> None:
    draft = a_draft("Norway builds a model")
    opened = opened_in(page_of(editor, draft))
    before = json.loads(opened)["entries-0-amount"]
    save(other_editor, draft, opened, **{"entries-0-amount": "3000000000", "entries-0-period": "2026-2030"})

    status, page = save(editor, draft, opened, **{"entries-0-amount": "4000000000", "entries-0-note": "Typed with care"})

    assert status == 409
    assert "Somebody changed this draft" in page
    table = page[page.index("What changed while you had this open") :].partition("</table>")[0]
    rows = [re.sub(r"<[^>]+>", "|", row) for row in table.split("<tr")]
    amount = next(row for row in rows if "amount" in row)
    assert [figure for figure in (before, "3000000000", "4000000000") if figure not in amount] == []
    assert any("years covered" in row and "not changed by you" in row for row in rows)
    assert 'name="entries-0-amount" form="decision" value="4 bn NOK"' in page
    assert 'name="entries-0-period" form="decision" value="2026-2030"' in page
    assert 'value="Typed with care"' in page
    assert (Draft.objects.get(pk=draft.pk).decided or {})["entries"][0]["amount"] == "3000000000"


def test_the_second_save_keeps_what_the_other_typed_in_other_fields(editor: Client, other_editor: Client) -> None:
    draft = a_draft("Norway builds a model")
    opened = opened_in(page_of(editor, draft))
    save(other_editor, draft, opened, **{"entries-0-period": "2026-2030"})
    _, page = save(editor, draft, opened, **{"entries-0-note": "Mine", "entries-0-period": ""})
    typed = dict(re.findall(r'name="(entries-0-(?:note|period))" form="decision" value="([^"]*)"', page))
    save(editor, draft, opened_in(page), **{"version": "2", **typed})
    entry = (Draft.objects.get(pk=draft.pk).decided or {})["entries"][0]
    assert (entry["note"], entry["period"]) == ("Mine", "2026-2030")


def test_a_form_without_what_it_was_opened_with_or_with_garbage_is_still_put_together(editor: Client, other_editor: Client) -> None:
    draft = a_draft("Norway builds a model")
    save(other_editor, draft, "", **{"entries-0-note": "Theirs"})
    for garbage in ("", "[1]", "{", "[" * 100_000, '{"entries-0-note": {"a": 1}}', "null"):
        status, page = save(editor, draft, garbage, **{"entries-0-note": "Mine"})
        assert (status, "Theirs" in page, 'value="Mine"' in page) == (409, True, True), garbage[:20]
