"""The live answer to a form of quick entry: its twins, what each would add, and what stands in the way. Writes nothing."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final

from initiatives.ledger.series import load_rates
from initiatives.ledger.values import Entry
from initiatives.models import FundingEntry
from initiatives.publication import Fault
from initiatives.publish.words import entries_in_words
from initiatives.recount.recorded import connected, recorded
from initiatives.review.announcing.compared import Likeness
from initiatives.review.announcing.consequences import KEY, Consequence, consequence
from initiatives.review.announcing.likeness import LEAST_SCORE
from initiatives.review.announcing.reading import Settled, settle
from initiatives.review.announcing.twins import twins_of
from initiatives.review.announcing.typed import YES, Typed

NEW: Final = "new"
OWNER_UNKNOWN: Final = "EUU"  # stands in while nobody owns it yet; its totals are not shown


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that the announcement may be: to a twin, to an entry that was chosen by hand, or new money (then `twin` is None)."""

    choice: str
    twin: Likeness | None
    consequence: Consequence
    chosen: bool

    @property
    def allowed(self) -> bool:
        """Whether the rules of the ledger let it be."""
        return not self.consequence.refused


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of a form before it is saved. `told` are entries of the record in words, by their key; `options` is empty while there is no sum,
    currency and day to weigh."""

    settled: Settled
    options: tuple[Option, ...]
    told: Mapping[str, str]

    @property
    def chosen(self) -> Option | None:
        """The option that would be published."""
        return next((option for option in self.options if option.chosen), None)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that keeps it from being published."""
        chosen = self.chosen
        refused = tuple(Fault("choice", chosen.choice, problem.message) for problem in chosen.consequence.refused) if chosen else ()
        return (*self.settled.all_faults, *refused)

    @property
    def mark(self) -> str:
        """What tells one effect from another: a form that was looked at with another mark is shown again before it is published."""
        chosen = self.chosen
        if chosen is None:
            return ""
        steps = [(each.basis, str(each.change), str(each.after)) for each in chosen.consequence.steps]
        asked = [problem.code for problem in chosen.consequence.confirm]
        return hashlib.sha256(json.dumps([chosen.choice, steps, asked]).encode()).hexdigest()[:16]


def answer_to(typed: Typed) -> Answer:
    """The answer to a form as it stands. Raises nothing."""
    settled = settle(typed)
    if not is_weighable(settled):
        return Answer(settled, (), {})
    twins = twins_of(settled)
    wanted = dict.fromkeys([*(twin.choice for twin in twins), *by_hand(typed), NEW])
    around = around_of(wanted)
    by_choice = {twin.choice: twin for twin in twins}
    entry, rates = ledger_entry(settled), load_rates()
    found = {choice: consequence(linked(entry, choice), around, rates) for choice in wanted}
    chosen = chosen_of(typed, twins, found)
    options = tuple(Option(choice, by_choice.get(choice), found[choice], choice == chosen) for choice in wanted)
    settled = replace(settled, typed=replace(settled.typed, choice=chosen))
    return Answer(settled, options, {**entries_in_words(named_keys(wanted, found)), KEY: "this announcement"})


def is_weighable(settled: Settled) -> bool:
    """Whether enough is known to weigh it: a sum (or that there is none), its currency, its day, and words of the lists."""
    wrong = {fault.field for fault in settled.faults}
    has_sum = settled.undisclosed or settled.amount.amount is not None
    return bool(has_sum and settled.currency and settled.day) and not wrong & {"stage", "origin", "scope", "choice"}


def by_hand(typed: Typed) -> list[str]:
    """The relation that was chosen by hand, which is shown although it is no likely twin."""
    return [typed.choice] if typed.by_hand == YES and typed.related_to else []


def chosen_of(typed: Typed, twins: list[Likeness], found: Mapping[str, Consequence]) -> str:
    """The choice of the person, else the likeliest twin that is likely enough and allowed, else new money."""
    if typed.by_hand == YES and typed.choice in found:
        return typed.choice
    likely = (twin.choice for twin in twins if twin.score >= LEAST_SCORE and not found[twin.choice].refused)
    return next(likely, NEW)


def around_of(choices: Collection[str]) -> dict[str, Entry]:
    """The recorded families of the entries that these choices point at."""
    keys = {key for choice in choices if (key := choice.partition(" ")[2])}
    ids = set(FundingEntry.objects.filter(key__in=keys).values_list("pk", flat=True))
    return {entry.key: entry for entry in recorded(connected(ids)).entries} if ids else {}


def named_keys(choices: Collection[str], found: Mapping[str, Consequence]) -> set[str]:
    """The keys of entries that the answer may name."""
    pointed = {choice.partition(" ")[2] for choice in choices}
    envelopes = {counted.envelope for each in found.values() if (counted := each.counted.get(KEY)) and counted.envelope}
    offers = {problem.offer for each in found.values() for problem in each.refused if problem.offer}
    about = {key for each in found.values() for caution in each.cautions for key in (caution.key, *caution.about)}
    return (pointed | envelopes | offers | about) - {"", KEY}


def ledger_entry(settled: Settled) -> Entry:
    """The announcement as the ledger sees it, without its relation."""
    typed = settled.typed
    return Entry(
        key=KEY,
        amount=settled.amount.amount,
        currency=settled.currency,
        announced_on=settled.day,
        stage=typed.stage,
        relation=NEW,
        related_to=None,
        scope=typed.scope,
        origin=typed.origin,
        owners=settled.owners or (OWNER_UNKNOWN,),
        recipient_country=settled.recipient,
        hedge=settled.hedge,
        usd_as_published=settled.usd,
    )


def linked(entry: Entry, choice: str) -> Entry:
    """The same entry with a relation."""
    relation, _, key = choice.partition(" ")
    return replace(entry, relation=relation, related_to=key or None)
