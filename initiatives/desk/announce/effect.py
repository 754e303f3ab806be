"""What publishing would do, as the page of quick entry shows it: totals before and after, the twins with what each would add, the checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from initiatives import formats, vocabulary
from initiatives.desk.announce import fields
from initiatives.review.announcing import Answer, Option, Typed
from initiatives.review.announcing import words as said
from initiatives.review.announcing.compared import Likeness
from initiatives.review.announcing.likeness import LEAST_SCORE

COLUMNS: Final = {"pledged": ("headline", "announced"), "committed": ("announced", "committed"), "disbursed": ("announced", "disbursed")}
USUAL_COLUMNS: Final = ("announced", "budgeted")


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
class EffectShown:
    """The aside of the page. `columns` are the two bases of the twins; `missing` are the fields that are still empty, by their labels."""

    heading: str
    owner: str
    bases: Sequence[BasisRow]
    columns: Sequence[str]
    twins: Sequence[TwinRow]
    checks: Sequence[said.Check]
    moved: str
    scope_words: str
    missing: Sequence[str]
    asks: str = ""  # the mark of a yes to what is asked


def effect_of(answer: Answer) -> EffectShown:
    """What the answer to a form comes to, in words."""
    return EffectShown(
        heading=said.heading(answer),
        owner=said.owner_of(answer),
        bases=bases_of(answer),
        columns=columns_of(answer.settled.typed),
        twins=[twin_row(answer, option, number) for number, option in enumerate(answer.options, 1)],
        checks=said.checks(answer),
        moved=said.moved_by_rates(answer),
        scope_words=said.beside_the_scope(answer),
        missing=said.still_missing(answer, fields.LABELS),
        asks=answer.chosen.consequence.asks if answer.chosen and answer.chosen.allowed else "",
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
    changes = [option.consequence.at(basis) for basis in columns_of(answer.settled.typed)]
    return TwinRow(
        number=number,
        choice=option.choice,
        relation=vocabulary.RELATIONS[option.consequence.relation],
        words=answer.told.get(key, key) if key else "",
        slug=twin.known.slug if twin else "",
        stated=stated(twin) if twin else "",
        reasons_for=", ".join(twin.reasons_for) if twin else without_a_twin(answer, option),
        reasons_against=", ".join(twin.reasons_against) if twin else "",
        refused=" ".join(said.told(problem.message, answer.told) for problem in option.consequence.refused),
        adds=[said.signed(step.change, currency) if step else "–" for step in changes],
        chosen=option.chosen,
    )


def stated(twin: Likeness) -> str:
    """`¥300 bn, budgeted, 21 Dec 2025; Domestic Foundation Model`: what the ledger has of it."""
    known = twin.known
    amount = formats.hedged(formats.published(known.amount, known.currency), known.hedge if known.hedge != "range" else "")
    return f"{amount}, {known.stage}, {formats.day(known.announced_on)}; {known.initiative}"


def without_a_twin(answer: Answer, option: Option) -> str:
    """What speaks for new money, or that the line was chosen by hand."""
    if option.consequence.related_to:
        return "chosen by hand"
    likely = [each for each in answer.options if each.twin and each.twin.score >= LEAST_SCORE]
    return "no sign of it: another line is likelier" if likely else "nothing in the ledger is surely the same money"
