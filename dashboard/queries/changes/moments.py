"""The two states of the record that changes are told between; must not know what moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils import timezone

from dashboard.filters import FilterError, Filters, Problem
from dashboard.queries import editions
from dashboard.queries.one_state import at_edition
from initiatives import dates

DEFAULT_SPAN: Final = timedelta(days=30)
DAY_LETTERS: Final = 10  # of a whole day; a month, a year or a fiscal year is shorter


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of the record: the day that it is looked at on, None for the edition's own, and the edition, None for the one that is read."""

    day: date
    as_of: date | None
    edition: int | None = None


def needed(filters: Filters) -> Sequence[Filters]:
    """The two states that are compared, for `readiness`. Raises FilterError."""
    return [at(filters, one) for one in moments(filters)]


def moments(filters: Filters) -> tuple[Moment, Moment]:
    """Before and after: the days `from` and `to`, else the last thirty days; or `from_edition` and the edition that is read. Raises FilterError.

    A whole day is looked at when it ends; what begins with a month or a year begins before it."""
    reading = editions.current()
    today = reading.day or timezone.localdate()  # nothing is published yet
    to = filters.last_day or filters.as_of
    after = Moment(to or today, to, filters.edition)
    if filters.from_edition is not None:
        return _of_edition(filters, after), after
    first = filters.first_day or after.day - DEFAULT_SPAN
    start = first if len(filters.from_) in (0, DAY_LETTERS) else first - timedelta(days=1)
    if start > after.day:
        words = f"from is {dates.in_words(str(start))}, and the newest state is of {dates.in_words(str(after.day))}: nothing lies between them."
        raise FilterError([Problem("from", filters.from_, f"{words} Choose an earlier day.")], filters.model_copy(update={"from_": ""}))
    return Moment(start, start, filters.edition), after


def _of_edition(filters: Filters, after: Moment) -> Moment:
    number = filters.from_edition
    assert number is not None  # the caller has looked
    if filters.from_ or number >= editions.current().number:
        words = (
            "Changes begin with a day or with an edition, not with both. Leave out from or from_edition."
            if filters.from_
            else f"from_edition is {number}, and the edition that is read is {editions.current().number}. Choose an earlier one to begin with."
        )
        raise FilterError([Problem("from_edition", str(number), words)], filters.model_copy(update={"from_edition": None}))
    with at_edition(number) as then:
        return Moment(then.day or after.day, None, number)


def at(filters: Filters, moment: Moment) -> Filters:
    """The same selection in one of the states."""
    emptied = {"from_": "", "to": "", "first_day": None, "last_day": None, "from_edition": None}
    return filters.model_copy(update={**emptied, "as_of": moment.as_of, "edition": moment.edition})
