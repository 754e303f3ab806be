"""What an editor does with articles that the line put aside."""

import pytest
from django.test import Client

from initiatives.models import Draft, Intake
from tests.initiatives.desk.material import a_draft, an_intake


def test_a_failure_is_tried_again(editor: Client) -> None:
    row = an_intake("Failed once", "failed", message="No answer.", attempts=3)
    answer = editor.post(f"/desk/intakes/{row.pk}/again/", {"back": "/desk/?list=failed"})
    row.refresh_from_db()
    assert (answer["Location"], row.state, row.attempts, row.message) == ("/desk/?list=failed", "waiting", 0, "")


def test_a_failure_is_put_away_once(editor: Client) -> None:
    row = an_intake("Failed once", "failed")
    editor.post(f"/desk/intakes/{row.pk}/put-away/")
    assert Intake.objects.get(pk=row.pk).state == "dismissed"
    assert "no failure any more" in editor.post(f"/desk/intakes/{row.pk}/put-away/", follow=True).content.decode()


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "/admin/", "javascript:alert(1)"])
def test_a_button_leads_back_to_the_desk_alone(editor: Client, back: str) -> None:
    row = an_intake("Failed once", "failed")
    assert editor.post(f"/desk/intakes/{row.pk}/put-away/", {"back": back})["Location"] == "/desk/"


def test_an_article_that_was_taken_for_something_else_is_read_after_all(editor: Client) -> None:
    row = an_intake("About AI after all", "rejected", verdict="no", relevance=0.2, judged_by="keywords-1")
    page = editor.post(f"/desk/intakes/{row.pk}/read/", follow=True).content.decode()
    row.refresh_from_db()
    assert "is being read" in page
    assert (row.state, row.verdict) == ("waiting", "yes")
    assert "is being read" not in editor.post(f"/desk/intakes/{row.pk}/read/", follow=True).content.decode()


def test_a_doubtful_draft_is_kept_and_waits_among_the_others(editor: Client) -> None:
    draft = a_draft("Doubtful", doubtful=True)
    editor.post(f"/desk/drafts/{draft.pk}/keep/", {"version": draft.version})
    assert Draft.objects.get(pk=draft.pk).doubtful is False


def test_a_doubtful_draft_is_said_to_be_about_something_else(editor: Client) -> None:
    draft = a_draft("Doubtful", doubtful=True)
    answer = editor.post(f"/desk/drafts/{draft.pk}/not-about-ai/", {"version": draft.version})
    draft.refresh_from_db()
    assert (answer["Location"], draft.state, draft.rejected_as) == ("/desk/?list=maybe", "rejected", "not-relevant")


def test_of_two_answers_to_a_doubtful_draft_the_second_changes_nothing(editor: Client, other_editor: Client) -> None:
    draft = a_draft("Doubtful", doubtful=True)
    editor.post(f"/desk/drafts/{draft.pk}/keep/", {"version": draft.version})
    page = other_editor.post(f"/desk/drafts/{draft.pk}/not-about-ai/", {"version": draft.version}, follow=True).content.decode()
    assert Draft.objects.get(pk=draft.pk).state == "open"
    assert "Somebody changed this draft" in page


def test_the_kind_of_a_rejection_is_kept_and_a_kind_that_is_none_is_refused(editor: Client) -> None:
    draft = a_draft("Read wrongly")
    reject = f"/desk/drafts/{draft.pk}/reject/"
    refused = editor.post(reject, {"version": draft.version, "reason": "No sum", "rejected_as": "boredom"})
    assert (refused.status_code, "boredom" in refused.content.decode()) == (422, True)
    editor.post(reject, {"version": draft.version, "reason": "No sum", "rejected_as": "misread"})
    draft.refresh_from_db()
    assert (draft.state, draft.rejected_as, draft.decision_reason) == ("rejected", "misread", "No sum")
