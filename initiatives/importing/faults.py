"""What is wrong with a cell of a spreadsheet, in words with the way out; knows nothing of how cells are read."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from typing import Any

SHOWN_CHARACTERS = 120
KEPT_AT_MOST = 5_000  # problems of one file that are kept to be shown; all are counted


class Unfit(ValueError):
    """A cell that cannot be taken; its text says why and what would be right, `instead` is the likeliest value, empty where there is none."""

    def __init__(self, message: str, instead: str = "") -> None:
        super().__init__(message)
        self.instead = instead


@dataclass(frozen=True, slots=True)
class Fault:
    """One remark about a cell: its line in the file, its header, what stands in it. A `warning` keeps nothing from being stored, but one that `asks`
    is to be confirmed before."""

    line: int
    column: str  # of the record
    header: str  # of the file; empty where the file has no such column
    cell: str  # C12; empty likewise
    value: str
    message: str
    warning: bool = False
    instead: str = ""
    asks: bool = False

    def kept(self) -> dict[str, Any]:
        """As it is stored."""
        return asdict(self)


def likeliest(text: str, words: Iterable[str], alike: float = 0.6) -> str:
    """The word that was probably meant, empty where none is near; `alike` is how much of both has to be the same, between 0 and 1."""
    found = get_close_matches(text.lower(), list(words), n=1, cutoff=alike)
    return found[0] if found else ""


def shown(text: str) -> str:
    """A value as a message names it."""
    return f"“{text[:SHOWN_CHARACTERS]}{'…' if len(text) > SHOWN_CHARACTERS else ''}”"
