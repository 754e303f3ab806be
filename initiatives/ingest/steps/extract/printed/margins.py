"""Takes out what stands at the edge of every page: running heads, feet and page numbers; must not know what an article is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from initiatives.ingest.steps.extract.printed.values import PrintedPiece

EDGE_LINES = 2  # at the top and at the bottom of a page
LEAST_SHARE = 0.5  # of the pages on which a line must stand to be a running one
_PAGE_NUMBER = re.compile(r"^\W*(?:(?:page|seite|p[aá]gina|pág\.?|p\.)\s*)?\d{1,4}\s*(?:(?:/|of|von|de|sur|di)\s*\d{1,4})?\W*$", re.I)
_DIGITS = re.compile(r"\d+")


def without_margins(pages: Sequence[Sequence[PrintedPiece]]) -> list[list[PrintedPiece]]:
    """The pages without lines that repeat at their edges (numbers in them may differ), and without page numbers."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    running = {key for key, count in seen.items() if count > 1 and count >= LEAST_SHARE * len(pages)}
    return [_without(page, running) for page in pages]


def _without(page: Sequence[PrintedPiece], running: set[str]) -> list[PrintedPiece]:
    margins = {id(line) for line in _edges(page) if _is_margin(line, running)}
    return [line for line in page if id(line) not in margins]


def _is_margin(line: PrintedPiece, running: set[str]) -> bool:
    return _key(line) in running or _PAGE_NUMBER.match(line.text) is not None


def _edges(page: Sequence[PrintedPiece]) -> Iterator[PrintedPiece]:
    by_height = sorted(page, key=lambda line: -line.y)
    yield from by_height[:EDGE_LINES]
    yield from by_height[-EDGE_LINES:]


def _key(line: PrintedPiece) -> str:
    return _DIGITS.sub("#", line.text.casefold())
