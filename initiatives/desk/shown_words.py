"""Gives each field of a row the words of the article that it was read from, and each passage its number on the page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from initiatives.ingest.steps.understand.passing import ways_of
from initiatives.ingest.values import DraftValue, Evidence
from initiatives.review.decision import DecidedArticle, DecidedComment, DecidedEntry, DecidedParticipation, Words
from initiatives.review.showing import words_of

AROUND_CHARACTERS = 60  # before a name, in which the text says what it does
NEAR_CHARACTERS = 600  # around a quotation, in which its speaker is named
ENDS = (". ", "! ", "? ", "\n", "; ")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the article behind a field: half-open code points, and their number. `own` is false for words that only stand around a passage of the
    same row; those bear its number and no mark of their own."""

    start: int
    end: int
    text: str
    number: int
    own: bool = True


def numbered_words(text: str, value: DraftValue, part: str, row: Any, numbers: dict[tuple[int, int], int]) -> Mapping[str, Passage]:
    """The passages of one row by the names of its fields, `words` that of the row as a whole; `numbers` has those given so far, and grows."""
    found: dict[str, Passage] = {}
    for field, words, own in of_row(text, value, row):
        first = next(iter(found.values()), None)
        number = numbers.setdefault((words.start, words.end), len(numbers) + 1) if own or first is None else first.number
        found[field] = Passage(words.start, words.end, words.text, number, own)
    return found


def of_row(text: str, value: DraftValue, row: Any) -> Iterator[tuple[str, Words, bool]]:
    """Field, words, and whether the words are its own, the row's passage first."""
    if isinstance(row, DecidedArticle):
        yield from (("rests_on", as_words(each.evidence), True) for each in value.understanding.attributions[:1] if row.rests_on)
        return
    yield "words", row.words, True
    if isinstance(row, DecidedEntry):
        yield from of_sum(text, value, row)
    elif isinstance(row, DecidedParticipation):
        yield "role", with_words_before(text, row.words), False
    elif isinstance(row, DecidedComment):
        yield from ((field, words, False) for field, words in of_speaker(text, row))


def of_sum(text: str, value: DraftValue, row: DecidedEntry) -> Iterator[tuple[str, Words, bool]]:
    """The dollars that stand beside a sum, the agency that it passes through, and what else its sentence says of it."""
    claims = value.understanding.money
    quoted = claims[row.money].usd_evidence if row.money < len(claims) else None
    if quoted is not None and row.usd_as_published:
        yield "usd_as_published", as_words(quoted), True
    channel = channel_of(text, value, row)
    if channel is not None:
        yield "channel", channel, False
    published = value.article.published
    for field, words in words_of(text, row, published).items():
        yield field, words, field not in ("hedge",)


def channel_of(text: str, value: DraftValue, row: DecidedEntry) -> Words | None:
    """Where the agency of a sum is named: beside it, or where the article says the same money again; None for one that was typed."""
    tellings = [claim for index, claim in enumerate(value.understanding.money) if row.money in (index, claim.restates_in_text)]
    ways = [ways_of(claim, value.understanding.organizations, text).channel for claim in tellings if row.channel]
    return next((Words(each.start, each.end, each.name) for each in ways if each is not None and each.name == row.channel), None)


def of_speaker(text: str, row: DecidedComment) -> Iterator[tuple[str, Words]]:
    """Where the speaker of a quotation is named beside it."""
    if not row.speaker:
        return
    begin = max(0, row.words.start - NEAR_CHARACTERS)
    before, behind = text.rfind(row.speaker, begin, row.words.start), text.find(row.speaker, row.words.end, row.words.end + NEAR_CHARACTERS)
    at = nearest(before, behind, row.words)
    if at >= 0:
        yield "speaker", Words(at, at + len(row.speaker), row.speaker)


def nearest(before: int, behind: int, words: Words) -> int:
    """The nearer of two places around a passage; -1 where neither is one."""
    if before < 0 or behind < 0:
        return max(before, behind)
    return before if words.start - before <= behind - words.end else behind


def with_words_before(text: str, words: Words) -> Words:
    """A name with the words of its sentence before it: “led by tech investment giant SoftBank”."""
    begin = max(0, words.start - AROUND_CHARACTERS)
    lead = text[begin : words.start]
    cut = max((lead.rfind(end) + len(end) for end in ENDS if end in lead), default=0)
    if not cut and begin:
        cut = lead.find(" ") + 1
    start = begin + cut
    start += len(text[start : words.start]) - len(text[start : words.start].lstrip())
    return Words(start, words.end, text[start : words.end])


def as_words(evidence: Evidence) -> Words:
    """A passage of the line as one of the form."""
    return Words(evidence.start, evidence.end, evidence.text)
