"""What is wrong with a file as its page shows it: said once, the same in several cells, and the rest cell by cell; asks no database."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator

from initiatives.desk.imports.asked import ALIKE, SAME, Typed, kind_name_of, name_of, once_name_of
from initiatives.importing.columns import NOUNS, Noun
from initiatives.models import BulkImport

PROBLEMS_A_PAGE: Final = 50
KINDS_SHOWN: Final = 50
CELLS_NAMED: Final = 5  # of a kind

Problem = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A remark about a cell, with the field in which it is mended; `picks` where an initiative is chosen there, or made; `like` is how many cells
    the same proposal would mend."""

    field: str
    line: int
    cell: str
    header: str
    value: str
    message: str
    warning: bool
    instead: str
    picks: bool
    like: int
    asks: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """The same remark about several cells that say the same, with one field for all of them: a list (value, words) where there are choices."""

    field: str
    first: ProblemRow
    cells: int
    named: str
    more: int
    choices: Sequence[tuple[str, str]]
    typed: str


@dataclass(frozen=True, slots=True)
class Once:
    """A column that the file lacks and `rows` new rows need; no field where it cannot be said for all rows."""

    field: str
    column: str
    rows: int
    message: str
    choices: Sequence[tuple[str, str]]
    typed: str
    fault: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is wrong; `each` where all cells are listed one by one. `by_column` is how many problems a column of the file has."""

    once: Sequence[Once]
    kinds: Sequence[Kind]
    page: Page[Any]
    each: bool
    in_kinds: int
    by_column: Sequence[tuple[str, int]]


def report_of(row: BulkImport, typed: Typed | None, faults: Mapping[str, str], page: str | None, *, each: bool) -> Report:
    """What is wrong with the file, what keeps it out first."""
    noun, cells = NOUNS[row.noun], typed.cells if typed else {}
    lacking = row.effect.get("lacking", {})
    once = [_once(noun, one, lacking[one["column"]], cells, faults) for one in row.problems if is_once(one, lacking)]
    listed = [one for one in row.problems if not is_once(one, lacking)]
    like = Counter(_mark(one, ALIKE) for one in listed)
    kinds = [] if each else _kinds(noun, listed, cells, like)
    shown = {_mark(kind[0], SAME) for kind in kinds}
    rest = [_problem(one, noun, like[_mark(one, ALIKE)]) for one in listed if _mark(one, SAME) not in shown]
    found = Counter(one["header"] or one["column"].replace("_", " ") for one in row.problems if not one["warning"])
    pages = Paginator(rest, PROBLEMS_A_PAGE).get_page(page)
    return Report(once, [kind for _, kind in kinds], pages, each, len(listed) - len(rest), found.most_common())


def is_once(problem: Problem, lacking: Mapping[str, int]) -> bool:
    """Whether a problem speaks of a column that the file lacks, and so of many rows."""
    return problem["column"] in lacking and not problem["cell"] and not problem["value"]


def _once(noun: Noun, problem: Problem, rows: int, cells: Mapping[str, str], faults: Mapping[str, str]) -> Once:
    column = noun.column(problem["column"])
    field = once_name_of(column.name) if column.for_file else ""
    return Once(field, column.name, rows, problem["message"], _choices(noun, column.name), cells.get(field, ""), faults.get(field, ""))


def _kinds(noun: Noun, listed: Sequence[Problem], cells: Mapping[str, str], like: Mapping[Any, int]) -> list[tuple[Problem, Kind]]:
    """Each first problem of several that are the same, the most frequent first."""
    alike: dict[tuple[Any, ...], list[Problem]] = {}
    for one in listed:
        alike.setdefault(_mark(one, SAME), []).append(one)
    several = sorted((same for same in alike.values() if len(same) > 1), key=lambda same: (same[0]["warning"], -len(same)))
    return [(same[0], _kind(noun, same, cells, like[_mark(same[0], ALIKE)])) for same in several[:KINDS_SHOWN]]


def _kind(noun: Noun, same: Sequence[Problem], cells: Mapping[str, str], like: int) -> Kind:
    first = _problem(same[0], noun, like)
    field = kind_name_of(same[0])
    named = ", ".join(one["cell"] or f"row {one['line']}" for one in same[:CELLS_NAMED])
    return Kind(field, first, len(same), named, max(0, len(same) - CELLS_NAMED), _choices(noun, same[0]["column"]), cells.get(field, ""))


def _choices(noun: Noun, name: str) -> list[tuple[str, str]]:
    words = noun.column(name).words
    return list(words.items()) if words else []


def _mark(problem: Problem, names: Sequence[str]) -> tuple[Any, ...]:
    """What problems have in common that one press mends."""
    return tuple(problem[name] for name in names)


def _problem(problem: Problem, noun: Noun, like: int) -> ProblemRow:
    header = problem["header"] or problem["column"]
    picks = noun.name == "funding" and problem["column"] == "initiative"
    same = {name: problem[name] for name in ("line", "cell", "value", "message", "warning", "instead")}
    return ProblemRow(field=name_of(problem), header=header, picks=picks, like=like, asks=problem.get("asks", False), **same)
