"""Notes of editors by the rows of the page that they stand beside; knows no requests."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.queries.history import PublicHistory
from initiatives.history.fields import NOUNS, field_of
from initiatives.models import Funder, FundingEntry, ValueNote

Notes = Mapping[str, Mapping[Any, list["ShownNote"]]]  # table → the row's id, of funding entries the key → notes


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A note of an editor: on what (`on the amount`, `on the organization`), and the note."""

    about: str
    note: ValueNote


def notes_beside(history: PublicHistory) -> Notes:
    """The public notes by the row that shows them; a note on a payer stands beside its entry. At most two statements, none without such notes."""
    keys = _keys([note.subject_id for note in history.notes if note.subject_table == "fundingentry"])
    payers = _entries_of([note.subject_id for note in history.notes if note.subject_table == "funder"])
    found: dict[str, dict[Any, list[ShownNote]]] = {}
    for note in history.notes:
        table, row = _place(note, keys, payers)
        found.setdefault(table, {}).setdefault(row, []).append(ShownNote(about(note), note))
    return found


def about(note: ValueNote) -> str:
    """`on the amount`; `on the organization` for a row as a whole."""
    return f"on the {field_of(note.subject_table, note.field).label if note.field else NOUNS.get(note.subject_table, 'record')}"


def _place(note: ValueNote, keys: Mapping[int, str], payers: Mapping[int, str]) -> tuple[str, Any]:
    if note.subject_table == "fundingentry":
        return "fundingentry", keys.get(note.subject_id)
    if note.subject_table == "funder":
        return "fundingentry", payers.get(note.subject_id)
    return note.subject_table, note.subject_id


def _keys(ids: list[int]) -> dict[int, str]:
    return dict(FundingEntry.objects.filter(pk__in=ids).values_list("pk", "key")) if ids else {}


def _entries_of(ids: list[int]) -> dict[int, str]:
    return dict(Funder.objects.filter(pk__in=ids).values_list("pk", "entry__key")) if ids else {}
