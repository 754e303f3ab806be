"""Notes of editors on values: read from forms, kept, changed and taken back. The former text of a note stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from initiatives.history import Change, notes_of
from initiatives.history.fields import FIELDS, NOUNS
from initiatives.history.remarks import Rows
from initiatives.history.tables import tables
from initiatives.models import ValueNote
from initiatives.text import clean

LONGEST_NOTE_CHARACTERS = 2_000
LONGEST_ID_DIGITS = 18
GONE = "Somebody changed this note or took it back after you opened the page. What stands now is shown below; yours is kept in the form."
WITHOUT_NOTES = frozenset({"country"})  # their key is a word


class NoteGone(ValueError):
    """The note was changed or taken back by somebody else meanwhile."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A note as a form has it: `table` and `row` say on what, `field` on which value (empty for the row); `note` is the one that is changed."""

    table: str = ""
    row: str = ""
    field: str = ""
    text: str = ""
    public: bool = False
    note: int | None = None
    fault: str = ""

    @property
    def place(self) -> str:
        """What it stands on, as the page names it: `fundingentry-12-amount`."""
        return f"{self.table}-{self.row}-{self.field}" if self.table else ""

    @classmethod
    def asked(cls, query: Mapping[str, str], rows: Rows) -> "Typed":
        """The value that `note=fundingentry-12-amount` of an address asks a form for; nothing where the record has no such value."""
        table, _, rest = query.get("note", "").partition("-")
        row, _, field = rest.partition("-")
        is_there = row.isascii() and row.isdigit() and len(row) <= LONGEST_ID_DIGITS and int(row) in rows.get(table, ())
        return cls(table, row, field) if is_there and (not field or field in FIELDS[table]) else cls()

    @classmethod
    def sent(cls, form: Mapping[str, str]) -> "Typed":
        """What a form sent, with what is wrong with it."""
        table, row, field = (form.get(name, "").strip() for name in ("table", "row", "field"))
        text = clean(form.get("text", "")).text.strip()
        typed = cls(table, row, field, text, form.get("public") == "yes")
        fault = _fault(typed)
        return cls(table, row, field, text, typed.public, None, fault) if fault else typed


def rows_in(state: Sequence[Change]) -> Rows:
    """The ids of rows by table, of those that take notes."""
    rows: dict[str, list[int]] = {}
    for change in state:
        if change.table not in WITHOUT_NOTES:
            rows.setdefault(change.table, []).append(change.pk)
    return dict(rows)


def notes_by_value(rows: Rows) -> dict[str, list[ValueNote]]:
    """The notes that stand, by the value that they stand on: `fundingentry-12-amount`, `fundingentry-12-` for the row."""
    found: dict[str, list[ValueNote]] = {}
    for note in notes_of(rows, public_only=False):
        found.setdefault(f"{note.subject_table}-{note.subject_id}-{note.field}", []).append(note)
    return found


def keep(typed: Typed, by: User) -> ValueNote:
    """Stores a new note."""
    return ValueNote.objects.create(
        subject_table=typed.table, subject_id=int(typed.row), field=typed.field, text=typed.text, public=typed.public, by=by
    )


@transaction.atomic
def change(note_id: int, typed: Typed, by: User) -> ValueNote:
    """The new text takes the place of the former one, which stays as taken back. Raises NoteGone where somebody was faster."""
    take_back(note_id, by)
    return keep(typed, by)


def take_back(note_id: int, by: User) -> None:
    """The note no longer stands. Raises NoteGone where it did not any more."""
    if not ValueNote.objects.filter(pk=note_id, removed_at=None).update(removed_at=timezone.now(), removed_by=by):
        raise NoteGone(
            "Somebody changed this note or took it back after you opened the page. What stands now is shown below; yours is kept in the form."
        )


def _fault(typed: Typed) -> str:
    if typed.table not in NOUNS or typed.table in WITHOUT_NOTES or (typed.field and typed.field not in FIELDS[typed.table]):
        return f"“{typed.table} {typed.field}”".strip() + " is no value of the record. Open the form at the value itself."
    if not (typed.row.isascii() and typed.row.isdigit() and len(typed.row) <= LONGEST_ID_DIGITS) or not _exists(typed):
        return "The row that the note is on is not in the record any more."
    if not typed.text:
        return "Write the note first, in a sentence or two."
    if len(typed.text) > LONGEST_NOTE_CHARACTERS:
        return f"The note has {len(typed.text):,} characters. Use at most {LONGEST_NOTE_CHARACTERS:,}."
    return ""


def _exists(typed: Typed) -> bool:
    model: Any = tables()[typed.table]
    return bool(model._default_manager.filter(pk=int(typed.row)).exists())
