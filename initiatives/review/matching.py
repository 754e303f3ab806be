"""Matches open drafts with the record again once it has grown, and says what changed by it; what an editor typed stays."""

import logging
from dataclasses import fields, is_dataclass, replace
from typing import Any

from django.db import Error, transaction
from django.db.models import QuerySet

from initiatives.ingest.plain import as_plain
from initiatives.ingest.run import gather, rematch
from initiatives.ingest.steps.doubt import doubt_of
from initiatives.ingest.values import DraftValue
from initiatives.models import Draft, Edition, FundingEntry, Initiative, Story
from initiatives.review.decision import ROWS, DecidedEntry, Decision
from initiatives.review.drafting import as_recorded, decision_of, proposed
from initiatives.review.preview import weigh

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 20  # drafts that one ring matches again; each costs some tenths of a second
AS_NOUN = {
    "restates": "a restatement of",
    "replaces": "a replacement of",
    "part-of": "a part of",
    "tranche-of": "a tranche of",
    "cancels": "the end of",
}
LINK = ("relation", "related_to", "related_money")  # of a sum: chosen together or not at all


def behind() -> QuerySet[Draft]:
    """Open drafts that were not matched with the current edition, the newest first."""
    return Draft.objects.filter(state="open").exclude(matched_with=Edition.objects.current_number())


def match_some_again() -> int:
    """Matches the newest drafts that are behind again; how many are left for another ring."""
    for draft_id in list(behind().values_list("pk", flat=True)[:MOST_AT_ONCE]):
        catch_up(draft_id)
    return behind().count()


def catch_up(draft_id: int) -> None:
    """Matches one draft again unless another worker did; a fault is logged, and the draft is tried again with the next edition."""
    try:
        match_again(draft_id, only_behind=True)
    except Error:
        raise
    except Exception:
        logger.exception("draft %s could not be matched again", draft_id)
        Draft.objects.filter(pk=draft_id).update(matched_with=Edition.objects.current_number())


@transaction.atomic
def match_again(draft_id: int, only_behind: bool = False) -> tuple[str, ...]:
    """Matches one draft with the record as it is now: what changed, in sentences. A draft that was decided stays as it is."""
    draft = Draft.objects.select_for_update(of=("self",)).select_related("article").filter(pk=draft_id, state="open").first()
    return () if draft is None or (only_behind and not is_behind(draft)) else caught_up(draft)


def match_story_again(story: Story) -> None:
    """Matches the open drafts of a story again: what one of its reports brought to the record is known to the others."""
    for draft_id in Draft.objects.filter(article__place__story=story, state="open").values_list("pk", flat=True):
        match_again(draft_id)


def is_behind(draft: Draft) -> bool:
    """Whether the record has grown since the draft was matched with it."""
    return draft.matched_with != Edition.objects.current_number()


def caught_up(draft: Draft) -> tuple[str, ...]:
    """Stores the proposals of today in a draft that the caller has locked: what changed for the sums and the initiative, in sentences."""
    try:
        before, found = decision_of(draft), rematch.matched_again(draft, chosen_by_editor(draft))
    except ValueError:
        logger.warning("draft %s was written by an earlier version of the line and cannot be matched again", draft.pk)
        draft.matched_with = Edition.objects.current_number()
        draft.save(update_fields=["matched_with"])
        return ()
    store(draft, found)
    return differences(before, decision_of(draft))


def store(draft: Draft, found: rematch.Matched) -> None:
    """Keeps what was found; the version goes up only where the form is another one now, so that nobody's form is refused for nothing."""
    before = decision_of(draft)
    if draft.decided is not None:
        draft.decided = as_plain(merged(before, line_proposed(draft), as_recorded_now(draft, found.value)))
    draft.proposal, draft.matched_with = found.value.to_json(), found.edition
    after = decision_of(draft)
    draft.initiative = Initiative.objects.filter(slug=after.slug).first() if after.slug else None
    draft.doubt = doubt_of(found.value)
    draft.version += before != after
    draft.save(update_fields=["decided", "proposal", "matched_with", "initiative", "doubt", "version"])
    weigh(draft)


def chosen_by_editor(draft: Draft) -> str | None:
    """The initiative that an editor chose instead of the proposed one, empty for a new one; None where it stands as proposed."""
    slug = decision_of(draft).slug
    return slug if draft.decided is not None and slug != line_proposed(draft).slug else None


def line_proposed(draft: Draft) -> Decision:
    """The form as the line alone would fill it in."""
    return as_recorded_now(draft, DraftValue.from_json(draft.proposal))


def as_recorded_now(draft: Draft, value: DraftValue) -> Decision:
    """The form of a proposal, with the article as the record knows it."""
    decision = proposed(value)
    return replace(decision, article=as_recorded(decision.article, draft.article))


def merged(decided: Decision, before: Decision, after: Decision) -> Decision:
    """The editor's form with the new proposals where it still had the old ones."""
    parts: dict[str, Any] = {part: merged_rows(getattr(decided, part), getattr(before, part), getattr(after, part)) for part in ROWS}
    slug = after.slug if decided.slug == before.slug else decided.slug
    return replace(decided, slug=slug, initiative=merged_row(decided.initiative, before.initiative, after.initiative), **parts)


def merged_rows(decided: tuple[Any, ...], before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[Any, ...]:
    """The rows of one part, which are of the same claims in the same order; those that are new, and those that an editor added, stand behind them."""
    return (*map(merged_row, decided, before, after), *decided[len(before) :], *after[len(before) :])


def merged_row(decided: Any, before: Any, after: Any) -> Any:
    """One row with the new proposal in each field that nobody changed."""
    untouched = {each.name for each in fields(decided) if getattr(decided, each.name) == getattr(before, each.name)}
    if isinstance(decided, DecidedEntry) and not untouched.issuperset(LINK):
        untouched -= set(LINK)
    return replace(decided, **{name: getattr(after, name) for name in untouched if not is_dataclass(getattr(after, name))})


def differences(before: Decision, after: Decision) -> tuple[str, ...]:
    """What a new match changed for the initiative and for the sums that would be published, a sentence each."""
    told = [] if before.slug == after.slug else [f"It is proposed as {initiative_in_words(after.slug)} now."]
    pairs = zip(before.entries, after.entries, strict=False)
    changed = [(old, new) for old, new in pairs if new.keep and link_of(old) != link_of(new)]
    return (*told, *(f"“{new.words.text}” was {link_in_words(old)}; it is {link_in_words(new)} now." for old, new in changed))


def link_of(entry: DecidedEntry) -> tuple[str, str]:
    """What the sum is to which entry of the record."""
    return entry.relation, "" if entry.relation == "new" else entry.related_to


def link_in_words(entry: DecidedEntry) -> str:
    """What is proposed for the sum: `proposed as new money`, `proposed as a restatement of …`."""
    if entry.relation == "new":
        return "proposed as new money"
    row = FundingEntry.objects.filter(key=entry.related_to).select_related("initiative").first()
    partner = f"{gather.described(row)} of {row.initiative.name}" if row else "another sum of this article"
    return f"proposed as {AS_NOUN.get(entry.relation, 'related to')} {partner}"


def initiative_in_words(slug: str) -> str:
    """The name of an initiative, or that the record lacks it."""
    name = Initiative.objects.filter(slug=slug).values_list("name", flat=True).first() if slug else None
    return f"part of {name}" if name else "a new initiative"
