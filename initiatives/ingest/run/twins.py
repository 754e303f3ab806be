"""Names, for drafts that wait, the other open drafts that tell of the same sum; stores nothing."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from initiatives.ingest.plain import from_plain
from initiatives.ingest.steps.match.amounts import Amounts
from initiatives.ingest.steps.match.twins import Told, published_sums, same_sum
from initiatives.ingest.values import CountryClaim, MoneyClaim
from initiatives.ledger.series import load_rates
from initiatives.models import Draft

MOST_COMPARED = 500  # open drafts, the newest; older ones are compared with what was published
MOST_NAMED = 3
MOST_KEPT = 2000  # drafts of which a process remembers what they tell
MONEY, COUNTRIES, DAY = "proposal__understanding__money", "proposal__understanding__countries", "proposal__article__published"
Key = tuple[int, datetime.datetime]  # a draft and when it was made
_KNOWN: dict[Key, Told] = {}


@dataclass(frozen=True, slots=True)
class Twin:
    """Another open draft that tells of the same sum: its number, its article's title, both sums as printed, and whether it is of the same story."""

    draft_id: int
    title: str
    sum: str
    their_sum: str
    is_of_the_story: bool = False

    @property
    def words(self) -> str:
        """The sentence for the desk."""
        told = f"“{self.sum}”" if self.sum == self.their_sum else f"“{self.sum}”, there “{self.their_sum}”"
        if self.is_of_the_story:
            return (
                f"“{self.title}” (draft {self.draft_id}) of this story tells of the same sum ({told}). Accept one; the other becomes a restatement."
            )
        return (
            f"Another draft that waits tells of the same sum ({told}): “{self.title}” (draft {self.draft_id}). "
            "Accept one of the two, and the other becomes a restatement."
        )


def waiting_beside(drafts: Iterable[Draft]) -> dict[int, list[Twin]]:
    """For each of these drafts, by its key, the other open drafts about the same sum; one query however many they are."""
    wanted = {draft.pk for draft in drafts if draft.state == "open"}
    told = _waiting(wanted) if wanted else {}
    return {draft_id: _twins(draft_id, told) for draft_id in wanted if draft_id in told}


def _twins(draft_id: int, told: dict[int, tuple[str, Told]]) -> list[Twin]:
    amounts, mine = Amounts(load_rates()), told[draft_id][1]
    found = []
    for other_id, (title, other) in told.items() if mine.money else ():
        pair = same_sum(mine, other, amounts) if other_id != draft_id else None
        if pair is not None:
            is_of_the_story = mine.story is not None and mine.story == other.story
            found.append(Twin(other_id, title, pair[0].evidence.text, pair[1].evidence.text, is_of_the_story))
    return found[:MOST_NAMED]


def _waiting(wanted: set[int]) -> dict[int, tuple[str, Told]]:
    """Title and sums of the open drafts, the newest first, and of the wanted ones however old."""
    rows = Draft.objects.filter(state="open").values_list("pk", "made_at", "article__title", "article__place__story")
    newest = list(rows.order_by("-made_at")[:MOST_COMPARED])
    missing = wanted - {row[0] for row in newest}
    every = [*newest, *(rows.filter(pk__in=missing) if missing else ())]
    said = _said([(pk, made_at) for pk, made_at, *_ in every])
    return {pk: (title, replace(said[pk], story=story)) for pk, _, title, story in every if pk in said}


def _said(drafts: Sequence[Key]) -> dict[int, Told]:
    """What each draft tells, without its story: what was read of an article stays as it is, so that a process asks for it once."""
    new = [pk for pk, made_at in drafts if (pk, made_at) not in _KNOWN]
    found = {pk: _told(*rest) for pk, *rest in Draft.objects.filter(pk__in=new).values_list("pk", MONEY, COUNTRIES, DAY)} if new else {}
    if len(_KNOWN) + len(found) > MOST_KEPT:
        _KNOWN.clear()
    said = {pk: found[pk] if pk in found else _KNOWN[(pk, made_at)] for pk, made_at in drafts if pk in found or (pk, made_at) in _KNOWN}
    _KNOWN.update({(pk, made_at): said[pk] for pk, made_at in drafts if pk in said})
    return said


def _told(money: Any, countries: Any, published: str | None) -> Told:
    """What one draft tells; nothing of one that an earlier version of the line wrote."""
    try:
        claims = from_plain(tuple[MoneyClaim, ...], money or [])
        owners = from_plain(tuple[CountryClaim, ...], countries or [])
    except ValueError:
        return Told(frozenset(), (), None, published)
    return Told(frozenset(each.code for each in owners if each.role == "owner"), published_sums(claims), None, published)
