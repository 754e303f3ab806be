"""What people said about values: the notes of editors, and the desk's answers to readers. The words and ways of readers stay at the desk."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from initiatives import vocabulary
from initiatives.history.tables import PARTS
from initiatives.models import (
    Comment,
    Correction,
    Funder,
    FundingEntry,
    InitiativeName,
    Participation,
    Point,
    Quantity,
    Reference,
    ValueNote,
)

PARTS_BY_MODEL = {
    "fundingentry": FundingEntry,
    "participation": Participation,
    "quantity": Quantity,
    "point": Point,
    "comment": Comment,
    "reference": Reference,
    "initiativename": InitiativeName,
}
ANSWERED = ("accepted", "declined")
Rows = dict[str, Collection[int]]  # table → ids


@dataclass(frozen=True, slots=True)
class AnsweredCorrection:
    """A remark of a reader that the desk has answered: about which value, what came of it, and the answer. Never who wrote it or what."""

    label: str
    value_shown: str
    state: str
    answer: str
    at: datetime | None
    edition: int | None

    @property
    def outcome(self) -> str:
        """`put right`, `left as it is`."""
        return vocabulary.CORRECTION_STATES[self.state]


def rows_of_initiative(initiative_id: int) -> Rows:
    """The ids of an initiative and of everything that belongs to it now, by table. One statement."""
    first, *others = (
        model._default_manager.filter(initiative=initiative_id).order_by().extra(select={"of_table": f"'{table}'"}).values_list("of_table", "pk")
        for table, model in PARTS_BY_MODEL.items()
    )
    funders = Funder.objects.filter(entry__initiative=initiative_id).order_by().extra(select={"of_table": "'funder'"}).values_list("of_table", "pk")
    rows: dict[str, list[int]] = {table: [] for table in PARTS["initiatives"]} | {"initiative": [initiative_id]}
    for table, pk in first.union(*others, funders, all=True):
        rows[table].append(pk)
    return dict(rows)


def corrections_of(initiative_id: int) -> list[AnsweredCorrection]:
    """The answered corrections of an initiative and of everything that belongs to it, the newest first."""
    return corrections_about(rows_of_initiative(initiative_id))


def corrections_about(rows: Rows) -> list[AnsweredCorrection]:
    """The answered corrections of these rows, the newest first."""
    found = Correction.objects.filter(_about(rows), state__in=ANSWERED).order_by("-answered_at", "-pk")
    columns = ("label", "value_shown", "state", "answer", "answered_at", "edition_id")
    return [AnsweredCorrection(*values) for values in found.values_list(*columns)]


def notes_of(rows: Rows, public_only: bool) -> list[ValueNote]:
    """The notes that stand on these rows, the newest first; `public_only` for what readers see."""
    found = ValueNote.objects.filter(_about(rows), removed_at=None).select_related("by")
    return list(found.filter(public=True) if public_only else found)


def former_notes(rows: Rows) -> Iterable[ValueNote]:
    """The notes that were taken back or changed, the newest first."""
    return ValueNote.objects.filter(_about(rows)).exclude(removed_at=None).select_related("by", "removed_by")


def _about(rows: Rows) -> Q:
    condition = Q(pk__in=[])
    for table, ids in rows.items():
        if ids:
            condition |= Q(subject_table=table, subject_id__in=ids)
    return condition
