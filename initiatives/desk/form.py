"""Reads the posted form of a draft back into a decision: every field as typed, only cleaned as all text from outside is."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from initiatives.review.amounts_typed import with_read_sums
from initiatives.review.decision import ROWS, DecidedEntry, Decision, Words
from initiatives.text import clean

LONGEST_FIELD_CHARACTERS = 5000
ON = "on"
SAME_ARTICLE = "@"
STRETCH = re.compile(r"([0-9]{1,8})-([0-9]{1,8})")


def decision_from(posted: Mapping[str, str], opened: Decision, text: str = "") -> Decision:
    """The decision as posted; rows are those of the draft that was opened, and passages are stretches of the article's text, so that neither can
    be invented."""
    parts: dict[str, Any] = {
        part: tuple(row_from(posted, f"{part}-{index}", row, text) for index, row in enumerate(getattr(opened, part))) for part in ROWS
    }
    sums = [with_read_sums(row, opened.entries[index]) for index, row in enumerate(parts["entries"])]
    parts["entries"] = tuple(chosen(posted, f"entries-{index}", row, opened.entries[index]) for index, row in enumerate(sums))
    return replace(
        opened,
        slug=typed(posted, "slug", opened.slug),
        article=row_from(posted, "article", opened.article),
        initiative=row_from(posted, "initiative", opened.initiative),
        **parts,
    )


def chosen(posted: Mapping[str, str], prefix: str, row: DecidedEntry, before: DecidedEntry) -> DecidedEntry:
    """The entry with the relation whose line was chosen; what was typed by hand goes first. `@2` is another sum of the same article."""
    relation, _, partner = posted.get(f"{prefix}-choice", "").partition(" ")
    by_hand = (row.relation, row.related_to) != (before.relation, before.related_to)
    if by_hand or not relation:
        return row
    if partner.startswith(SAME_ARTICLE):
        return replace(row, relation=relation, related_to="", related_money=partner.removeprefix(SAME_ARTICLE))
    return replace(row, relation=relation, related_to=partner, related_money="")


def row_from(posted: Mapping[str, str], prefix: str, row: Any, text: str = "") -> Any:
    """One row with its posted fields; a row that was not on the form stays as it is."""
    if f"{prefix}-shown" not in posted:
        return row
    changes: dict[str, Any] = {}
    for field in fields(row):
        before = getattr(row, field.name)
        if isinstance(before, bool):
            changes[field.name] = posted.get(f"{prefix}-{field.name}") == ON
        elif isinstance(before, Words):
            changes[field.name] = stretch_of(posted.get(f"{prefix}-{field.name}", ""), text) or before
        elif isinstance(before, str) and not is_dataclass(before):
            changes[field.name] = typed(posted, f"{prefix}-{field.name}", before)
    return replace(row, **changes)


def stretch_of(typed_stretch: str, text: str) -> Words | None:
    """The words of `12-20` in the text, without blanks around them; None for what is no stretch of it."""
    match = STRETCH.fullmatch(typed_stretch)
    start, end = (int(match[1]), int(match[2])) if match else (0, 0)
    if not start < end <= len(text):
        return None
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Words(start, start + len(words.strip()), words.strip()) if words.strip() else None


def typed(posted: Mapping[str, str], name: str, before: str) -> str:
    """One field as typed, cleaned and bounded; a field that was not posted stays as it was."""
    if name not in posted:
        return before
    return clean(posted[name]).text.replace("\r\n", "\n").strip()[:LONGEST_FIELD_CHARACTERS]
