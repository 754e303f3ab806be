"""What is wrong with an address, in words that name the field, the value and the way out; must not know how values are read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

SHOWN_VALUE_CHARACTERS = 60
SHOWN_CHOICES = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """One value that cannot be used. `allowed` lists what can, empty where that is not a list; `nearest` is the likeliest one."""

    field: str
    value: str
    message: str
    allowed: tuple[str, ...] = ()
    nearest: str | None = None


class RefusedError(Exception):
    """A single value cannot be used; carries its problem while an address is read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def refuse(field: str, value: str, what: str, allowed: Iterable[str] = ()) -> RefusedError:
    """The exception for one value: `"comitted" is not a basis. Use one of: headline, …`."""
    choices = tuple(allowed)
    message = f"“{shown(value)}” {what}"
    if choices:
        message = f"{message} Use one of: {', '.join(choices[:SHOWN_CHOICES])}{', …' if len(choices) > SHOWN_CHOICES else '.'}"
    return RefusedError(Problem(field, shown(value), message, choices, nearest(value, choices)))


def nearest(value: str, choices: Sequence[str]) -> str | None:
    """The choice that is written most like `value`, None where none is close."""
    found = get_close_matches(value, choices, n=1, cutoff=0.7)
    return found[0] if found else None


def shown(value: str) -> str:
    """The value as a page can show it: control characters as a mark, at most sixty characters."""
    visible = "".join(character if character.isprintable() else "�" for character in value)
    return visible if len(visible) <= SHOWN_VALUE_CHARACTERS else f"{visible[:SHOWN_VALUE_CHARACTERS]}…"
