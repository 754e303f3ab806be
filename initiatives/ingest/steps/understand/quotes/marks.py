"""Finds the words between quotation marks of every style, cut at paragraphs; must not know who said them."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from initiatives.ingest.steps.understand.passages import paragraphs, trim
from initiatives.ingest.values import Span

CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", "‘": "’‘", '"': '"', "”": "”", "'": "'"}
OPENER = re.compile(r"[“„«»‹「『‘\"”']")
BEFORE_OPENER = re.compile(r"(?:^|[\s(\[—–:\-/])$")
LONGEST_CHARACTERS = 4_000  # of one paragraph between marks
MOST_OPENERS = 2_000  # no article has as many; a page of nothing but marks costs no worker
LONGEST_PARAGRAPHS = 6  # a quotation that is not closed by then has lost its mark


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks: `words` without marks and a trailing comma; `outer` with them.

    `continues` is true for a later paragraph of one quotation.
    """

    words: Span
    outer: Span
    paragraph: int
    continues: bool = False


def find_quoted(text: str) -> list[Quoted]:
    """Every passage between marks in reading order, the inner ones left out; a passage over several paragraphs is one `Quoted` for each."""
    blocks = paragraphs(text)
    found: list[Quoted] = []
    position, tried = 0, 0
    while (opener := _next_opener(text, position)) is not None and tried < MOST_OPENERS:
        tried += 1
        pieces = _pieces(text, opener, blocks, found)
        found.extend(pieces)
        position = pieces[-1].outer.end if pieces else opener + 1
    return found


def _next_opener(text: str, position: int) -> int | None:
    for mark in OPENER.finditer(text, position):
        if (
            BEFORE_OPENER.search(text[max(0, mark.start() - 1) : mark.start()])
            and (text[mark.end() : mark.end() + 1].strip() or mark.group() == "«")
            and _may_open(text, mark)
        ):
            return mark.start()
    return None


def _may_open(text: str, mark: re.Match[str]) -> bool:
    """A single mark opens only before a letter, and `’90s` or `'em` do not."""
    following = text[mark.end() : mark.end() + 1]
    if mark.group() in "'‘":
        return following.isalpha() and (mark.group() == "‘" or text[mark.end() : mark.end() + 3].lower() not in ("em ", "til", "tis"))
    return mark.group() not in "”»" or following.isalnum()


def _pieces(text: str, opener: int, blocks: tuple[Span, ...], before: list[Quoted]) -> list[Quoted]:
    """The paragraphs of the quotation that opens here; none where it is never closed."""
    index = bisect_right([block.start for block in blocks], opener) - 1
    closer = _closer(text, opener, blocks[index].end)
    if closer is not None:
        return [_piece(text, opener, closer, index, _is_continued(before, blocks, index, opener))]
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None:
        return []
    if text[following.start] == text[opener]:
        return [_piece(text, opener, None, index, _is_continued(before, blocks, index, opener), blocks[index].end)]
    return _over_paragraphs(text, opener, blocks, index)


def _over_paragraphs(text: str, opener: int, blocks: tuple[Span, ...], index: int) -> list[Quoted]:
    """A quotation that is opened once and closed some paragraphs later."""
    for last in range(index + 1, min(index + LONGEST_PARAGRAPHS, len(blocks))):
        mark = OPENER.search(text, blocks[last].start, blocks[last].end)
        if mark and mark.group() == text[opener] and (text[opener] != '"' or mark.start() == blocks[last].start):
            return []
        closer = _closer(text, blocks[last].start - 1, blocks[last].end, text[opener])
        if closer is not None:
            middle = [_piece(text, blocks[at].start - 1, None, at, True, blocks[at].end) for at in range(index + 1, last)]
            end = _piece(text, blocks[last].start - 1, closer, last, True)
            return [_piece(text, opener, None, index, False, blocks[index].end), *middle, end]
    return []


def _closer(text: str, opener: int, end: int, mark: str | None = None) -> int | None:
    """Where the quotation's closing mark stands, an apostrophe not taken for one."""
    mark = mark or text[opener]
    closers = [
        at
        for at in range(opener + 1, min(end, opener + LONGEST_CHARACTERS))
        if text[at] in CLOSERS[mark] and not (text[at] in "’‘'“\"" and text[at + 1 : at + 2].isalnum())
    ]
    if mark not in "‘'":
        return closers[0] if closers else None
    sure = [at for at in closers if text[at - 1] in ",.?!…;"]
    likely = [at for at in closers if text[at - 1] != "s" or text[at + 1 : at + 2] in (",", ".", ";", ")", "")]
    return min([*sure[:1], *likely[:1]], default=None)


def _piece(text: str, opener: int, closer: int | None, paragraph: int, continues: bool, end: int = 0) -> Quoted:
    inner = trim(text, opener + 1, closer if closer is not None else end)
    stop = inner.end - 1 if text[inner.start : inner.end].endswith(",") else inner.end
    return Quoted(Span(inner.start, stop), Span(opener, closer + 1 if closer is not None else end), paragraph, continues)


def _is_continued(before: list[Quoted], blocks: tuple[Span, ...], index: int, opener: int) -> bool:
    """Whether the passage opens a paragraph and the paragraph before it ended inside a quotation."""
    if not before or opener != blocks[index].start:
        return False
    last = before[-1]
    return last.paragraph == index - 1 and last.outer.end == blocks[index - 1].end and last.words.end >= last.outer.end - 1 and not _closed(last)


def _closed(quoted: Quoted) -> bool:
    return quoted.outer.end > quoted.words.end
