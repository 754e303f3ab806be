"""After a decision the next draft is there; the decisions of the day are listed, and undone by whoever may decide."""

import re
from html import unescape

from django.test import Client

from initiatives.models import Draft, Edition, FundingEntry
from tests.initiatives.desk.material import a_draft, a_ready_draft

MILLION = 10**6


def post(client: Client, draft: Draft, verb: str, **fields: str) -> tuple[str, str]:
    """Where it leads, and the page that is shown there."""
    draft.refresh_from_db()
    answer = client.post(f"/desk/drafts/{draft.pk}/{verb}/", {"version": str(draft.version), **fields}, follow=True)
    return answer.redirect_chain[-1][0] if answer.redirect_chain else "", unescape(answer.content.decode())


def test_after_a_decision_the_next_draft_is_shown_with_what_was_done(editor: Client) -> None:
    first, second = a_draft("First", consequence=90 * MILLION), a_draft("Second", consequence=30 * MILLION)
    where, page = post(editor, first, "reject", rejected_as="known")
    assert where == f"/desk/drafts/{second.pk}/"
    assert "Rejected: First. Undo with u." in page
    where, page = post(editor, second, "reject", rejected_as="known")
    assert where == "/desk/"


def test_accepting_goes_on_too(editor: Client) -> None:
    ready, other = a_ready_draft("Norway builds a model"), a_draft("Other", doubt=0.05)
    where, page = post(editor, ready, "save", then="accept")
    assert where == f"/desk/drafts/{other.pk}/"
    assert "Published with edition" in page


def test_a_kind_of_reason_is_reason_enough_but_another_reason_needs_words(editor: Client) -> None:
    draft = a_draft("A copy")
    _, page = post(editor, draft, "reject", rejected_as="other")
    assert "Say why this draft is rejected" in page
    post(editor, draft, "reject", rejected_as="misread")
    draft.refresh_from_db()
    assert (draft.rejected_as, draft.decision_reason) == ("misread", "Read wrongly.")


def test_a_decision_is_undone_from_the_bar_of_the_next_draft(editor: Client) -> None:
    draft = a_ready_draft("Norway builds a model")
    a_draft("Other")
    _, page = post(editor, draft, "save", then="accept")
    assert re.search(rf'action="/desk/drafts/{draft.pk}/undo/" data-own', page)
    edition = Edition.objects.current_number()

    where, page = post(editor, draft, "undo")

    assert where == f"/desk/drafts/{draft.pk}/"
    assert f"Open again, as it was: Norway builds a model. What edition {edition} published is taken back." in page
    assert not FundingEntry.objects.exists()


def test_a_decision_of_somebody_else_is_listed_with_the_name_and_the_second_undo_is_told(editor: Client, other_editor: Client) -> None:
    draft, other = a_draft("First"), a_draft("Other")
    post(editor, draft, "reject", rejected_as="known")
    page = unescape(other_editor.get(f"/desk/drafts/{other.pk}/").content.decode())
    assert "ada rejected" in page
    assert "data-own" not in page
    post(other_editor, draft, "undo")
    _, page = post(editor, draft, "undo")
    assert "somebody undid that already" in page


def test_a_contributor_opens_changes_and_saves_but_decides_nothing(contributor: Client, editor: Client) -> None:
    draft, rejected = a_draft("First"), a_draft("Rejected")
    post(editor, rejected, "reject", rejected_as="known")
    page = contributor.get(f"/desk/drafts/{draft.pk}/").content.decode()
    for absent in ('value="accept"', "data-accept", "data-reject", "/undo/", 'data-key="a"', 'data-key="x"', 'data-key="u"'):
        assert absent not in page, absent
    assert "You are a contributor" in page
    _, page = post(contributor, draft, "save", **{"article-shown": "1", "article-publisher": "The Bergen Paper"})
    assert "Saved. Nothing is published yet." in page
    for verb, fields in (("save", {"then": "accept"}), ("reject", {"rejected_as": "known"}), ("undo", {})):
        draft.refresh_from_db()
        answer = contributor.post(f"/desk/drafts/{draft.pk}/{verb}/", {"version": str(draft.version), **fields})
        assert answer.status_code == 403, verb
    assert Draft.objects.get(pk=draft.pk).state == "open"


def test_the_last_draft_of_all_is_undone_from_the_inbox(editor: Client, contributor: Client) -> None:
    draft = a_draft("The only one")
    where, page = post(editor, draft, "reject", rejected_as="known")
    assert where == "/desk/"
    assert re.search(rf'action="/desk/drafts/{draft.pk}/undo/" data-own', page)
    assert "data-decisions" not in contributor.get("/desk/").content.decode()
