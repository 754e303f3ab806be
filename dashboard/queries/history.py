"""How one initiative has changed since it was entered: who, when, before and after; must not know how it is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import F, JSONField, TextField, Value
from django.db.models.expressions import RawSQL

from initiatives.models import Comment, FundingEntry, Initiative, Participation, Point, Quantity

# What changes with an initiative: the words for one row of it, its model, and the column that names the initiative.
TOLD: Final[Mapping[str, tuple[Any, str]]] = {
    "initiative": (Initiative, "id"),
    "funding entry": (FundingEntry, "initiative_id"),
    "participant": (Participation, "initiative_id"),
    "point": (Point, "initiative_id"),
    "quantity": (Quantity, "initiative_id"),
    "comment": (Comment, "initiative_id"),
}
VERBS: Final = {"+": "entered", "~": "changed", "-": "withdrawn"}
ROW: Final = 'to_jsonb("{table}")'
NAMED_ROW: Final = ROW + """ || jsonb_build_object('name', (SELECT name FROM initiatives_organization WHERE id = "{table}".organization_id))"""
UNTOLD: Final = frozenset(
    {
        "id",
        "organization_id",
        "history_id",
        "history_date",
        "history_change_reason",
        "history_type",
        "history_user_id",
        "order",
        "evidence",
        "initiative_id",
    }
)
NAMES_A_ROW: Final = ("name", "key", "text", "speaker", "described")  # the first that a row has says which one it is
ENTRY_SPAN: Final = timedelta(minutes=1)  # what was stored with the initiative is no change
MOST_CHANGES: Final = 20
JSON: Any = JSONField()
TEXT: Any = TextField()


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that changed; None where nothing was known."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one row of the initiative; `by` is None for an import."""

    at: datetime
    by: str | None
    noun: str
    verb: str
    which: str
    differences: Sequence[Difference]


def changes_of(initiative: int) -> list[Change]:
    """The latest changes since the initiative was entered, newest first; one statement."""
    first, *others = (told(noun, model, column, initiative) for noun, (model, column) in TOLD.items())
    rows = sorted(first.union(*others, all=True), key=lambda row: row[1])
    if not rows:
        return []
    entered = rows[0][1]
    return [change for change in differing(rows) if change.at - entered > ENTRY_SPAN][::-1][:MOST_CHANGES]


def told(noun: str, model: Any, column: str, initiative: int) -> Any:
    """The history rows of one table as noun, day, verb, user and the whole row."""
    history = model.history.model._meta
    whole = NAMED_ROW if any(field.name == "organization" for field in history.fields) else ROW
    row = RawSQL(whole.format(table=history.db_table), [], output_field=JSON)  # a table of ours
    found = model.history.filter(**{column: initiative}).order_by().annotate(told=Value(noun, TEXT), row=row, username=F("history_user__username"))
    return found.values_list("told", "history_date", "history_type", "username", "row")


def differing(rows: Sequence[tuple[Any, ...]]) -> Iterator[Change]:
    """Each history row beside the one of the same row before it; the oldest first."""
    last: dict[tuple[str, int], Mapping[str, Any]] = {}
    for noun, at, kind, by, row in rows:
        before = last.get((noun, row["id"]))
        differences = differences_of(before, row) if before is not None and kind == "~" else []
        if differences or kind != "~":
            yield Change(at, by, noun, VERBS[kind], which(row), differences)
        last[noun, row["id"]] = row


def differences_of(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """The fields that a reader knows of whose values differ."""
    return [Difference(name, before.get(name), value) for name, value in after.items() if name not in UNTOLD and before.get(name) != value]


def which(row: Mapping[str, Any]) -> str:
    """What tells this row from the others of its table; empty where nothing short does."""
    return str(next((row[name] for name in NAMES_A_ROW if row.get(name)), ""))
