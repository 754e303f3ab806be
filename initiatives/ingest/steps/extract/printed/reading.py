"""The title, the text and the author of a printed document; must not know a clock."""

import re
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from initiatives.ingest.steps.extract.letterheads import is_letterhead
from initiatives.ingest.steps.extract.printed.lines import lines_of
from initiatives.ingest.steps.extract.printed.margins import without_margins
from initiatives.ingest.steps.extract.printed.paragraphs import paragraphs_of, tidy
from initiatives.ingest.steps.extract.printed.values import PrintedDocument, PrintedPiece

HEADING = 1.2  # times the size of the text
LONGEST_HEADING = 300  # code points
_NO_TITLE = re.compile(r"^(?:microsoft \w+ -|about:|https?:|untitled|document\d*$|.*\.(?:docx?|pdf|odt|indd|pptx?|rtf)\s*$|\W*$)|^\S{0,4}$", re.I)
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
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
    title = _said(heading) or _in_its_script(_plausible(document.title, _NO_TITLE) or "", text)
    return Printed(title, text, _plausible(document.author, _NO_PERSON))


def heading_of(page: Sequence[PrintedPiece]) -> list[PrintedPiece]:
    """The first lines of the largest letters of a page that are no letterhead, where they are larger than its text and not longer than a title."""
    lines = [line for line in page if line.text]
    if not lines:
        return []
    usual = median(line.size for line in lines)
    headings = [
        run for run in _runs(lines) if run[0].size >= HEADING * usual and len(_said(run)) <= LONGEST_HEADING and not is_letterhead(_said(run))
    ]
    return max(headings, key=lambda run: run[0].size, default=[])


def _runs(lines: Sequence[PrintedPiece]) -> list[list[PrintedPiece]]:
    """The lines in stretches of letters of one size."""
    runs = [[lines[0]]]
    for line in lines[1:]:
        if abs(line.size - runs[-1][0].size) < 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _said(lines: Sequence[PrintedPiece]) -> str:
    return tidy(" ".join(line.text for line in lines))


def _in_its_script(title: str, text: str) -> str:
    """The title, unless it is of East Asian signs that the text has none of: bytes of another encoding, two by two."""
    return "" if _EAST_ASIAN.search(title) and not _EAST_ASIAN.search(text) else title


def _plausible(said: str | None, unlikely: re.Pattern[str]) -> str | None:
    text = " ".join((said or "").split())
    return text if text and not unlikely.search(text) else None
