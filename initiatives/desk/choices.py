"""What a sum may be to the ledger: the relation chosen, the candidates of the line, the larger sums of the article, and new money, each with what
it would add."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from initiatives import publish
from initiatives.desk.form import SAME_ARTICLE
from initiatives.ingest import values
from initiatives.models import Draft, FundingEntry
from initiatives.publication import EntryEffect, Publication, PublicationRefused
from initiatives.review import Decision, publication_of
from initiatives.review.decision import DecidedEntry, amount_in, in_publishing_order
from initiatives.review.preview import Preview

MOST_CANDIDATES = 6
Wanted = tuple[str, str]  # a relation, and the entry that it points at: a key of the record, `@` with the number of another sum, or nothing


@dataclass(frozen=True, slots=True)
class Choice:
    """What an entry may be to the ledger: the relation, the entry it points at, what it would add or why it is refused, and what speaks for and
    against it."""

    relation: str
    key: str
    words: str
    chosen: bool
    effect: EntryEffect | None
    refused: str
    reasons_for: Sequence[str]
    reasons_against: Sequence[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """One draft of which the choices are worked out: its sums as they would be published, in `order` of their rows on the form."""

    decision: Decision
    value: values.DraftValue
    preview: Preview
    order: Sequence[int]
    publication: Publication | None


def asked_of(draft: Draft, decision: Decision, value: values.DraftValue, preview: Preview) -> Asked:
    """The sums alone: nothing else of a form changes what they would add."""
    sums = replace(preview.decision, participations=(), comments=(), points=(), quantities=())
    try:
        return Asked(decision, value, preview, in_publishing_order(sums, "entries"), publication_of(draft, sums, preview.known))
    except PublicationRefused:
        return Asked(decision, value, preview, (), None)


def choices_of(asked: Asked, rows: Sequence[int]) -> dict[int, list[Choice]]:
    """The choices of these rows of the form; entries of the record are looked up together."""
    wanted = {index: wanted_for(asked, index) for index in rows}
    keys = {key for each in wanted.values() for _, key in each}
    names = dict(FundingEntry.objects.filter(key__in=keys).values_list("key", "initiative__name"))
    return {index: choices(asked, index, each, names) for index, each in wanted.items()}


def wanted_for(asked: Asked, index: int) -> list[Wanted]:
    """What to choose from for one row, the chosen one first."""
    entry, entries = asked.decision.entries[index], asked.decision.entries
    larger = [("part-of", f"{SAME_ARTICLE}{other.money}") for other in entries if other.keep and is_larger(other, entry)]
    every = [(entry.relation, partner_of(entry)), *candidates_of(asked.value, entry), *larger, ("new", "")]
    return list(dict.fromkeys(every))[:MOST_CANDIDATES]


def candidates_of(value: values.DraftValue, entry: DecidedEntry) -> dict[Wanted, values.Candidate]:
    """What the line thinks that a sum may be."""
    proposal = next((each for each in value.proposals if each.money == entry.money), None)
    return {(each.relation or "new", each.key): each for each in (proposal.candidates if proposal else ()) if each.relation}


def choices(asked: Asked, index: int, wanted: Sequence[Wanted], names: Mapping[str, str]) -> list[Choice]:
    """The choices of one row."""
    entry = asked.decision.entries[index]
    candidates, effects = candidates_of(asked.value, entry), effects_for(asked, index, wanted)
    chosen = (entry.relation, partner_of(entry))
    made = []
    for each in wanted:
        effect, refused = effects[each]
        reasons = candidates.get(each)
        made.append(
            Choice(
                relation=each[0],
                key=each[1],
                words=names.get(each[1]) or sum_in_words(asked.decision, each[1]),
                chosen=each == chosen,
                effect=effect,
                refused=refused,
                reasons_for=reasons.reasons_for if reasons else (),
                reasons_against=reasons.reasons_against if reasons else (),
            )
        )
    return made


def effects_for(asked: Asked, index: int, wanted: Sequence[Wanted]) -> dict[Wanted, tuple[EntryEffect | None, str]]:
    """What each choice would add, or why it is refused; the chosen one as the effect of the whole draft says it."""
    if asked.publication is None or index not in asked.order:
        return dict.fromkeys(wanted, (None, refusal(asked.preview, index)))
    publication, rows = with_row_last(asked, index)
    found = publish.effects_of_choices(publication, len(rows) - 1, [as_asked(asked.decision, each, rows) for each in wanted])
    effects = {each: (told.effect, in_one(fault.message for fault in told.refused)) for each, told in zip(wanted, found, strict=True)}
    chosen = (asked.decision.entries[index].relation, partner_of(asked.decision.entries[index]))
    if chosen in effects and (effect := effect_of_row(asked, index)):
        effects[chosen] = (effect, "")
    return effects


def with_row_last(asked: Asked, index: int) -> tuple[Publication, list[int]]:
    """The publication without what rests on the row, and the row at its end, so that it may be a part of any other; with the rows in that order."""
    if asked.publication is None:
        raise ValueError("asked: there is no publication to choose in. Ask only where there is one.")
    entries = asked.publication.entries
    at = asked.order.index(index)
    below = {at}
    for position, entry in enumerate(entries):  # a sum stands before those that rest on it
        if entry.related_new in below and position != at:
            below.add(position)
    positions = [position for position in range(len(entries)) if position not in below] + [at]
    places: dict[int | None, int] = {old: new for new, old in enumerate(positions)}
    moved = tuple(replace(entries[each], related_new=places.get(entries[each].related_new)) for each in positions)
    return replace(asked.publication, entries=moved), [asked.order[each] for each in positions]


def as_asked(decision: Decision, wanted: Wanted, rows: Sequence[int]) -> publish.Choice:
    """A choice of the form as the ledger is asked for it."""
    relation, key = wanted
    if not key.startswith(SAME_ARTICLE):
        return publish.Choice(relation, key or None)
    money = key.removeprefix(SAME_ARTICLE)
    at = next((position for position, row in enumerate(rows) if str(decision.entries[row].money) == money), len(rows))
    return publish.Choice(relation, related_new=at)


def partner_of(entry: DecidedEntry) -> str:
    """What the entry points at: a key of the record, another sum of the same article as `@` and its number, or nothing."""
    if entry.relation == "new":
        return ""
    return entry.related_to or (f"{SAME_ARTICLE}{entry.related_money}" if entry.related_money else "")


def is_larger(other: DecidedEntry, entry: DecidedEntry) -> bool:
    """Whether another sum of the article could hold this one."""
    whole, part = amount_in(other.amount), amount_in(entry.amount)
    return whole is not None and part is not None and other.currency == entry.currency and whole > part


def effect_of_row(asked: Asked, index: int) -> EntryEffect | None:
    """What the sum in this row would add; None where it cannot be published as it stands."""
    effect = asked.preview.effect
    return effect.entries[asked.order.index(index)] if effect and index in asked.order else None


def refusal(preview: Preview, index: int) -> str:
    """Why the sum in this row could not be published so; empty where nothing about it stands in the way."""
    return in_one(fault.message for fault in preview.faults if fault.field.startswith(f"entries-{index}-"))


def in_one(messages: Iterable[str]) -> str:
    """Sentences, each with a capital letter."""
    return " ".join(f"{message[:1].upper()}{message[1:]}" for message in messages)


def sum_in_words(decision: Decision, partner: str) -> str:
    """Another sum of the same article by its own words."""
    money = partner.removeprefix(SAME_ARTICLE)
    return next((f"“{entry.words.text}” of this article" for entry in decision.entries if partner and str(entry.money) == money), "")
