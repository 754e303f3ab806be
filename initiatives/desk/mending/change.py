"""What putting a row right would do: which values differ, what the ledger asks and refuses, the totals, and which state of the row was seen."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from initiatives import history, publish
from initiatives.desk.changes.effects import Total, totals_in_words
from initiatives.desk.changes.wishes import LONGEST_NUMBER_DIGITS
from initiatives.desk.mending.form import RowForm
from initiatives.history import Event
from initiatives.ledger.confirming import mark_of
from initiatives.models import FundingEntry, Initiative
from initiatives.publish import PutBack


@dataclass(frozen=True, slots=True)
class Difference:
    """One value as it stands and as it would stand, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change would do. `totals` is empty where no money is concerned, `mark` where nothing is asked."""

    differences: Sequence[Difference]
    totals: Sequence[Total]
    questions: Sequence[str]
    mark: str


def version_of(table: str, pk: int) -> str:
    """The newest line of the row's history; what a form was opened with."""
    return str(max((line.number for line in history.newest_lines({table: [pk]})), default=0))


def meanwhile(table: str, pk: int, version: str) -> list[Event]:
    """What happened to the row since a version was read."""
    seen = int(version) if version.isascii() and version.isdigit() and len(version) <= LONGEST_NUMBER_DIGITS else 0
    return history.meanwhile({table: ([pk], seen)})


def wanted_by(form: RowForm, row: Model) -> list[PutBack]:
    """The row as the form has it, with the columns that were changed and no others; nothing where the form says what stands."""
    wished = copy(form.instance)
    typed = [column.attname for column in row._meta.concrete_fields if column.name in form.cleaned_data]
    columns = tuple(name for name in typed if getattr(row, name) != getattr(wished, name))
    return [PutBack(type(row), row.pk, wished, columns)] if columns else []


def effect_of(form: RowForm, row: Model) -> Effect:
    """What the form would do."""
    wanted = wanted_by(form, row)
    questions = questions_of(wanted)
    moves_money = isinstance(row, FundingEntry | Initiative) and wanted
    totals = totals_in_words(publish.foreseen(wanted)) if moves_money else []
    return Effect(_in_words(wanted, row), totals, questions, mark_of(questions))


def questions_of(wanted: Sequence[PutBack]) -> list[str]:
    """What the ledger would have confirmed about entries as they would be."""
    entries = [one.line for one in wanted if isinstance(one.line, FundingEntry)]
    return [problem.message for entry in entries for problem in publish.relation_problems(entry) if not problem.refused]


def _in_words(wanted: Sequence[PutBack], row: Model) -> list[Difference]:
    """The values that differ, as the history will tell them."""
    table = str(row._meta.model_name)
    changes = [history.Change(table, one.pk, _kept(row), {**_kept(row), **_kept(one.line, one.columns)}, 0) for one in wanted]
    return [Difference(value.label, value.before, value.after) for change in history.tell(changes) for value in change.values]


def _kept(row: Any, columns: Sequence[str] | None = None) -> dict[str, Any]:
    named = [column.attname for column in row._meta.concrete_fields if not column.generated]
    return {name: getattr(row, name) for name in named if columns is None or name in columns}
