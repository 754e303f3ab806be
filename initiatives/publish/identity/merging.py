"""Merges two organizations or two initiatives into one: everything that pointed to either points to the one that is kept."""

from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from initiatives.models import Edition, FundingCount, IdentityChange, writing
from initiatives.models.known_name import INITIATIVE, ORGANIZATION
from initiatives.publication import Fault, PublicationRefused
from initiatives.publish.editing import Editing, editing
from initiatives.publish.identity.moving import Moving
from initiatives.publish.identity.subjects import NAMES, found, parts_of, refuse_stale

COLUMNS = {
    ORGANIZATION: ("name", "kind", "country_id"),
    INITIATIVE: ("name", "countries", "kind", "status", "announced", "start", "end", "summary", "themes"),
}
JOINED = frozenset({"themes"})  # what either had stands
BOTH_OWNERS = "both-countries"  # taken instead of the other's owners
REASON_LENGTH = 300
NAME_IN_REASONS = 60


@transaction.atomic
def merge(
    noun: str, kept_slug: str, other_slug: str, by: User | None, taken: Collection[str] = (), reason: str = "", mark: str = ""
) -> IdentityChange:
    """Merges `other` into `kept`, which takes the columns `taken` from the other. Raises PublicationRefused in words; then nothing was written."""
    words = f"Merged “{_short(other_slug)}” into “{_short(kept_slug)}”"
    with editing(by, words) as session:
        kept, other = found(noun, kept_slug, "kept"), found(noun, other_slug, "other")
        if kept == other:
            raise PublicationRefused((Fault("other", other_slug, "these are one already. Choose another one to merge."),))
        refuse_stale(noun, mark, kept, other)
        change = _change(noun, kept, other, by, reason)
        change.moved = _merge(session, noun, kept, other, taken)
    change.edition_id = Edition.objects.current_number()
    change.save()
    return change


def _merge(session: Editing, noun: str, kept: Any, other: Any, taken: Collection[str]) -> list[dict[str, Any]]:
    moving, names = Moving(session, noun, kept), NAMES[noun]
    for row in (kept, other):
        session.touched.note(row)
    for model, rows in parts_of(noun, other):
        if model is names:
            for row in rows:
                moving.name(row)
        else:
            moving.rows(rows)
    moving.beside(noun, other.pk, kept.pk)
    if noun == INITIATIVE:
        FundingCount.objects.filter(initiative=other).delete()
    writing.remove(type(other), [other], session.author)
    called = _take(session, kept, other, taken)
    moving.add_name(names, called, other.slug)
    session.touched.note(kept)
    return moving.moves


def both(kept: Any, other: Any, column: str) -> list[str]:
    """What either lists, each once."""
    return list(dict.fromkeys([*getattr(kept, column), *getattr(other, column)]))


def _take(session: Editing, kept: Any, other: Any, taken: Collection[str]) -> str:
    """Takes over values; the name that is given up, which becomes another name."""
    given_up = kept.name if "name" in taken else other.name
    columns = [column for column in COLUMNS[ORGANIZATION] + COLUMNS[INITIATIVE] if column in taken and hasattr(kept, column)]
    columns = [*columns, *(["countries"] if BOTH_OWNERS in taken else [])]
    differing = [column for column in dict.fromkeys(columns) if getattr(kept, column) != getattr(other, column)]
    for column in differing:
        joined = column in JOINED or (column == "countries" and BOTH_OWNERS in taken)
        setattr(kept, column, both(kept, other, column) if joined else getattr(other, column))
    if differing:
        writing.change(type(kept), [kept], [column.removesuffix("_id") for column in differing], session.author)
    return str(given_up)


def _change(noun: str, kept: Any, other: Any, by: User | None, reason: str) -> IdentityChange:
    about = {"kept_id": kept.pk, "kept_slug": kept.slug, "kept_name": kept.name, "other_id": other.pk, "other_slug": other.slug}
    return IdentityChange(kind="merge", noun=noun, other_name=other.name, reason=reason[:REASON_LENGTH], by=by, **about)


def _short(text: str) -> str:
    return text if len(text) <= NAME_IN_REASONS else f"{text[: NAME_IN_REASONS - 1]}…"
