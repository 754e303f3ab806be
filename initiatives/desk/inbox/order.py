"""The order in which drafts wait: by story, the one of most consequence first, and so within a story; what names no dollars comes last."""

from typing import Any

from django.db.models import BigIntegerField, F, Max, QuerySet, Window
from django.db.models.functions import Abs, Coalesce

from initiatives.models import Draft

Drafts = QuerySet[Any]  # with `story`, the number that `open_drafts` adds
# An article without a place in a story stands alone, under a number that no story has.
STORY = Coalesce(F("article__place__story_id"), F("article_id") * -1, output_field=BigIntegerField())
MOVES = Abs("consequence")  # what takes money away moves as much as what adds it
BY_CONSEQUENCE = MOVES.desc(nulls_last=True)


def open_drafts(*, doubtful: bool) -> Drafts:
    """Drafts that nobody has decided, each with the number of its story."""
    return Draft.objects.filter(state="open", doubtful=doubtful).annotate(story=STORY)


def stories(drafts: Drafts) -> Drafts:
    """The stories of these drafts, one row each, the most consequential first, then the newest."""
    grouped = drafts.values("story").annotate(most=Max(MOVES), newest=Max("made_at"))
    ordered: Drafts = grouped.order_by(F("most").desc(nulls_last=True), "-newest", "story")
    return ordered


def in_order(drafts: Drafts) -> Drafts:
    """The drafts one by one, in the order in which their stories stand."""
    most = Window(Max(MOVES), partition_by=[STORY])
    newest = Window(Max("made_at"), partition_by=[STORY])
    ranked = drafts.annotate(most=most, newest=newest)
    ordered: Drafts = ranked.order_by(F("most").desc(nulls_last=True), "-newest", "story", BY_CONSEQUENCE, "-made_at", "pk")
    return ordered


def neighbours(draft: Draft) -> dict[str, int | None]:
    """The ids of the drafts that wait before and after this one, where the desk's list has them."""
    ids = list(in_order(open_drafts(doubtful=draft.doubtful)).values_list("pk", flat=True))
    if draft.pk not in ids:
        return {"previous": None, "next": ids[0] if ids else None}
    at = ids.index(draft.pk)
    return {"previous": ids[at - 1] if at else None, "next": ids[at + 1] if at + 1 < len(ids) else None}
