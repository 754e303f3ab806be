"""A record as it was on a day or with an edition, and what differs between two such states."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from django.utils import timezone

from initiatives import dates, formats
from initiatives.history.changes import Change, standing
from initiatives.history.lines import Line
from initiatives.history.subjects import Subject
from initiatives.history.tables import PARTS, rank
from initiatives.models import Edition

State = Mapping[tuple[str, Any], Line]  # (table, key) → the row's newest line by then, of rows that were there
LONGEST_NUMBER_DIGITS = 9
YEAR_DIGITS = 4
EDITION = "edition"


@dataclass(frozen=True, slots=True)
class Moment:
    """The end of a day, or an edition. `typed` is how a person gives it: `2026-01-31`, `edition 14`."""

    typed: str
    at: datetime
    edition: int | None

    @property
    def words(self) -> str:
        """`31 Jan 2026`, `edition 14 of 31 Jan 2026`."""
        day = formats.day(timezone.localtime(self.at).date().isoformat())
        return f"edition {self.edition} of {day}" if self.edition is not None else day

    @classmethod
    def read(cls, typed: str) -> "Moment":
        """A day as `2026-01-31`, a month or a year by their last day, or an edition as `edition 14`. Raises ValueError in words."""
        text = typed.strip().lower()
        number = text.removeprefix(EDITION).strip()
        if number.isascii() and number.isdigit() and (text.startswith(EDITION) or len(number) != YEAR_DIGITS):
            return cls._of_edition(number[:LONGEST_NUMBER_DIGITS])
        day = dates.last_day(dates.typed(typed))
        return cls(typed.strip(), timezone.make_aware(datetime.combine(day, time.max)), None)

    @classmethod
    def today(cls) -> "Moment":
        """The end of today."""
        return cls.read(timezone.localdate().isoformat())

    @classmethod
    def last(cls) -> "Moment":
        """After everything, what is dated ahead included."""
        return cls("", datetime(9999, 12, 30, tzinfo=UTC), None)

    @classmethod
    def _of_edition(cls, text: str) -> "Moment":
        edition = Edition.objects.filter(number=int(text)).first()
        if edition is None:
            newest = Edition.objects.current_number()
            raise ValueError(f"There is no edition {text}; the newest is {newest}. Or give a day, for example {timezone.localdate().isoformat()}.")
        return cls(f"{EDITION} {edition.number}", edition.made_at, edition.number)


def state_at(subject: Subject, lines: Sequence[Line], moment: Moment) -> State:
    """The rows that belonged to the record then, by `lines` of `lines_of(subject)`."""
    newest = {(line.table, line.pk): line for line in lines if _is_by(line, moment)}
    entries = {pk for (table, pk), line in newest.items() if table == "fundingentry" and _is_of(subject, line, set())}
    return {at: line for at, line in newest.items() if standing(line) is not None and _is_of(subject, line, entries)}


def differences(before: State, after: State) -> list[Change]:
    """What differs between two states of a record, in the order of its tables."""
    made = []
    for at in dict.fromkeys([*before, *after]):
        one, other = before.get(at), after.get(at)
        made.append(Change(*at, standing(one), standing(other), (other or before[at]).number, one.number if one else None))
    return sorted((change for change in made if change.says_something), key=lambda change: rank(change.table))


def _is_by(line: Line, moment: Moment) -> bool:
    if moment.edition is not None and line.edition is not None:
        return line.edition <= moment.edition
    return line.at <= moment.at


def _is_of(subject: Subject, line: Line, entries: set[Any]) -> bool:
    if subject.noun == "initiatives" and line.table == "funder":
        return line.row["entry_id"] in entries
    return bool(line.row[PARTS[subject.noun][line.table]] == subject.pk)
