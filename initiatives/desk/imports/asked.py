"""What the forms of an import say, as they were sent; asks the record nothing."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from initiatives.importing import days, delimited, numbers
from initiatives.importing.columns import NOUNS, Noun
from initiatives.importing.mapping import LEFT_OUT, faults_of
from initiatives.importing.table import values_for_all
from initiatives.models import BulkImport
from initiatives.text import clean

OPEN_QUESTION = "?"  # a column of the file that is still to be decided
CELL = re.compile(r"cell-(\d{1,7})-([a-z_]{1,40})")
KIND = re.compile(r"like-(\d{1,7})-([a-z_]{1,40})")
ONCE = "once-"  # fields of what is said for all rows
ALIKE = ("column", "value", "instead", "warning")  # what problems have in common that one press mends
SAME = (*ALIKE, "message")  # and that one answer mends
LONGEST_CELL = 10_000
LONGEST_ANSWER = 2_000
Edits = dict[int, dict[str, str]]  # line → column → text


@dataclass(slots=True)
class Typed:
    """What the columns mean by their place in the file, how the file is read, what holds for all rows, and cells that were mended."""

    columns: dict[str, str] = field(default_factory=dict)  # header → column, empty for left out, absent while it is open
    answers: dict[str, str] = field(default_factory=dict)  # decimal_mark, day_order
    defaults: dict[str, str] = field(default_factory=dict)
    create_organizations: bool = False
    sheet: str = ""
    delimiter: str = ""
    cells: dict[str, str] = field(default_factory=dict)  # name of the field → text


def typed_of(row: BulkImport) -> Typed:
    """What was said of this import before."""
    reading = row.reading
    answers = {name: str(reading.get(name, "")) for name in ("decimal_mark", "day_order")}
    defaults = dict(reading.get("defaults", {}))
    return Typed(dict(row.mapping), answers, defaults, bool(reading.get("create_organizations")), row.sheet, str(reading.get("delimiter", "")))


def typed_in(posted: QueryDict, row: BulkImport) -> Typed:
    """The form of the columns as it was sent; `leave_out` leaves out every column that is still open."""
    noun = NOUNS[row.noun]
    given = {header: posted.get(f"column-{place}", OPEN_QUESTION) for place, header in enumerate(row.headers)}
    if posted.get("leave_out") == "yes":
        given = {header: LEFT_OUT if column == OPEN_QUESTION else column for header, column in given.items()}
    names = {column.name for column in noun.columns} | {LEFT_OUT}
    return Typed(
        {header: column for header, column in given.items() if column in names},
        {
            "decimal_mark": _one_of(posted, "decimal_mark", numbers.IN_WORDS),
            "day_order": _one_of(posted, "day_order", days.IN_WORDS),
        },
        {column.name: text for column in noun.columns if column.for_file and (text := _text(posted, f"all-{column.name}"))},
        posted.get("create_organizations") == "yes",
        _text(posted, "sheet"),
        _one_of(posted, "delimiter", delimited.SEPARATORS),
    )


def faults_in(typed: Typed, row: BulkImport, countries: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with the form, by field; empty where the file can be checked."""
    noun = NOUNS[row.noun]
    places = {header: f"column-{place}" for place, header in enumerate(row.headers)}
    faults = {places.get(header, "columns"): words for header, words in faults_of(noun, row.headers, typed.columns)}
    faults |= {f"all-{name}": words for name, words in values_for_all(noun, typed.defaults, countries)[1].items()}
    for name in row.reading.get("questions", {}):
        if not typed.answers.get(name):
            faults[name] = "Choose one. It is asked once for the whole file, and never guessed."
    return faults


def reading_of(typed: Typed, row: BulkImport) -> dict[str, Any]:
    """How the file is to be read from now on."""
    return {
        **row.reading,
        **typed.answers,
        "defaults": typed.defaults,
        "create_organizations": typed.create_organizations,
        "questions": {},
    }


def mended_in(posted: QueryDict, row: BulkImport) -> tuple[Edits, dict[str, str]]:
    """Cells that were mended, by line and column; and every cell of the form as it was typed. `use` names a cell that takes what was proposed,
    `use_all` one whose proposal goes into every cell of its column that says the same; of an initiative that was chosen or made beside the cell its
    address is taken. What is typed for all problems of a kind goes into each of their cells."""
    before = {name_of(each): each for each in row.problems}
    typed = {
        name: _text(posted, f"{name}-slug") or _text(posted, name, LONGEST_CELL) for name in posted if CELL.fullmatch(name) or KIND.fullmatch(name)
    }
    edits = _of_kinds(typed, row)
    for name, text in typed.items():
        found = CELL.fullmatch(name)
        if found and name in before and text != before[name]["value"] and _is_column(NOUNS[row.noun], found[2]):
            edits.setdefault(int(found[1]), {})[found[2]] = text
    for used in _used(posted, before):
        typed[name_of(used)] = used["instead"]
        edits.setdefault(used["line"], {}).update(_instead(used))
    return edits, typed


def _used(posted: QueryDict, before: Mapping[str, Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The problems whose proposal is taken."""
    one, all_like = before.get(posted.get("use", "")), before.get(posted.get("use_all", ""))
    like = [each for each in before.values() if all_like and is_like(each, all_like)]
    return [each for each in ([one] if one else like) if each["instead"]]


def _of_kinds(typed: Mapping[str, str], row: BulkImport) -> Edits:
    edits: Edits = {}
    firsts = {kind_name_of(each): each for each in row.problems if typed.get(kind_name_of(each))}
    for name, first in firsts.items():
        for each in row.problems:
            if is_like(each, first, SAME) and typed[name] != each["value"] and _is_column(NOUNS[row.noun], each["column"]):
                edits.setdefault(each["line"], {})[each["column"]] = typed[name]
    return edits


def said_once_in(posted: QueryDict, row: BulkImport, countries: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """What is said for all rows of columns that the file lacks, column → text; and what cannot be taken, by field."""
    noun, lacking = NOUNS[row.noun], row.effect.get("lacking", {})
    said = {
        column.name: text
        for column in noun.columns
        if column.for_file and column.name in lacking and (text := _text(posted, once_name_of(column.name)))
    }
    return said, {once_name_of(name): words for name, words in values_for_all(noun, said, countries)[1].items()}


def is_like(one: Mapping[str, Any], other: Mapping[str, Any], alike: Sequence[str] = ALIKE) -> bool:
    """Whether two problems are of the same words in the same column, with the same proposal."""
    return all(one[name] == other[name] for name in alike)


def _instead(used: Mapping[str, Any]) -> dict[str, str]:
    """The cells that a proposal fills: of a relation (`restates japan#3`) what it points at too."""
    relation, _, target = used["instead"].partition(" ")
    return {"relation": relation, "related_to": target} if used["column"] == "relation" and target else {used["column"]: used["instead"]}


def name_of(problem: Mapping[str, Any]) -> str:
    """The name of the field in which a cell is mended."""
    return f"cell-{problem['line']}-{problem['column']}"


def kind_name_of(problem: Mapping[str, Any]) -> str:
    """The name of the field that mends all problems like this one."""
    return f"like-{problem['line']}-{problem['column']}"


def once_name_of(column: str) -> str:
    """The name of the field in which a column that the file lacks is said for all rows."""
    return f"{ONCE}{column}"


def _is_column(noun: Noun, name: str) -> bool:
    return any(column.name == name for column in noun.columns)


def _one_of(posted: QueryDict, name: str, allowed: Mapping[str, str]) -> str:
    text = posted.get(name, "")
    return text if text in allowed else ""


def _text(posted: QueryDict, name: str, longest: int = LONGEST_ANSWER) -> str:
    return clean(posted.get(name, "")[:longest]).text.strip()
