"""The title, the text and the author of a printed document; must not know a clock."""

import re
from collections.abc import Sequence
from itertools import takewhile
from statistics import median
from typing import NamedTuple

from initiatives.ingest.steps.extract.printed.lines import lines_of
from initiatives.ingest.steps.extract.printed.margins import without_margins
from initiatives.ingest.steps.extract.printed.paragraphs import paragraphs_of, tidy
from initiatives.ingest.steps.extract.printed.values import PrintedDocument, PrintedPiece

HEADING = 1.2  # times the size of the text
LONGEST_HEADING = 300  # code points
_NO_TITLE = re.compile(r"^(?:microsoft \w+ -|untitled|document\d*$|.*\.(?:docx?|pdf|odt|indd|pptx?|rtf)\s*$|\W*$)|^\S{0,4}$", re.I)
_NO_PERSON = re.compile(r"[\\/@\d]|\b(?:user|admin\w*|microsoft|adobe|word|author|windows)\b|^[a-z]+$|^\W*$", re.I)


class Printed(NamedTuple):
    """What stands in a printed document: `text` with one paragraph a line."""

    title: str
    text: str
    author: str | None


def printed(document: PrintedDocument) -> Printed:
    """Title, text and author. Never raises on any document."""
    pages = without_margins([lines_of(page) for page in document.pages])
    lines = [line for page in pages for line in page if line.text]
    heading = heading_of(pages[0]) if pages else []
    text = "\n".join(paragraphs_of([line for line in lines if not any(line is each for each in heading)]))
    title = tidy(" ".join(line.text for line in heading)) or _plausible(document.title, _NO_TITLE) or ""
    return Printed(title, text, _plausible(document.author, _NO_PERSON))


def heading_of(page: Sequence[PrintedPiece]) -> list[PrintedPiece]:
    """The first lines of the largest letters of a page, where they are larger than its text and not longer than a title."""
    lines = [line for line in page if line.text]
    if not lines:
        return []
    largest = max(line.size for line in lines)
    first = next(number for number, line in enumerate(lines) if line.size > largest - 1)
    heading = list(takewhile(lambda line: line.size > largest - 1, lines[first:]))
    is_one = largest >= HEADING * median(line.size for line in lines) and sum(len(line.text) for line in heading) <= LONGEST_HEADING
    return heading if is_one else []


def _plausible(said: str | None, unlikely: re.Pattern[str]) -> str | None:
    text = " ".join((said or "").split())
    return text if text and not unlikely.search(text) else None
