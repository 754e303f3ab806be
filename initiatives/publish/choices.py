"""What each of several relations would make of one sum of a publication: the families are read and counted once. Writes nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from initiatives.ledger.adding import Change, Families
from initiatives.ledger.rates import Rates
from initiatives.ledger.relations import aimed, check_relation
from initiatives.ledger.series import load_rates
from initiatives.ledger.values import BASES, Entry
from initiatives.publication import EntryEffect, EntryToPublish, Fault, Publication
from initiatives.publish.effects import entry_effect, own_in_words, passage_of
from initiatives.publish.gains import DOLLAR, gain_in
from initiatives.publish.planning import Plan, entries_around, ledger_entry, place_of
from initiatives.publish.words import entries_in_words


@dataclass(frozen=True, slots=True)
class Choice:
    """One relation that an entry could be saved with; `related_new` is the index of an earlier entry of the same publication."""

    relation: str
    related_to: str | None = None
    related_new: int | None = None


@dataclass(frozen=True, slots=True)
class BasisGain:
    """What the entry would add at one basis, in its own currency and in dollars; None where that cannot be said."""

    basis: str
    adds: Decimal | None
    adds_usd: Decimal | None


@dataclass(frozen=True, slots=True)
class ChoiceEffect:
    """What came of one choice: its effect, or in words what the ledger says against it."""

    choice: Choice
    effect: EntryEffect | None
    bases: tuple[BasisGain, ...] = ()
    refused: tuple[Fault, ...] = ()
    to_confirm: tuple[str, ...] = ()


def effects_of_choices(publication: Publication, index: int, choices: Sequence[Choice]) -> list[ChoiceEffect]:
    """The effect of each choice for the entry at `index`, those before it taken as published. Four queries, however many choices."""
    made, rates = _placed(publication, index, choices), load_rates()
    families = Families(made.around.values(), rates)
    for entry in made.entries:
        if not any(problem.refused for problem in check_relation(entry, families.by_key)):
            families.add(replace(entry, related_to=aimed(entry, families.by_key)))
    asked = publication.entries[index]
    words = entries_in_words({choice.related_to for choice in choices if choice.related_to}) | own_in_words(made.entries, publication)
    said = passage_of(publication, index)
    return [_effect(choice, _entry(asked, index, choice, made), families, rates, words, (index, said)) for choice in choices]


def _placed(publication: Publication, index: int, choices: Iterable[Choice]) -> Plan:
    """The recorded entries of every family that a choice or an earlier entry points into, and the earlier entries."""
    pointed = {choice.related_to for choice in choices} | {entry.related_to for entry in publication.entries[:index]}
    made = place_of(publication)
    made.around = entries_around({key for key in pointed if key})
    for at, entry in enumerate(publication.entries[:index]):
        made.entries.append(_entry(entry, at, Choice(entry.relation, entry.related_to, entry.related_new), made))
    return made


def _entry(asked: EntryToPublish, index: int, choice: Choice, made: Plan) -> Entry:
    target = choice.related_to
    if choice.related_new is not None:
        target = made.entries[choice.related_new].key if 0 <= choice.related_new < len(made.entries) else ""
    wanted = replace(asked, relation=choice.relation)
    return ledger_entry(wanted, made.key_of(index), target, made.owners)


def _effect(choice: Choice, entry: Entry, families: Families, rates: Rates, words: dict[str, str], asked: tuple[int, str]) -> ChoiceEffect:
    """`asked` are the entry's place in the publication, and the article's words for its sum."""
    index, said = asked
    problems = check_relation(entry, families.by_key)
    refused = tuple(
        Fault(f"entries-{index}-{problem.field}", str(getattr(entry, problem.field, "") or ""), problem.message)
        for problem in problems
        if problem.refused
    )
    if refused:
        return ChoiceEffect(choice, None, refused=refused)
    change = families.change(replace(entry, related_to=aimed(entry, families.by_key)))
    known = {**families.by_key, entry.key: change.entry}
    return ChoiceEffect(
        choice,
        entry_effect(index, change, known, rates, words, said),
        tuple(_gain(basis, change, known, rates) for basis in BASES),
        to_confirm=tuple(problem.message for problem in problems),
    )


def _gain(basis: str, change: Change, known: dict[str, Entry], rates: Rates) -> BasisGain:
    adds = gain_in(change.nets, known, change.entry.currency, rates, basis)
    return BasisGain(basis, adds, gain_in(change.nets, known, DOLLAR, rates, basis))
