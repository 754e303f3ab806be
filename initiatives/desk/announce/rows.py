"""The rows of quick entry's form, each beside its notes and its words; what matters to this announcement stands first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from initiatives import vocabulary
from initiatives.desk.announce import fields
from initiatives.desk.announce.fields import Field, Passage
from initiatives.models import FundingEntry
from initiatives.review.announcing import Answer, Typed
from initiatives.review.announcing.notes import Note
from initiatives.review.announcing.typed import MOST_PAYERS, Payer

KINDS_IN_DOUBT: Final = frozenset({"chips", "energy", "compute"})
Notes = Mapping[str, Sequence[Note]]
Passages = Mapping[str, Sequence[Passage]]


@dataclass(frozen=True, slots=True)
class Rows:
    """The form by its parts; `further` are fields that are folded away, `asked` the names of those that are asked for since they matter here."""

    initiative: Field
    money: Sequence[Field]
    source: Sequence[Field]
    further: Sequence[Field]
    new: Sequence[Field]
    payers: Sequence[Payer]
    asked: Sequence[str]


def rows_of(answer: Answer, notes: Notes, passages: Passages) -> Rows:
    """The rows of the form as it stands."""
    typed = answer.settled.typed
    asked = fields.asked(typed, is_scope_in_doubt(answer))
    unasked = [name for name in fields.ASKED_WHERE_THEY_MATTER if name not in asked]
    return Rows(
        initiative=fields.field("initiative", typed, notes, passages),
        money=fields.fields_of([name for name in fields.MONEY if name not in unasked], typed, notes, passages),
        source=fields.fields_of(fields.SOURCE, typed, notes, passages),
        further=fields.fields_of([*unasked, *fields.FURTHER], typed, notes, passages),
        new=new_fields(typed, notes),
        payers=payer_rows(typed),
        asked=asked,
    )


def new_fields(typed: Typed, notes: Notes) -> list[Field]:
    """What a new initiative needs; its kind and status have their own lists."""
    rows = fields.fields_of(("new_countries", "new_summary"), typed, notes, {})
    lists = {"new_kind": {"": "choose", **vocabulary.INITIATIVE_KINDS}, "new_status": vocabulary.INITIATIVE_STATUSES}
    chosen = [Field(name, fields.LABELS[name], getattr(typed, name), "", 40, words, notes.get(name, ()), ()) for name, words in lists.items()]
    return [rows[0], *chosen, rows[1]]


def payer_rows(typed: Typed) -> list[Payer]:
    """The payers that were typed, and an empty row for one more."""
    return [*typed.payers, Payer()][:MOST_PAYERS]


def is_scope_in_doubt(answer: Answer) -> bool:
    """Whether the money may be for more than AI: by the kind of the initiative, or by what the record has of it."""
    initiative = answer.settled.initiative
    if answer.settled.new_initiative is not None:
        return answer.settled.new_initiative.kind in KINDS_IN_DOUBT
    return initiative is not None and (
        initiative.kind in KINDS_IN_DOUBT or FundingEntry.objects.filter(initiative=initiative).exclude(scope="ai").exists()
    )
