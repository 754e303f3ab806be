"""Lays quick entry out for the page: the words with their marks, the rows of the form, the effect, the twins and the checks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from initiatives import formats, vocabulary
from initiatives.desk.announce import fields
from initiatives.desk.announce.fields import Field, Passage
from initiatives.desk.announce.named import asking_which
from initiatives.desk.passages import Mark, Piece, paragraphs
from initiatives.models import FundingEntry
from initiatives.publication import Fault
from initiatives.review.announcing import Answer, Option, Typed, answer_to
from initiatives.review.announcing import words as said
from initiatives.review.announcing.filling import Filled, OtherSum
from initiatives.review.announcing.hosts import Publisher, publisher_at
from initiatives.review.announcing.likeness import LEAST_SCORE
from initiatives.review.announcing.notes import DOUBT, FAULT, Note, notes_of, sentence
from initiatives.review.announcing.typed import MOST_PAYERS, Payer

KINDS_IN_DOUBT: Final = frozenset({"chips", "energy", "compute"})
COLUMNS: Final = {"pledged": ("headline", "announced"), "committed": ("announced", "committed"), "disbursed": ("announced", "disbursed")}
USUAL_COLUMNS: Final = ("announced", "budgeted")
ASSUMED: Final = (Typed().klass, Typed().tier)  # while nobody chose


@dataclass(frozen=True, slots=True)
class BasisRow:
    """One basis: the family's sum now and after, the change, and the owner's in dollars, as words."""

    basis: str
    now: str
    after: str
    change: str
    dollars: str


@dataclass(frozen=True, slots=True)
class TwinRow:
    """One thing that it may be: `number` is its key; `adds` are its changes in the two columns; with `refused` it cannot be chosen."""

    number: int
    choice: str
    relation: str
    words: str
    slug: str
    stated: str
    reasons_for: str
    reasons_against: str
    refused: str
    adds: Sequence[str]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything the page shows."""

    typed: Typed
    token: str
    answer: Answer
    lines: Sequence[Sequence[Piece]]
    sums: Sequence[OtherSum]
    doubts: Sequence[str]
    initiative: Field
    money: Sequence[Field]
    source: Sequence[Field]
    further: Sequence[Field]
    new: Sequence[Field]
    payers: Sequence[Payer]
    notes: Mapping[str, Sequence[Note]]
    asked: Sequence[str]
    heading: str
    owner: str
    bases: Sequence[BasisRow]
    columns: Sequence[str]
    twins: Sequence[TwinRow]
    checks: Sequence[said.Check]
    moved: str
    scope_words: str
    missing: Sequence[str]
    refused: Sequence[Fault]
    amount_words: str
    at_address: Publisher | None


def sheet_of(filled: Filled, token: str, refused: Sequence[Fault] = ()) -> Sheet:
    """The page of a form as it stands; `refused` is what kept it from being published."""
    answer = answer_to(filled.typed)
    typed = answer.settled.typed
    notes = asking_which(with_faults(notes_of(answer), refused), typed)
    at_address = publisher_at(typed.url)
    if typed.url and at_address is None and (typed.klass, typed.tier) == ASSUMED:
        notes.setdefault("tier", [Note("Assumed, not said: nothing is known of who publishes there", DOUBT)])
    numbers = {found: index for index, found in enumerate(filled.passages, 1)}
    passages: dict[str, list[Passage]] = {}
    for found, number in numbers.items():
        passages.setdefault(found.field, []).append(Passage(typed.pasted[found.start : found.end], number))
    marks = [Mark(found.start, found.end, found.kind, number, f"row-{found.field}") for found, number in numbers.items()]
    marks += [Mark(each.start, each.end, "money", 0, "sums") for each in filled.sums]
    asked = fields.asked(typed, is_scope_in_doubt(answer))
    shown = [name for name in fields.MONEY if name not in fields.ASKED_WHERE_THEY_MATTER or name in asked]
    further = [name for name in fields.ASKED_WHERE_THEY_MATTER if name not in asked]
    return Sheet(
        typed=typed,
        token=token,
        answer=answer,
        lines=paragraphs(typed.pasted, marks),
        sums=filled.sums,
        doubts=filled.doubts,
        initiative=fields.field("initiative", typed, notes, passages),
        money=fields.fields_of(shown, typed, notes, passages),
        source=fields.fields_of(fields.SOURCE, typed, notes, passages),
        further=fields.fields_of([*further, *fields.FURTHER], typed, notes, passages),
        new=new_fields(typed, notes),
        payers=payer_rows(typed),
        notes=notes,
        asked=asked,
        heading=said.heading(answer),
        owner=said.owner_of(answer),
        bases=bases_of(answer),
        columns=columns_of(typed),
        twins=[twin_row(answer, option, number) for number, option in enumerate(answer.options, 1)],
        checks=said.checks(answer),
        moved=said.moved_by_rates(answer),
        scope_words=said.beside_the_scope(answer),
        missing=said.still_missing(answer, fields.LABELS),
        refused=refused,
        amount_words=formats.hedged(formats.published(answer.settled.amount.amount, answer.settled.currency), answer.settled.hedge),
        at_address=at_address,
    )


def with_faults(notes: Mapping[str, Sequence[Note]], refused: Sequence[Fault]) -> dict[str, list[Note]]:
    """The notes with what kept the form from being published, at its fields."""
    found = {name: list(lines) for name, lines in notes.items()}
    for fault in refused:
        note = Note(sentence(fault.message), FAULT)
        if note not in found.setdefault(fault.field, []):
            found[fault.field].insert(0, note)
    return found


def new_fields(typed: Typed, notes: Mapping[str, Sequence[Note]]) -> list[Field]:
    """What a new initiative needs; its kind and status have their own lists."""
    rows = fields.fields_of(("new_countries", "new_summary"), typed, notes, {})
    lists = {"new_kind": {"": "choose", **vocabulary.INITIATIVE_KINDS}, "new_status": vocabulary.INITIATIVE_STATUSES}
    chosen = [Field(name, fields.LABELS[name], getattr(typed, name), "", 40, words, notes.get(name, ()), ()) for name, words in lists.items()]
    return [rows[0], *chosen, rows[1]]


def payer_rows(typed: Typed) -> list[Payer]:
    """The payers that were typed, and an empty row for one more."""
    return [*typed.payers, Payer()][:MOST_PAYERS]


def is_scope_in_doubt(answer: Answer) -> bool:
    """Whether the money may be for more than AI: by the kind of the initiative, or by what the record has of it."""
    initiative = answer.settled.initiative
    if answer.settled.new_initiative is not None:
        return answer.settled.new_initiative.kind in KINDS_IN_DOUBT
    return initiative is not None and (
        initiative.kind in KINDS_IN_DOUBT or FundingEntry.objects.filter(initiative=initiative).exclude(scope="ai").exists()
    )


def columns_of(typed: Typed) -> tuple[str, str]:
    """The two bases that tell twins apart: announced and budgeted, or those that the stage reaches."""
    return COLUMNS.get(typed.stage, USUAL_COLUMNS)


def bases_of(answer: Answer) -> list[BasisRow]:
    """The table of bases; nothing while nothing can be weighed, or what is chosen is refused."""
    chosen, currency = answer.chosen, answer.settled.currency
    owned = said.owner_of(answer) != ""
    return [
        BasisRow(
            step.basis,
            said.held(step.before, currency),
            said.held(step.after, currency),
            said.signed(step.change, currency),
            said.signed(step.usd_change, "USD") if owned else "",
        )
        for step in (chosen.consequence.steps if chosen else ())
    ]


def twin_row(answer: Answer, option: Option, number: int) -> TwinRow:
    """One line of the twins."""
    twin, key, currency = option.twin, option.consequence.related_to, answer.settled.currency
    known = twin.known if twin else None
    changes = [option.consequence.at(basis) for basis in columns_of(answer.settled.typed)]
    amount = formats.hedged(formats.published(known.amount, known.currency), known.hedge if known.hedge != "range" else "") if known else ""
    return TwinRow(
        number=number,
        choice=option.choice,
        relation=vocabulary.RELATIONS[option.consequence.relation],
        words=answer.told.get(key, key) if key else "",
        slug=known.slug if known else "",
        stated=f"{amount}, {known.stage}, {formats.day(known.announced_on)}; {known.initiative}" if known else "",
        reasons_for=", ".join(twin.reasons_for) if twin else without_a_twin(answer, option),
        reasons_against=", ".join(twin.reasons_against) if twin else "",
        refused=" ".join(said.told(problem.message, answer.told) for problem in option.consequence.refused),
        adds=[said.signed(step.change, currency) if step else "–" for step in changes],
        chosen=option.chosen,
    )


def without_a_twin(answer: Answer, option: Option) -> str:
    """What speaks for new money, or that the line was chosen by hand."""
    if option.consequence.related_to:
        return "chosen by hand"
    likely = [each for each in answer.options if each.twin and each.twin.score >= LEAST_SCORE]
    return "no sign of it: another line is likelier" if likely else "nothing in the ledger is surely the same money"
