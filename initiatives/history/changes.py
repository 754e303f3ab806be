"""What happened to rows between one line of history and another, gathered by edition; knows no words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from initiatives.history.lines import Line, Row, lines_after, lines_before, lines_of
from initiatives.history.subjects import Subject
from initiatives.history.tables import rank

UNTOLD = frozenset({"id", "order", "evidence", "text_hash"})  # of no meaning to a person


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; None where it was not there. `line` is the number of the line that the change left, `earlier` of the one that holds
    the row as it was before, None where it was not there."""

    table: str
    pk: Any
    before: Row | None
    after: Row | None
    line: int
    earlier: int | None = None

    @property
    def kind(self) -> str:
        """`+` for a row that came, `-` for one that went, `~` for one that changed, empty where nothing came of it."""
        return {(False, True): "+", (True, False): "-", (True, True): "~"}.get((self.before is not None, self.after is not None), "")

    @property
    def row(self) -> Row:
        """The row as it is named: as it is now, else as it was."""
        return self.after or self.before or {}

    @property
    def columns(self) -> list[str]:
        """The columns whose values differ, of those that mean something to a person."""
        before, after = self.before or {}, self.after or {}
        names = dict.fromkeys([*after, *before])
        return [name for name in names if name not in UNTOLD and before.get(name) != after.get(name)]

    @property
    def says_something(self) -> bool:
        """Whether a person would call it a change."""
        return bool(self.kind) and (self.kind != "~" or bool(self.columns))


@dataclass(frozen=True, slots=True)
class Event:
    """What one edition changed of a record: who, when and why. `edition` is None for what was changed outside of all; `by` for a command."""

    edition: int | None
    at: datetime
    by: str | None
    reason: str
    changes: Sequence[Change]


def events_of(subject: Subject, until: int | None = None) -> list[Event]:
    """The changes of a record by edition, the newest first; the first one is what it was entered with. One statement."""
    return events_in(lines_of(subject, until))


def events_in(lines: Sequence[Line], before: Mapping[tuple[str, Any], Line] | None = None) -> list[Event]:
    """Lines, the oldest first, as events, the newest first. `before` holds the line before them of each row, where there is one."""
    groups: dict[Any, list[Line]] = {}
    for line in lines:
        groups.setdefault(_together(line), []).append(line)
    last = dict(before or {})
    events = [_event(group, last) for group in groups.values()]
    return [event for event in reversed(events) if event.changes]


def meanwhile(seen: Mapping[str, tuple[Sequence[Any], int]]) -> list[Event]:
    """What happened to rows after the line that somebody saw last, the newest first; by table the rows' keys and the number of that line."""
    after = lines_after(seen)
    firsts: dict[tuple[str, Any], int] = {}
    for line in after:
        firsts.setdefault((line.table, line.pk), line.number)
    before = lines_before([(table, pk, number) for (table, pk), number in firsts.items()])
    return events_in(after, {(line.table, line.pk): line for line in before})


def changes_between(lines: Iterable[Line], last: dict[tuple[str, Any], Line]) -> list[Change]:
    """What these lines changed, each row once; `last` holds the line before them of each row, and their own afterwards."""
    before: dict[tuple[str, Any], Line | None] = {}
    for line in lines:
        at = (line.table, line.pk)
        before.setdefault(at, last.get(at))
        last[at] = line
    made = [change_of(line, last[at]) for at, line in before.items()]
    return sorted((change for change in made if change.says_something), key=lambda change: rank(change.table))


def change_of(before: Line | None, after: Line) -> Change:
    """What lies between two lines of one row."""
    row = standing(before)
    return Change(after.table, after.pk, row, standing(after), after.number, before.number if before is not None and row is not None else None)


def standing(line: Line | None) -> Row | None:
    """The row that a line leaves; None where it was removed, or there is no line."""
    return None if line is None or line.kind == "-" else line.row


def _together(line: Line) -> Any:
    if line.edition is not None:
        return line.edition
    return (line.at.replace(microsecond=0), line.by, line.reason)


def _event(lines: Sequence[Line], last: dict[tuple[str, Any], Line]) -> Event:
    newest = lines[-1]
    return Event(newest.edition, newest.at, newest.by, newest.reason or "", changes_between(lines, last))
