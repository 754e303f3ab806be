"""Lays one draft out for the page: the article with its marks, the form's rows with their numbers, and the effect in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from initiatives.desk.form import SAME_ARTICLE
from initiatives.desk.passages import Mark, Piece, paragraphs
from initiatives.desk.told import keys_in
from initiatives.ingest import values
from initiatives.ingest.run import twins
from initiatives.models import Draft, FundingEntry, Initiative
from initiatives.publication import Effect, EntryEffect, Fault
from initiatives.publish.words import entries_in_words
from initiatives.review import Decision
from initiatives.review.decision import DecidedEntry, amount_in, in_publishing_order
from initiatives.review.preview import Preview, preview_of

KIND_OF_PART = {"entries": "money", "participations": "organization", "comments": "quote", "points": "point", "quantities": "quantity"}
MOST_CANDIDATES = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the form: `name` prefixes its fields, `number` is its passage's."""

    name: str
    number: int
    value: Any
    faults: Mapping[str, str]


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
class Doubt:
    """A warning about the article; `passage` are the words that it is about, empty where it is about all of it."""

    message: str
    passage: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything the page of one draft shows."""

    draft: Draft
    value: values.DraftValue
    decision: Decision
    initiative: Initiative | None
    article: list[list[Piece]]
    entries: list[Row]
    participations: list[Row]
    comments: list[Row]
    points: list[Row]
    quantities: list[Row]
    choices: dict[str, list[Choice]]
    effect: Effect | None
    faults: Sequence[Fault]
    warnings: Sequence[Doubt]
    told: Mapping[str, str]  # entries of the record in words, by their key
    names: Mapping[str, str]  # of the initiatives that it may be about, by their address


def sheet_of(draft: Draft, decision: Decision) -> Sheet:
    """The page of one draft as decided so far."""
    value = values.DraftValue.from_json(draft.proposal)
    preview = preview_of(draft, decision)
    rows = numbered(decision, preview.faults)
    listed = {row.name: choices(draft, value, decision, index, row.value) for index, row in enumerate(rows["entries"]) if row.value.keep}
    return Sheet(
        draft=draft,
        value=value,
        decision=decision,
        initiative=Initiative.objects.filter(slug=decision.slug).first(),
        article=paragraphs(draft.article.text, marks(value, rows)),
        choices=listed,
        effect=preview.effect,
        faults=preview.faults,
        warnings=[*(Doubt(twin.words, "") for twin in twins.waiting_beside([draft]).get(draft.pk, ())), *doubts(value)],
        names=dict(Initiative.objects.filter(slug__in=[each.key for each in value.initiative.candidates]).values_list("slug", "name")),
        told=entries_in_words(keys_in(sentences(value, preview, listed))),
        **rows,
    )


def doubts(value: values.DraftValue) -> list[Doubt]:
    """The warnings of the line, each with the words that it is about where it does not quote them itself."""
    passages = [(each, value.article.text[each.start : each.end] if each.start is not None else "") for each in value.understanding.warnings]
    return [Doubt(each.message, "" if passage in each.message else passage) for each, passage in passages]


def sentences(value: values.DraftValue, preview: Preview, listed: Mapping[str, Sequence[Choice]]) -> list[str]:
    """Every sentence of the page that may name an entry of the record."""
    reasons = [words for choices in listed.values() for each in choices for words in (each.refused, *each.reasons_for, *each.reasons_against)]
    cautions = preview.effect.warnings if preview.effect else ()
    faults = [fault.message for fault in preview.faults]
    return [value.initiative.reason, *(each.message for each in value.understanding.warnings), *reasons, *cautions, *faults]


def numbered(decision: Decision, faults: Sequence[Fault]) -> dict[str, list[Row]]:
    """The rows of each part, numbered through the page in the order of the text within each part."""
    words = {fault.field: fault.message for fault in faults}
    rows: dict[str, list[Row]] = {}
    number = 0
    for part in KIND_OF_PART:
        rows[part] = []
        for index, value in enumerate(getattr(decision, part)):
            number += 1
            name = f"{part}-{index}"
            rows[part].append(
                Row(name, number, value, {field.removeprefix(f"{name}-"): text for field, text in words.items() if field.startswith(f"{name}-")})
            )
    return rows


def marks(value: values.DraftValue, rows: Mapping[str, Sequence[Row]]) -> list[Mark]:
    """The passages behind the rows, and the report that the article cites."""
    found = [
        Mark(row.value.words.start, row.value.words.end, KIND_OF_PART[part], row.number, row.name) for part, listed in rows.items() for row in listed
    ]
    cited = [Mark(each.evidence.start, each.evidence.end, "source", 0, "article") for each in value.understanding.attributions]
    return found + cited


def choices(draft: Draft, value: values.DraftValue, decision: Decision, index: int, entry: DecidedEntry) -> list[Choice]:
    """The relation chosen, the candidates of the line, the larger sums of the same article, and new money; each with what it would add."""
    proposal = next((each for each in value.proposals if each.money == entry.money), None)
    candidates = {(each.relation or "new", each.key): each for each in (proposal.candidates if proposal else ()) if each.relation}
    larger = [("part-of", f"{SAME_ARTICLE}{other.money}") for other in decision.entries if other.keep and is_larger(other, entry)]
    wanted = [(entry.relation, partner_of(entry)), *candidates, *larger, ("new", "")]
    known = {row.key: row for row in FundingEntry.objects.filter(key__in=[key for _, key in wanted]).select_related("initiative")}
    return [
        choice(draft, decision, index, relation, key, candidates.get((relation, key)), known)
        for relation, key in list(dict.fromkeys(wanted))[:MOST_CANDIDATES]
    ]


def partner_of(entry: DecidedEntry) -> str:
    """What the entry points at: a key of the record, another sum of the same article as `@` and its number, or nothing."""
    if entry.relation == "new":
        return ""
    return entry.related_to or (f"{SAME_ARTICLE}{entry.related_money}" if entry.related_money else "")


def is_larger(other: DecidedEntry, entry: DecidedEntry) -> bool:
    """Whether another sum of the article could hold this one."""
    whole, part = amount_in(other.amount), amount_in(entry.amount)
    return whole is not None and part is not None and other.currency == entry.currency and whole > part


def choice(
    draft: Draft, decision: Decision, index: int, relation: str, key: str, candidate: values.Candidate | None, known: Mapping[str, FundingEntry]
) -> Choice:
    """One possible relation with its effect, worked out as if it were chosen."""
    chosen = decision.entries[index]
    same_article = key.startswith(SAME_ARTICLE)
    linked = replace(
        chosen, relation=relation, related_to="" if same_article else key, related_money=key.removeprefix(SAME_ARTICLE) if same_article else ""
    )
    changed = tuple(linked if at == index else row for at, row in enumerate(decision.entries))
    preview = preview_of(draft, replace(decision, entries=changed))
    effect = effect_of_row(preview, index)
    return Choice(
        relation=relation,
        key=key,
        words=known[key].initiative.name if key in known else sum_in_words(decision, key) if same_article else "",
        chosen=(chosen.relation, partner_of(chosen)) == (relation, key),
        effect=effect,
        refused="" if effect else refusal(preview, index),
        reasons_for=candidate.reasons_for if candidate else (),
        reasons_against=candidate.reasons_against if candidate else (),
    )


def effect_of_row(preview: Preview, index: int) -> EntryEffect | None:
    """What the sum in this row would add; None where it cannot be published as it stands."""
    order = in_publishing_order(preview.decision, "entries")
    return preview.effect.entries[order.index(index)] if preview.effect and index in order else None


def refusal(preview: Preview, index: int) -> str:
    """Why the sum in this row could not be published so; empty where nothing about it stands in the way."""
    return " ".join(f"{fault.message[:1].upper()}{fault.message[1:]}" for fault in preview.faults if fault.field.startswith(f"entries-{index}-"))


def sum_in_words(decision: Decision, partner: str) -> str:
    """Another sum of the same article by its own words."""
    money = partner.removeprefix(SAME_ARTICLE)
    return next((f"“{entry.words.text}” of this article" for entry in decision.entries if str(entry.money) == money), "")
