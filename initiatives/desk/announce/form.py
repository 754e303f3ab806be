"""Reads the posted form of quick entry: every field as typed, only cleaned as all text from outside is."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from initiatives.desk.announce.named import with_initiative
from initiatives.review.announcing import Payer, Typed
from initiatives.review.announcing.filling import LONGEST_TEXT_CHARACTERS
from initiatives.review.announcing.typed import MOST_PAYERS, PLAIN_FIELDS, YES
from initiatives.text import clean

LONGEST_FIELD_CHARACTERS: Final = 2000
LONGEST_NUMBER_DIGITS: Final = 6
TOKEN: Final = re.compile(r"[0-9a-f]{32}")
OF_THE_PICKER: Final = {"slug": "initiative-slug"}
DERIVED: Final = frozenset({"choice", "by_hand", "new"})


def typed_from(posted: Mapping[str, str]) -> Typed:
    """The form as posted; a field that was not posted has its default."""
    values = {name: text_of(posted, OF_THE_PICKER.get(name, name)) for name in PLAIN_FIELDS if name not in DERIVED}
    given = {name: value for name, value in values.items() if value is not None}
    is_new = YES in (posted.get("new"), posted.get("initiative-new"))
    typed = Typed(**given, payers=payers_in(posted), new=YES if is_new else "")
    return with_initiative(with_choice(typed, posted))


def text_of(posted: Mapping[str, str], name: str) -> str | None:
    """One field, cleaned and bounded; None where it was not posted."""
    if name not in posted:
        return None
    longest = LONGEST_TEXT_CHARACTERS if name == "pasted" else LONGEST_FIELD_CHARACTERS
    return clean(posted[name]).text.replace("\r\n", "\n").strip()[:longest]


def payers_in(posted: Mapping[str, str]) -> tuple[Payer, ...]:
    """The payers that were typed, without empty rows."""
    rows = (Payer(*(text_of(posted, f"payer-{index}{part}") or "" for part in ("", "-slug", "-share"))) for index in range(MOST_PAYERS))
    return tuple(row for row in rows if row.name or row.share)


def with_choice(typed: Typed, posted: Mapping[str, str]) -> Typed:
    """The form with the relation that a person chose: another line than the one offered, or a relation and a key by hand."""
    relation, key = text_of(posted, "hand_relation") or "", text_of(posted, "hand_key") or ""
    if relation and (key or relation == "new"):
        return replace(typed, choice=f"{relation} {key}".strip(), by_hand=YES)
    choice, offered = text_of(posted, "choice") or "", text_of(posted, "offered") or ""
    is_by_hand = bool(choice) and (choice != offered or posted.get("by_hand") == YES)
    return replace(typed, choice=choice, by_hand=YES if is_by_hand else "")


def token_in(posted: Mapping[str, str]) -> str:
    """The token that the form was opened with; a new one where there is none."""
    token = posted.get("token", "")
    return token if TOKEN.fullmatch(token) else new_token()


def new_token() -> str:
    """What tells one opened form from every other."""
    return secrets.token_hex(16)


def number_in(text: str) -> int | None:
    """A number of a few digits, None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER_DIGITS else None
