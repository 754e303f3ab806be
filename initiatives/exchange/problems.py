"""What is wrong with a file, in words that name the place, the value and the way out; knows nothing of tables."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from initiatives.text import visible

SHOWN_CHARACTERS = 60  # of a wrong value


class Wrong(ValueError):
    """A value that the format does not allow; its text says why and what would be right."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: `field` as a path such as `funding[2].stage`, empty where the whole line is meant."""

    file: str
    line: int
    field: str
    words: str

    def __str__(self) -> str:
        return f"{self.file} line {self.line}{', ' if self.field else ''}{self.field}: {self.words}"


class Refused(Exception):
    """A file of which nothing was stored, with every fault that it has."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        self.problems = sorted(problems, key=lambda problem: problem.line)
        count = "1 fault" if len(problems) == 1 else f"{len(problems)} faults"
        super().__init__("\n".join([*map(str, self.problems), f"{file}: {count}. Nothing of this file was stored."]))


def shown(value: Any) -> str:
    """A wrong value as an error names it: as JSON writes it, in quotation marks, shortened."""
    return f'"{shortened(str(value) if isinstance(value, str | Decimal) else json.dumps(value, ensure_ascii=False, default=str))}"'


def shortened(text: str) -> str:
    """Text from a file as a message can hold it: what is invisible written out, and no longer than a line."""
    return visible(text if len(text) <= SHOWN_CHARACTERS else f"{text[:SHOWN_CHARACTERS]}…")
