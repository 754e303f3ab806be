"""What is to be put back, as an address or a form says it: one row or some of its values as a line of history has it, or a record as on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from initiatives import history
from initiatives.history import Change, Event, Moment, Subject
from initiatives.history.lines import Line
from initiatives.history.subjects import subject_of_part
from initiatives.history.tables import tables
from initiatives.publish import PutBack

LONGEST_NUMBER_DIGITS = 18
LONGEST_KEY_CHARACTERS = 20
NOTHING = "nothing"


class UnknownWish(LookupError):
    """The address names nothing of the record's history."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Of one row: `table`, `row`, `to` (the number of a line, or `nothing` for a row that is to go) and `fields` (none: all of them). Of a record:
    `noun`, `address` and `moment`."""

    table: str = ""
    row: str = ""
    to: str = ""
    fields: tuple[str, ...] = ()
    noun: str = ""
    address: str = ""
    moment: str = ""

    @classmethod
    def read(cls, sent: QueryDict) -> "Wish":
        """From an address or a form."""
        names = ("table", "row", "to", "noun", "address", "moment")
        return cls(**{name: sent.get(name, "").strip() for name in names}, fields=tuple(sent.getlist("field")))

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """As a form sends it back."""
        names = ("table", "row", "to", "noun", "address", "moment")
        return [(name, getattr(self, name)) for name in names if getattr(self, name)] + [("field", name) for name in self.fields]

    @property
    def query(self) -> str:
        """As an address holds it."""
        return urlencode(self.pairs)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a wish would do: to which rows, of which record, and how these rows differ from what stands. `version` is their state when it was read."""

    subject: Subject
    wanted: Sequence[PutBack]
    changes: Sequence[Change]
    version: str


def plan_of(wish: Wish) -> Plan:
    """Raises UnknownWish where the history has no such thing, ValueError in words where the day cannot be read."""
    return _of_record(wish) if wish.moment else _of_row(wish)


def meanwhile(plan: Plan, version: str) -> list[Event]:
    """What happened to the rows of the plan after a version that somebody saw."""
    seen: dict[str, int] = {}
    for part in version.split(","):
        table, number, *_ = [*part.split(":"), "", ""]
        if table in tables() and number.isascii() and number.isdigit() and len(number) < LONGEST_NUMBER_DIGITS:
            seen[table] = int(number)
    return history.meanwhile({table: (keys, seen[table]) for table, keys in _keys(plan.wanted).items() if table in seen})


def _of_row(wish: Wish) -> Plan:
    model = tables().get(wish.table)
    pk = _key(model, wish.row)
    subject = subject_of_part(wish.table, pk) if pk is not None else None
    if model is None or subject is None or not (wish.to == NOTHING or _is_number(wish.to)):
        raise UnknownWish("The address names no row of the record's history.")
    line = None if wish.to == NOTHING else model.history.filter(history_id=int(wish.to), **{model._meta.pk.attname: pk}).first()
    if line is None and wish.to != NOTHING:
        raise UnknownWish("The history of this row has no such line.")
    known = {field.attname for field in model._meta.concrete_fields}
    fields = tuple(name for name in wish.fields if name in known)
    wanted = [PutBack(model, pk, line, fields or None)]
    return Plan(subject, wanted, _differences(wanted), _version(wanted))


def _of_record(wish: Wish) -> Plan:
    subject = history.find(wish.noun, wish.address)
    if subject is None:
        raise UnknownWish("The address names no record.")
    wanted = as_of(subject, history.lines_of(subject), Moment.read(wish.moment))
    return Plan(subject, wanted, _differences(wanted), _version(wanted))


def as_of(subject: Subject, lines: Sequence[Line], moment: Moment) -> list[PutBack]:
    """The rows of a record that differ from what stands, as they were; `lines` are all of the record's."""
    then, now = (history.state_at(subject, lines, at) for at in (moment, Moment.last()))
    differing = history.differences(now, then)
    models = {change.table: tables()[change.table] for change in differing}
    kept = {table: model.history.in_bulk([change.line for change in differing if change.table == table]) for table, model in models.items()}
    return [PutBack(models[one.table], one.pk, kept[one.table][one.line] if one.after is not None else None) for one in differing]


def _differences(wanted: Sequence[PutBack]) -> list[Change]:
    """What stands beside what would, of rows that differ. A bounded number of statements."""
    stands = {(line.table, line.pk): line for line in history.newest_lines(_keys(wanted))}
    lines = history.lines_numbered(_numbers(wanted))
    wished = {(line.table, line.pk): line.row for line in lines}
    changes = []
    for one in wanted:
        at = (_table(one), one.pk)
        before, after = history.standing(stands.get(at)), wished.get(at)
        if one.columns is not None and before is not None and after is not None:
            after = {**before, **{name: after[name] for name in one.columns if name in after}}
        changes.append(Change(*at, before, after, stands[at].number if at in stands else 0))
    return [change for change in changes if change.says_something]


def _keys(wanted: Sequence[PutBack]) -> dict[str, list[Any]]:
    keys: dict[str, list[Any]] = {}
    for one in wanted:
        keys.setdefault(_table(one), []).append(one.pk)
    return keys


def _numbers(wanted: Sequence[PutBack]) -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = {}
    for one in wanted:
        if one.line is not None:
            numbers.setdefault(_table(one), []).append(one.line.history_id)
    return numbers


def _version(wanted: Sequence[PutBack]) -> str:
    """How many rows of each table it is about, and the newest line of their histories."""
    newest: dict[str, int] = {}
    for line in history.newest_lines(_keys(wanted)):
        newest[line.table] = max(newest.get(line.table, 0), line.number)
    return ",".join(f"{table}:{newest.get(table, 0)}:{len(keys)}" for table, keys in sorted(_keys(wanted).items()))


def _table(one: PutBack) -> str:
    return str(one.model._meta.model_name)


def _key(model: Any, text: str) -> Any:
    if model is None or not text or len(text) > LONGEST_KEY_CHARACTERS:
        return None
    if model._meta.pk.get_internal_type() == "CharField":
        return text
    return int(text) if _is_number(text) else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER_DIGITS
