"""Makes paragraphs of printed lines and heals words that were parted at the end of a line; must not know what an article is."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from initiatives.ingest.steps.extract.printed.lines import CELL_MARK
from initiatives.ingest.steps.extract.printed.values import PrintedPiece

WIDER_GAP = 1.4  # times the usual distance of two lines: a new paragraph
OTHER_SIZE_POINTS = 1.2
LONGEST_PARAGRAPH = 5_000  # letters; a longer one is a page built to stall
LONGEST_HEAD = 60  # letters of the first part of a parted word
COLUMN_POINTS = 30  # within which the lines of a column begin
SHORT_LINE = 0.6  # of a full line: the paragraph ended there
INDENT_POINTS = 8
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_ENDED = re.compile(r"[.!?:;…]['\"”’»)\]]*$")
_ITEM = re.compile(r"^(?:[•▪■●○◦‣–—*·\uf0b7-]\s|\(?\d{1,2}[.)]\s|[a-z]\)\s|\d{1,2}(?:\.\d{1,2}){1,3}\s[A-Z])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_WORD = re.compile(r"\w+(?:-\w+)*")


def paragraphs_of(lines: Sequence[PrintedPiece]) -> list[str]:
    """The paragraphs of lines in reading order."""
    if not lines:
        return []
    words = {word.casefold() for line in lines for word in _WORD.findall(line.text)}
    leading, usual = _leading(lines), _usual(lines)
    found = [tidy(lines[0].text)]
    for above, line in pairwise(lines):
        text = tidy(line.text)
        if len(found[-1]) > LONGEST_PARAGRAPH or _begins(above, line, leading, usual[_column(above)]):
            found.append(text)
        else:
            found[-1] = joined(found[-1], text, words)
    return found


def joined(above: str, below: str, words: set[str]) -> str:
    """Two lines as one, with a word that was parted between them made whole; a hyphen of the word's own stays.

    `words` are those of the document in small letters: a form that stands there is the right one."""
    if above.endswith("\u00ad"):
        return above[:-1] + below
    head, tail = re.search(r"(\w+)-$", above[-LONGEST_HEAD:]), re.match(r"\w+", below)
    if head is None or tail is None or not tail.group()[0].islower():
        return f"{above}{below}" if head or above.endswith(("-", "/")) else f"{above} {below}"
    return above + below if _keeps_hyphen(head[1], tail.group(), words) else above[:-1] + below


def tidy(text: str) -> str:
    """Without ligatures, which no search finds, and letters of a private font."""
    return _PRIVATE.sub("•", text.translate(_LIGATURES)).replace(CELL_MARK, " ").strip()


def _keeps_hyphen(head: str, tail: str, words: set[str]) -> bool:
    if f"{head}{tail}".casefold() in words:
        return False
    return f"{head}-{tail}".casefold() in words or head.isupper() or head.isdigit() or len(head) < 2


def _begins(above: PrintedPiece, line: PrintedPiece, leading: float, usual: int) -> bool:
    """Whether a line begins a paragraph of its own; `usual` is the length of a full line in its column, in letters."""
    if CELL_MARK in above.text or CELL_MARK in line.text:
        return True
    if _ITEM.match(line.text) or abs(above.size - line.size) > OTHER_SIZE_POINTS:
        return True
    ended, gap = _ENDED.search(above.text) is not None, above.y - line.y
    if gap <= 0 or above.x + usual * above.size / 2 < line.x:  # the next column or page
        return ended
    if gap > WIDER_GAP * leading or (ended and line.x - above.x > INDENT_POINTS):
        return True
    return len(above.text) < SHORT_LINE * usual and (ended or line.text[:1].isupper())


def _usual(lines: Sequence[PrintedPiece]) -> dict[int, int]:
    """How many letters a full line of each column has: those of the line that a quarter of the column is longer than."""
    lengths: dict[int, list[int]] = defaultdict(list)
    for line in lines:
        lengths[_column(line)].append(len(line.text))
    return {column: sorted(each)[len(each) * 3 // 4] for column, each in lengths.items()}


def _column(line: PrintedPiece) -> int:
    return round(line.x / COLUMN_POINTS)


def _leading(lines: Sequence[PrintedPiece]) -> float:
    gaps = [above.y - line.y for above, line in pairwise(lines) if 0 < above.y - line.y < 4 * above.size]
    return median(gaps) if gaps else float("inf")
