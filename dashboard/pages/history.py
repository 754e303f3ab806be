"""Changes of the record in words; knows no requests."""

from dataclasses import dataclass
from typing import Any, Final

from dashboard.queries.history import Change, Difference

LONGEST: Final = 80  # characters of a value that are shown


@dataclass(frozen=True, slots=True)
class Told:
    """One change: its day, a sentence, and the values before and after."""

    day: str
    words: str
    differences: tuple[tuple[str, str, str], ...]


def told(change: Change) -> Told:
    """`funding entry japan-model#3 changed by an editor`, with each field before and after."""
    by = f" by {change.by}" if change.by else ""
    which = f" {short(change.which)}" if change.which and change.noun != "initiative" else ""
    return Told(change.at.date().isoformat(), f"{change.noun}{which} {change.verb}{by}", tuple(map(difference, change.differences)))


def difference(one: Difference) -> tuple[str, str, str]:
    """Field, before and after as text."""
    return one.field.removesuffix("_id").replace("_", " "), shown(one.before), shown(one.after)


def shown(value: Any) -> str:
    """A value as a reader sees it; `unknown` where nothing stood there."""
    if value is None or value == "" or value == []:
        return "unknown"
    return short(", ".join(map(str, value)) if isinstance(value, list) else str(value))


def short(text: str) -> str:
    """At most eighty characters."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
