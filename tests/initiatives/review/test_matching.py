"""Open drafts are matched again when the record grows: what was new when it was read is a restatement once another report was published."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from initiatives import review, tasks
from initiatives.ingest import run
from initiatives.ingest.run import rematch
from initiatives.ingest.values import DraftValue
from initiatives.models import Draft, Edition, FundingEntry, Initiative, Story, StoryArticle
from initiatives.review import matching

SHILLINGS = (
    "NAIROBI, Nov 25 - Kenya's government will spend 12 billion shillings ($93 million) over three years on a national artificial intelligence "
    "computing centre near Konza, the Ministry of Information said on Wednesday. “We shall not rent what we can build,” said Wanjiru Achieng, "
    "principal secretary at the ministry. The centre is to hold 2,000 GPUs and draw 20 megawatts from geothermal plants at Olkaria. Safaricom will "
    "operate the centre and Kenyatta University will train 500 engineers."
)
DOLLARS = (
    "Kenya is to build a national artificial intelligence computing centre for $93 million over three years, the country's Ministry of Information "
    "has announced. The centre at Konza will be run by Safaricom, and Kenyatta University will train engineers there. Observers in Nairobi called "
    "the government plan ambitious, but said that the money had yet to be approved by parliament."
)
DAY = "2025-11-25"


def a_draft(name: str, title: str, text: str) -> Draft:
    row = run.hand_in_file(f"{name}.txt", f"{title}\n\n{text}".encode(), f"https://www.{name}.example/konza", DAY)
    run.understand(row.pk)
    return Draft.objects.get(intake=row)


@pytest.fixture
def ada(curated: Path) -> User:
    return User.objects.create_user("ada")


@pytest.fixture
def shillings(ada: User) -> Draft:
    return a_draft("wire", "Kenya sets aside 12 billion shillings for national AI computing centre", SHILLINGS)


@pytest.fixture
def dollars(shillings: Draft) -> Draft:
    return a_draft("paper", "Kenyan AI centre to cost $93 million, ministry says", DOLLARS)


def completed(draft: Draft, name: str = "Konza national AI computing centre") -> Draft:
    """The draft as an editor completes it: a new initiative with a name and a summary."""
    decision = review.decision_of(draft)
    made = replace(decision.initiative, name=name, countries="KEN", kind="compute", announced=DAY, summary="A computing centre at Konza.")
    return review.edit(draft.pk, draft.version, replace(decision, slug="", initiative=made))


def published(draft: Draft, editor: User) -> Edition:
    changed = completed(draft)
    review.match_again(changed.pk)
    return review.accept(draft.pk, Draft.objects.get(pk=draft.pk).version, editor)


def money_of(draft: Draft) -> list[tuple[str, str]]:
    decision = review.decision_of(Draft.objects.get(pk=draft.pk))
    return [(entry.relation, entry.related_to) for entry in decision.entries if entry.keep]


def test_a_draft_remembers_the_edition_that_it_was_matched_with(shillings: Draft) -> None:
    assert shillings.matched_with == Edition.objects.current_number()
    assert not matching.is_behind(shillings)


def test_a_new_centre_is_not_taken_for_another_that_shares_its_place_and_common_words(shillings: Draft, dollars: Draft) -> None:
    assert [review.decision_of(draft).slug for draft in (shillings, dollars)] == ["", ""]
    assert [relation for draft in (shillings, dollars) for relation, _key in money_of(draft)] == ["new", "new"]


@pytest.mark.parametrize("first", ["shillings", "dollars"])
def test_accepting_the_second_report_of_one_sum_is_refused_once_and_then_restates(first: str, shillings: Draft, dollars: Draft, ada: User) -> None:
    accepted, waits = (shillings, dollars) if first == "shillings" else (dollars, shillings)
    published(accepted, ada)
    entry = FundingEntry.objects.get(source=accepted.article)
    waiting = Draft.objects.get(pk=waits.pk)

    with pytest.raises(review.ProposalChanged) as refused:
        review.accept(waiting.pk, waiting.version, ada)

    assert "was proposed as new money" in str(refused.value)
    assert "Konza national AI computing centre" in str(refused.value)
    assert money_of(waiting) == [("restates", entry.key)]
    fresh = Draft.objects.get(pk=waiting.pk)
    assert (fresh.state, fresh.version > waiting.version, fresh.initiative) == ("open", True, entry.initiative)
    review.accept(fresh.pk, fresh.version, ada)
    assert FundingEntry.objects.get(source=waiting.article).relation == "restates"


def test_what_an_editor_typed_stays_and_only_untouched_proposals_follow_the_record(shillings: Draft, dollars: Draft, ada: User) -> None:
    decision = review.decision_of(dollars)
    typed = tuple(replace(entry, note="Typed with care") for entry in decision.entries)
    review.edit(dollars.pk, dollars.version, replace(decision, entries=typed))
    published(shillings, ada)

    review.match_again(dollars.pk)

    after = review.decision_of(Draft.objects.get(pk=dollars.pk))
    assert [entry.note for entry in after.entries if entry.keep] == ["Typed with care"]
    assert [relation for relation, _key in money_of(dollars)] == ["restates"]


def test_a_relation_that_an_editor_chose_is_not_replaced(shillings: Draft, dollars: Draft, ada: User) -> None:
    key = FundingEntry.objects.filter(initiative__countries__contains=["KEN"]).order_by("pk").values_list("key", flat=True)[0]
    decision = review.decision_of(dollars)
    chosen = tuple(replace(entry, relation="part-of", related_to=key) for entry in decision.entries)
    review.edit(dollars.pk, dollars.version, replace(decision, entries=chosen))
    published(shillings, ada)
    review.match_again(dollars.pk)
    assert money_of(dollars) == [("part-of", key)]


def test_every_open_draft_that_is_behind_is_matched_again_and_then_none_is(shillings: Draft, dollars: Draft, ada: User) -> None:
    published(shillings, ada)
    assert list(matching.behind()) == [dollars]
    assert review.match_some_again() == 0
    assert not matching.behind().exists()
    assert [relation for relation, _key in money_of(dollars)] == ["restates"]


def test_a_draft_that_cannot_be_matched_keeps_no_other_waiting(shillings: Draft, dollars: Draft, ada: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def weigh(draft: Draft) -> None:
        if draft.pk == dollars.pk:
            raise ZeroDivisionError

    monkeypatch.setattr("initiatives.review.matching.weigh", weigh)
    Edition.objects.next("Something else.")
    tasks.match_open_drafts.apply().get()
    assert not matching.behind().exists()
    assert Draft.objects.get(pk=dollars.pk).proposal == dollars.proposal


def test_a_publication_about_something_else_leaves_an_open_form_as_it_is(shillings: Draft, dollars: Draft) -> None:
    Edition.objects.next("Something else.")
    review.match_some_again()
    assert Draft.objects.get(pk=dollars.pk).version == dollars.version
    assert not matching.behind().exists()


def test_sums_are_looked_up_again_within_the_initiative_that_an_editor_chooses(shillings: Draft, dollars: Draft, ada: User) -> None:
    published(shillings, ada)
    konza = Initiative.objects.get(name="Konza national AI computing centre")
    elsewhere = Initiative.objects.exclude(pk=konza.pk).filter(countries__contains=["KEN"]).order_by("pk")[0]
    decision = review.decision_of(dollars)
    review.edit(dollars.pk, dollars.version, replace(decision, slug=elsewhere.slug))
    review.match_again(dollars.pk)
    moved = Draft.objects.get(pk=dollars.pk)
    assert review.decision_of(moved).slug == elsewhere.slug

    changed = review.edit(moved.pk, moved.version, replace(review.decision_of(moved), slug=konza.slug))
    assert changed.matched_with is None
    review.match_again(moved.pk)

    assert money_of(dollars) == [("restates", FundingEntry.objects.get(source=shillings.article).key)]
    assert Draft.objects.get(pk=dollars.pk).initiative == konza


def test_stories_that_are_joined_are_matched_again(shillings: Draft, dollars: Draft, ada: User) -> None:
    published(shillings, ada)
    story = Story.objects.get(places__article=shillings.article)
    StoryArticle.objects.filter(article=dollars.article).update(story=story)
    assert rematch.told_beside(dollars.article) == {FundingEntry.objects.get(source=shillings.article).key}

    review.match_story_again(story)

    assert [relation for relation, _key in money_of(dollars)] == ["restates"]
    reason = DraftValue.from_json(Draft.objects.get(pk=dollars.pk).proposal).proposals[0].reason
    assert "a report of the same story told it" in reason


def test_a_draft_of_an_earlier_version_of_the_line_stays_and_is_not_tried_for_ever(shillings: Draft) -> None:
    Draft.objects.filter(pk=shillings.pk).update(proposal={"schema": 0}, decided=shillings.decided, matched_with=None)
    assert review.match_some_again() == 0


def test_a_decided_draft_is_never_matched_again(shillings: Draft, ada: User) -> None:
    published(shillings, ada)
    before = Draft.objects.get(pk=shillings.pk).proposal
    assert review.match_again(shillings.pk) == ()
    assert Draft.objects.get(pk=shillings.pk).proposal == before


def test_a_fault_in_matching_leaves_a_draft_without_proposals_and_a_warning(ada: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("initiatives.ingest.run.rematch.line.draft_of", broken)
    draft = a_draft("wire", "Kenya sets aside 12 billion shillings for national AI computing centre", SHILLINGS)
    value = DraftValue.from_json(draft.proposal)
    assert (value.proposals, value.initiative.slug) == ((), None)
    assert "not-matched" in {warning.code for warning in value.understanding.warnings}
    assert value.understanding.money

    monkeypatch.undo()
    review.match_again(draft.pk)
    value = DraftValue.from_json(Draft.objects.get(pk=draft.pk).proposal)
    assert value.proposals
    assert "not-matched" not in {warning.code for warning in value.understanding.warnings}
