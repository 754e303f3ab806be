"""What storing a file would do to the record: rows to add, to change and to remove, and what each line of the file came to. Writes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from initiatives.importing.table import Line, Table
from initiatives.ledger.values import Entry
from initiatives.publish.many import Changes

NEW, CHANGED, UNCHANGED = "new", "changed", "unchanged"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a line comes to: new, changed or unchanged; the row's name, its address on the site (empty while it has none), what differs in words."""

    line: int
    kind: str
    name: str
    address: str = ""
    words: str = ""


@dataclass(slots=True)
class Plan:
    """The changes of a whole file, with the ledger around them before and after. With refusals among `table.faults` it is not to be stored."""

    table: Table
    changes: Changes = field(default_factory=Changes)
    outcomes: list[Outcome] = field(default_factory=list)
    before: list[Entry] = field(default_factory=list)
    after: list[Entry] = field(default_factory=list)

    @property
    def refused(self) -> int:
        """How many faults keep the file from being stored."""
        return sum(not fault.warning for fault in self.table.faults)

    def came_to(self, line: Line, kind: str, name: str, address: str = "", words: str = "") -> None:
        """Notes what a line comes to."""
        self.outcomes.append(Outcome(line.number, kind, name, address, words))


def differing(row: models.Model, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Column → value of what differs; text that differs in blanks at its ends alone says the same, and so does an empty one for none."""
    return {column: value for column, value in wanted.items() if not _same(getattr(row, column), value)}


def in_words(row: models.Model, changed: Mapping[str, Any]) -> str:
    """`stage: announced → committed; note: none → Confirmed`."""
    return "; ".join(f"{column.removesuffix('_id')}: {_shown(getattr(row, column))} → {_shown(value)}" for column, value in changed.items())


def take(row: models.Model, changed: Mapping[str, Any]) -> None:
    """Puts what differs into the row."""
    for column, value in changed.items():
        setattr(row, column, value)


def needed(table: Table, line: Line, names: Sequence[str], whole: Mapping[str, Any]) -> bool:
    """Whether a new row says everything that it has to; what it does not is noted."""
    complete = True
    for name in names:
        if whole.get(name) in (None, "", []):
            complete = False
            if name not in table.places and name not in line.unread:
                table.lacking.setdefault(name, []).append(line.number)
            elif name not in line.unread:
                column = table.noun.column(name)
                words = f" Use one of: {', '.join(column.words)}." if column.words else f" {column.help}"
                once = ", or say it once for the whole file" if column.for_file else ""
                table.fault(line.number, name, "", f"A new {table.noun.one} needs {_named(name)}. Fill the cell{once}.{words}")
    return complete


def _named(name: str) -> str:
    return f"“{name}”"


def _same(stored: Any, value: Any) -> bool:
    if stored == value:
        return True
    if isinstance(stored, str | None) and isinstance(value, str | None):
        return (stored or "").strip() == (value or "").strip()
    return False


def _shown(value: Any) -> str:
    if value is None or value == "":
        return "none"
    if isinstance(value, list):
        return " ".join(map(str, value))
    text = f"{value.normalize():,f}" if hasattr(value, "normalize") else str(value)
    return text if len(text) <= 60 else f"{text[:60]}…"
