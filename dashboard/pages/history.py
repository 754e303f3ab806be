"""Notes of editors by the rows of the page that they stand beside; knows no requests."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db import models

from dashboard.queries.history import PublicHistory
from initiatives.history.fields import NOUNS, field_of
from initiatives.models import Funder, FundingEntry, InitiativeName, OrganizationName, Reference, ValueNote

Notes = Mapping[str, Mapping[Any, list["ShownNote"]]]  # table → the row's id, of funding entries the key → notes


@dataclass(frozen=True, slots=True)
class Place:
    """Rows whose notes stand beside rows of `table`, which `column` names."""

    model: type[models.Model]
    table: str
    column: str


SHOWN_AT: Final[Mapping[str, Place]] = {
    "fundingentry": Place(FundingEntry, "fundingentry", "key"),
    "funder": Place(Funder, "fundingentry", "entry__key"),
    "reference": Place(Reference, "article", "article_id"),
    "initiativename": Place(InitiativeName, "initiative", "initiative_id"),
    "organizationname": Place(OrganizationName, "organization", "organization_id"),
}


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A note of an editor: on what (`on the amount`, `on the organization`), and the note."""

    about: str
    note: ValueNote


def notes_beside(history: PublicHistory) -> Notes:
    """The public notes by the row that shows them: on a payer beside its entry, on a citation beside its article, on a name beside whose it is.

    One statement for each kind of row that is shown elsewhere and has a note."""
    shown_at = {table: _shown_at(table, [note.subject_id for note in history.notes if note.subject_table == table]) for table in SHOWN_AT}
    found: dict[str, dict[Any, list[ShownNote]]] = {}
    for note in history.notes:
        table, row = _place(note, shown_at)
        found.setdefault(table, {}).setdefault(row, []).append(ShownNote(about(note), note))
    return found


def about(note: ValueNote) -> str:
    """`on the amount`; `on the organization` for a row as a whole."""
    return f"on the {field_of(note.subject_table, note.field).label if note.field else NOUNS.get(note.subject_table, 'record')}"


def _shown_at(table: str, ids: list[int]) -> Mapping[int, Any]:
    """Row → what names the row that shows its notes."""
    return dict(SHOWN_AT[table].model._default_manager.filter(pk__in=ids).values_list("pk", SHOWN_AT[table].column)) if ids else {}


def _place(note: ValueNote, shown_at: Mapping[str, Mapping[int, Any]]) -> tuple[str, Any]:
    if note.subject_table in SHOWN_AT:
        return SHOWN_AT[note.subject_table].table, shown_at[note.subject_table].get(note.subject_id)
    return note.subject_table, note.subject_id
