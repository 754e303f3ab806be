"""Finds the words that a field of a sum was read from: those without which the grammar reads another value. Pure."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache

from initiatives.ingest.steps.understand import dates
from initiatives.ingest.steps.understand.money import hedges, origins, periods, scopes, stages, terms
from initiatives.ingest.steps.understand.money.printed import Printed
from initiatives.ingest.steps.understand.money.wording import Wording, wordings
from initiatives.ingest.steps.understand.passages import containing, sentences
from initiatives.review.decision import DecidedEntry, Words

WIDEST = 400  # code points on either side of a sum that may say something of it
MOST_KEPT = 4096  # sums of which the words are remembered
ENVELOPE = "initiative-funding"

Around = tuple[str, str, str]  # the words before a sum, the sum, and the words after it, in its sentence
Read = tuple[Wording, str, int, int]  # what the grammar takes of a sum: its wording, the sentence, and where the sum stands in it


def words_of(text: str, entry: DecidedEntry, published: str | None) -> Mapping[str, Words]:
    """The passage of each field of a sum that its own sentence says, by the field's name; what stands as it would without any word is not named."""
    start, end = entry.words.start, entry.words.end
    here = containing(sentences(text[max(0, start - WIDEST) : end + WIDEST]), min(start, WIDEST))
    offset = max(0, start - WIDEST)
    first, last = min(here.start + offset, start), max(here.end + offset, end)
    around = (text[first:start], text[start:end], text[end:last])
    found = {field: passage(around, field, getattr(entry, field), published) for field in READINGS}
    return {field: Words(first + at[0], first + at[1], text[first + at[0] : first + at[1]]) for field, at in found.items() if at}


@lru_cache(MOST_KEPT)
def passage(around: Around, field: str, value: str, published: str | None) -> tuple[int, int] | None:
    """Start and end, within the sentence, of the words that make the grammar read this value; None where they are not in the sentence, or where it
    needs none."""
    before, figure, after = around

    def holds(left: str, right: str) -> bool:
        return READINGS[field](wording(left, figure, right), published) == value

    if not value or not holds(before, after) or holds("", ""):
        return None
    left = shortest(words_from_the_left(before), lambda kept: holds(kept, after))
    right = shortest(words_from_the_right(after), lambda kept: holds(left, kept))
    figure_at = len(before)
    if not right:
        near = shortest(words_from_the_right(left), lambda kept: holds(kept, ""))
        return trimmed(figure_at - len(left), near)
    if not left:
        near = shortest(words_from_the_left(right), lambda kept: holds("", f" {kept}"))
        return trimmed(figure_at + len(figure) + len(right) - len(near), near)
    return figure_at - len(left), figure_at + len(figure) + len(right)


def shortest(cuts: list[str], holds: Callable[[str], bool]) -> str:
    """The shortest of ever shorter pieces for which it still holds."""
    kept = cuts[0]
    for cut in cuts[1:]:
        if not holds(cut):
            return kept
        kept = cut
    return kept


def words_from_the_left(text: str) -> list[str]:
    """The text with ever fewer of its first words; the last is empty."""
    return [text, *(text[at + 1 :] for at, letter in enumerate(text) if letter.isspace() and text[at + 1 :].strip()), ""]


def words_from_the_right(text: str) -> list[str]:
    """The text with ever fewer of its last words; the last is empty."""
    return [text, *(text[:at] for at in range(len(text) - 1, 0, -1) if text[at].isspace() and text[:at].strip()), ""]


def trimmed(start: int, words: str) -> tuple[int, int] | None:
    """The stretch of these words, which begin at `start`, without blanks and marks around them."""
    bare = words.strip(" ,;:()")
    begins = start + words.index(bare)
    return (begins, begins + len(bare)) if bare else None


def wording(left: str, figure: str, right: str) -> Read:
    """A sum between these words, as the grammar takes it."""
    surface = f"{left}{figure}{right}"
    printed = Printed(len(left), len(left) + len(figure), Decimal(1), None, "USD")
    return wordings(surface, [printed])[0], surface, printed.start, printed.end


def hedge(read: Read, _published: str | None) -> str:
    """How firmly the sum is put."""
    return hedges.hedge_of(*read[1:])


def stage(read: Read, published: str | None) -> str:
    """How firm the money is."""
    return stages.stage_of(read[0], hedge(read, published)) or "announced"


def origin(read: Read, _published: str | None) -> str:
    """Who pays."""
    return origins.origin_of(read[0], ENVELOPE, origins.Payers())


READINGS: dict[str, Callable[[Read, str | None], str]] = {
    "hedge": hedge,
    "stage": stage,
    "origin": origin,
    "scope": lambda read, _: scopes.scope_of(read[0]),
    "announced_on": lambda read, published: dates.announced_on(read[0].sentence, published) or "",
    "period": lambda read, published: periods.period_of(read[0].sentence, published) or "",
    "instrument": lambda read, _: terms.instrument_of(read[0]) or "",
    "new_money": lambda read, _: terms.newness_of(read[0]),
}
