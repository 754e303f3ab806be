"""Lays quick entry out for the page: the words with their marks, the rows of the form, and what publishing would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from initiatives.desk.announce.effect import EffectShown, effect_of
from initiatives.desk.announce.fields import Passage
from initiatives.desk.announce.named import asking_which
from initiatives.desk.announce.rows import Rows, rows_of
from initiatives.desk.passages import Mark, Piece, paragraphs
from initiatives.publication import Fault
from initiatives.review.announcing import Answer, Typed, answer_to
from initiatives.review.announcing.filling import Filled, OtherSum
from initiatives.review.announcing.hosts import Publisher, publisher_at
from initiatives.review.announcing.notes import DOUBT, FAULT, Note, notes_of, sentence
from initiatives.review.announcing.said import Found
from initiatives.review.announcing.words import amount_in_words

ASSUMED: Final = (Typed().klass, Typed().tier)  # while nobody chose
ASSUMED_WORDS: Final = "Assumed, not said: nothing is known of who publishes there"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything the page shows. `notes` are the lines under each field; `at_address` is who publishes where the source stands."""

    typed: Typed
    token: str
    answer: Answer
    lines: Sequence[Sequence[Piece]]
    sums: Sequence[OtherSum]
    doubts: Sequence[str]
    rows: Rows
    effect: EffectShown
    notes: Mapping[str, Sequence[Note]]
    refused: Sequence[Fault]
    amount_words: str
    at_address: Publisher | None


def sheet_of(filled: Filled, token: str, refused: Sequence[Fault] = ()) -> Sheet:
    """The page of a form as it stands; `refused` is what kept it from being published."""
    answer = answer_to(filled.typed)
    typed = answer.settled.typed
    at_address = publisher_at(typed.url)
    notes = notes_on(answer, refused, at_address)
    return Sheet(
        typed=typed,
        token=token,
        answer=answer,
        lines=paragraphs(typed.pasted, marks_of(filled)),
        sums=filled.sums,
        doubts=filled.doubts,
        rows=rows_of(answer, notes, passages_by_field(filled, typed.pasted)),
        effect=effect_of(answer),
        notes=notes,
        refused=refused,
        amount_words=amount_in_words(answer.settled),
        at_address=at_address,
    )


def notes_on(answer: Answer, refused: Sequence[Fault], at_address: Publisher | None) -> dict[str, Sequence[Note]]:
    """The lines under each field: what is understood, what is wrong, which initiative is meant, and whether the kind of source is assumed."""
    typed = answer.settled.typed
    notes = asking_which(with_faults(notes_of(answer), refused), typed)
    if typed.url and at_address is None and (typed.klass, typed.tier) == ASSUMED:
        notes.setdefault("tier", [Note(ASSUMED_WORDS, DOUBT)])
    return notes


def with_faults(notes: Mapping[str, Sequence[Note]], refused: Sequence[Fault]) -> dict[str, list[Note]]:
    """The notes with what kept the form from being published, at its fields."""
    found = {name: list(lines) for name, lines in notes.items()}
    for fault in refused:
        note = Note(sentence(fault.message), FAULT)
        if note not in found.setdefault(fault.field, []):
            found[fault.field].insert(0, note)
    return found


def passages_by_field(filled: Filled, pasted: str) -> dict[str, list[Passage]]:
    """The words behind each field, numbered in their order."""
    passages: dict[str, list[Passage]] = {}
    for number, found in numbered(filled):
        passages.setdefault(found.field, []).append(Passage(pasted[found.start : found.end], number))
    return passages


def numbered(filled: Filled) -> list[tuple[int, Found]]:
    """The passages under the numbers that they bear on the page, each once."""
    return list(enumerate(dict.fromkeys(filled.passages), 1))


def marks_of(filled: Filled) -> list[Mark]:
    """What is marked in the pasted words: the passages under their numbers, and the other sums."""
    passages = [Mark(found.start, found.end, found.kind, number, f"row-{found.field}") for number, found in numbered(filled)]
    return [*passages, *(Mark(each.start, each.end, "money", 0, "sums") for each in filled.sums)]
