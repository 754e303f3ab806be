"""An import as its page shows it: columns with their first cells, questions, effect on totals; asks no database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from initiatives import vocabulary
from initiatives.desk.imports.asked import ONCE, Typed
from initiatives.formats import count, counted
from initiatives.importing import days, delimited, numbers
from initiatives.importing.columns import NOUNS, Column
from initiatives.importing.sheet import letter
from initiatives.models import BulkImport
from initiatives.names.countries import name_of as country_name

ROWS_SHOWN = 100
SHORT_BASES = {
    "headline": "pledged or firmer",
    "announced": "announced or firmer",
    "budgeted": "budgeted or firmer",
    "committed": "committed or firmer",
    "disbursed": "disbursed",
}
QUESTIONS = {"decimal_mark": ("Numbers", numbers.IN_WORDS), "day_order": ("Days", days.IN_WORDS)}


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """A column of the file: its letter, header, first cells, what it is taken for (None while that is open), and what is wrong with that."""

    field: str
    letter: str
    header: str
    cells: Sequence[str]
    meant: str | None
    fault: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Something that is said once for the whole file: a field with its choices, or a text where there are none."""

    field: str
    label: str
    value: str
    choices: Sequence[tuple[str, str]]
    help: str
    fault: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A total in dollars on one basis."""

    basis: str
    before: Decimal
    after: Decimal

    @property
    def change(self) -> Decimal:
        """What is gained."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Total:
    """The totals of a country, or of all together where it is empty."""

    country: str
    name: str
    bases: Sequence[Moved]


@dataclass(frozen=True, slots=True)
class Refused:
    """A field of the form that could not be taken: its name, where it stands, its words to people, and what is wrong."""

    field: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the cells of a column that say `text` (empty for an empty one) are read as, and how many there are."""

    column: str
    text: str
    read_as: str
    cells: int


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that the page of an import says."""

    headers: Sequence[HeaderRow]
    sample: int
    columns: Sequence[Column]
    questions: Sequence[Answer]
    for_all: Sequence[Answer]
    create_organizations: bool
    sheets: Sequence[str]
    sheet: str
    delimiters: Mapping[str, str]
    delimiter: str
    read_as: Sequence[str]
    fault: str
    faults: int
    refused: Sequence[Refused]
    cells_fault: str
    undo_fault: str
    outcome: str
    earlier: str
    totals: Sequence[Total]
    rows: Sequence[Mapping[str, Any]]
    more_rows: int
    warnings: int
    asked: int
    confirm_fault: str
    readings: Sequence[Reading]
    undecided: int


def shown_of(row: BulkImport, typed: Typed, faults: Mapping[str, str]) -> Shown:
    """The page of one import, its form as it was typed."""
    noun, reading, effect = NOUNS[row.noun], row.reading, row.effect
    rows = effect.get("rows", [])
    return Shown(
        headers=list(_headers(row, typed, faults)),
        sample=len(reading.get("first", [])),
        columns=noun.columns,
        questions=[_question(name, reading, typed, faults) for name in QUESTIONS],
        for_all=[_for_all(column, typed, faults) for column in noun.columns if column.for_file],
        create_organizations=typed.create_organizations,
        sheets=reading.get("sheets", []),
        sheet=typed.sheet or row.sheet,
        delimiters={} if reading.get("sheets") else delimited.SEPARATORS,
        delimiter=typed.delimiter or str(reading.get("delimiter", "")),
        read_as=reading.get("read_as", []),
        fault=faults.get("columns", ""),
        faults=len(faults),
        refused=list(_refused(row, faults)),
        cells_fault=faults.get("cells", ""),
        undo_fault=faults.get("undo", ""),
        outcome=outcome_in_words(effect, noun.one, noun.many),
        earlier=outcome_in_words(effect.get("earlier", {}), noun.one, noun.many),
        totals=totals_of(effect),
        rows=rows[:ROWS_SHOWN],
        more_rows=effect.get("new", 0) + effect.get("changed", 0) - len(rows[:ROWS_SHOWN]),
        warnings=effect.get("warnings", 0),
        asked=effect.get("asked", 0),
        confirm_fault=faults.get("confirmed", ""),
        readings=[Reading(**each) for each in effect.get("readings", [])],
        undecided=sum(header not in typed.columns for header in row.headers),
    )


def outcome_in_words(effect: Mapping[str, Any], one: str, many: str) -> str:
    """`480 new, 12 changed, 8 as the record has them`; empty where nothing was counted."""
    if "new" not in effect:
        return ""
    total = effect["new"] + effect["changed"] + effect["unchanged"]
    named = counted(total, one, many)
    return f"{named}: {count(effect['new'])} new, {count(effect['changed'])} changed, {count(effect['unchanged'])} as the record has them"


def totals_of(effect: Mapping[str, Any]) -> list[Total]:
    """The totals that storing moves, all together first."""
    return [_total(each) for each in effect.get("totals", [])]


def _headers(row: BulkImport, typed: Typed, faults: Mapping[str, str]) -> Any:
    first = row.reading.get("first", [])
    for place, header in enumerate(row.headers):
        cells = [line[place] for line in first if place < len(line)]
        name = f"column-{place}"
        yield HeaderRow(name, letter(place), header, cells, typed.columns.get(header), faults.get(name, ""))


def _refused(row: BulkImport, faults: Mapping[str, str]) -> Any:
    labels = {f"column-{place}": header for place, header in enumerate(row.headers)}
    for field, words in faults.items():
        if field not in ("columns", "cells", "undo", "confirmed") and not field.startswith(ONCE):
            yield Refused(field, labels.get(field, field.removeprefix("all-").replace("_", " ").capitalize()), words)


def _question(name: str, reading: Mapping[str, Any], typed: Typed, faults: Mapping[str, str]) -> Answer:
    label, words = QUESTIONS[name]
    question = reading.get("questions", {}).get(name, "")
    return Answer(name, label, typed.answers.get(name, ""), list(words.items()), "", faults.get(name, ""), question)


def _for_all(column: Column, typed: Typed, faults: Mapping[str, str]) -> Answer:
    choices = list(column.words.items()) if column.words else []
    name = f"all-{column.name}"
    return Answer(name, column.name.replace("_", " "), typed.defaults.get(column.name, ""), choices, column.help, faults.get(name, ""))


def _total(each: Mapping[str, Any]) -> Total:
    code = each["country"]
    name = "All together" if not code else "Joint efforts" if code == vocabulary.JOINT else country_name(code)
    bases = [Moved(SHORT_BASES[basis["basis"]], Decimal(basis["before"]), Decimal(basis["after"])) for basis in each["bases"]]
    return Total(code, name, bases)
