"""Cuts an article into paragraphs of marked and plain pieces, so that each passage stands beside its field. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

KINDS = ("money", "organization", "quote", "point", "quantity", "source", "around")


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage: half-open code points of the text, its kind, its number on the page, and the id of the form's field it proves.

    A mark without a number bears none in the text."""

    start: int
    end: int
    kind: str
    number: int
    row: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks; `ends` are the marks whose number is shown behind it, `start` its place in the text."""

    text: str
    marks: tuple[Mark, ...]
    ends: tuple[Mark, ...]
    start: int = 0

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that are shown behind it, each once."""
        return tuple(dict.fromkeys(mark.number for mark in self.ends if mark.number))

    @property
    def kinds(self) -> str:
        """The kinds of its marks as words of a class attribute."""
        return " ".join(dict.fromkeys(mark.kind for mark in self.marks))

    @property
    def rows(self) -> str:
        """The ids of the form's fields that this piece belongs to, the one with the narrowest passage first."""
        return " ".join(dict.fromkeys(mark.row for mark in sorted(self.marks, key=lambda mark: mark.end - mark.start)))


def paragraphs(text: str, marks: Sequence[Mark]) -> list[list[Piece]]:
    """The text line by line, blank lines left out; every code point of a line stands in exactly one piece."""
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(pieces(text, at, at + len(line), marks))
        at += len(line) + 1
    return lines


def pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> list[Piece]:
    """One line cut wherever a mark begins or ends."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = sorted({start, end} | {cut for mark in inside for cut in (mark.start, mark.end) if start < cut < end})
    return [piece(text, left, right, inside) for left, right in pairwise(cuts)]


def piece(text: str, left: int, right: int, marks: Sequence[Mark]) -> Piece:
    """The stretch between two neighbouring cuts."""
    over = tuple(mark for mark in marks if mark.start <= left and mark.end >= right)
    return Piece(text[left:right], over, tuple(mark for mark in over if mark.end == right), left)
