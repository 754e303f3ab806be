"""Lays one draft out for the page: the article with its marks, the form's rows with their numbers and words, and the effect in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from initiatives.desk.choices import Choice, asked_of, choices_of
from initiatives.desk.passages import Mark, Piece, paragraphs
from initiatives.desk.shown_words import Passage, numbered_words
from initiatives.desk.told import keys_in
from initiatives.ingest import values
from initiatives.ingest.run import twins
from initiatives.models import Draft, Initiative
from initiatives.publication import Effect, Fault
from initiatives.publish.words import entries_in_words
from initiatives.review import Decision
from initiatives.review.preview import Preview, preview_of

KIND_OF_PART = {"entries": "money", "participations": "organization", "comments": "quote", "points": "point", "quantities": "quantity"}
KIND_OF_ARTICLE = "source"
OF_DOLLARS = "conversion"  # the line's warning that quoted dollars do not fit their sum


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the form: `name` prefixes its fields, `number` is that of its passage, `passages` are the words of its fields, by their names."""

    name: str
    number: int
    value: Any
    faults: Mapping[str, str]
    passages: Mapping[str, Passage] = field(default_factory=dict)

    @property
    def faults_of_no_field(self) -> Mapping[str, str]:
        """What is wrong with the row as a whole; the rest is said beside its fields."""
        return {name: message for name, message in self.faults.items() if not isinstance(getattr(self.value, name, None), str)}


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
    about: Row  # the article itself: where it was published, and what it rests on
    founding: Row  # the initiative that would be made
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


@dataclass(frozen=True, slots=True)
class EffectSheet:
    """The part of a page that says what publishing a form would do."""

    decision: Decision
    effect: Effect | None
    faults: Sequence[Fault]
    told: Mapping[str, str]


def sheet_of(draft: Draft, decision: Decision) -> Sheet:
    """The page of one draft as decided so far."""
    value = values.DraftValue.from_json(draft.proposal)
    preview = preview_of(draft, decision)
    rows = numbered(draft.article.text, value, decision, preview.faults)
    about = rows.pop("about")[0]
    kept = [index for index, entry in enumerate(decision.entries) if entry.keep]
    found = choices_of(asked_of(draft, decision, value, preview), kept)
    listed = {f"entries-{index}": choices for index, choices in found.items()}
    slugs = [decision.slug, *(each.key for each in value.initiative.candidates)]
    about_which = {row.slug: row for row in Initiative.objects.filter(slug__in=slugs).only("slug", "name")}
    return Sheet(
        draft=draft,
        value=value,
        decision=decision,
        initiative=about_which.get(decision.slug),
        article=paragraphs(draft.article.text, list(marks({**rows, "about": [about]}))),
        about=about,
        founding=Row("initiative", 0, decision.initiative, own_faults("initiative", preview.faults)),
        choices=listed,
        effect=preview.effect,
        faults=preview.faults,
        warnings=[*(Doubt(twin.words, "") for twin in twins.waiting_beside([draft]).get(draft.pk, ())), *doubts(value, decision)],
        names={slug: row.name for slug, row in about_which.items()},
        told=entries_in_words(keys_in(sentences(value, preview, listed))),
        **rows,
    )


def effect_sheet(draft: Draft, decision: Decision) -> EffectSheet:
    """What publishing a form would do, without the rest of its page."""
    value = values.DraftValue.from_json(draft.proposal)
    preview = preview_of(draft, decision)
    return EffectSheet(decision, preview.effect, preview.faults, entries_in_words(keys_in(sentences(value, preview, {}))))


def doubts(value: values.DraftValue, decision: Decision) -> list[Doubt]:
    """The warnings of the line, each with the words that it is about where it does not quote them itself; dollars that are checked beside their sum
    are not doubted once more."""
    checked = {entry.words.start for entry in decision.entries if entry.keep and entry.usd_as_published}
    shown = [each for each in value.understanding.warnings if each.code != OF_DOLLARS or each.start not in checked]
    passages = [(each, value.article.text[each.start : each.end] if each.start is not None else "") for each in shown]
    return [Doubt(each.message, "" if passage in each.message else passage) for each, passage in passages]


def sentences(value: values.DraftValue, preview: Preview, listed: Mapping[str, Sequence[Choice]]) -> list[str]:
    """Every sentence of the page that may name an entry of the record."""
    reasons = [words for choices in listed.values() for each in choices for words in (each.refused, *each.reasons_for, *each.reasons_against)]
    cautions = (*preview.effect.warnings, *preview.effect.questions) if preview.effect else ()
    faults = [fault.message for fault in preview.faults]
    return [value.initiative.reason, *(each.message for each in value.understanding.warnings), *reasons, *cautions, *faults]


def numbered(text: str, value: values.DraftValue, decision: Decision, faults: Sequence[Fault]) -> dict[str, list[Row]]:
    """The rows of each part with the words of their fields, numbered through the page; a passage has one number wherever it is shown."""
    numbers: dict[tuple[int, int], int] = {}
    rows: dict[str, list[Row]] = {}
    for part in (*KIND_OF_PART, "about"):
        rows[part] = []
        for index, row in enumerate(getattr(decision, part) if part in KIND_OF_PART else [decision.article]):
            name = f"{part}-{index}" if part in KIND_OF_PART else "article"
            passages = numbered_words(text, value, part, row, numbers)
            number = passages["words"].number if "words" in passages else 0
            rows[part].append(Row(name, number, row, own_faults(name, faults), passages))
    return rows


def own_faults(name: str, faults: Sequence[Fault]) -> dict[str, str]:
    """The messages about the fields of one row, by the field's own name."""
    return {fault.field.removeprefix(f"{name}-"): fault.message for fault in faults if fault.field.startswith(f"{name}-")}


def marks(rows: Mapping[str, Sequence[Row]]) -> Iterator[Mark]:
    """The passages behind the fields of the rows, each under the name of its field; the passage of a whole row under the name of its first."""
    for part, listed in rows.items():
        kind = KIND_OF_PART.get(part, KIND_OF_ARTICLE)
        for row in listed:
            for name, passage in row.passages.items():
                yield Mark(passage.start, passage.end, kind if passage.own else "around", passage.number if passage.own else 0, f"{row.name}-{name}")
