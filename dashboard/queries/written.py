"""Writes each question once for every shape of filters, since writing SQL costs more than asking it; must not know the questions.

A question is a function that makes a queryset of filters. It is called with marks in place of the values that only stand in the SQL's parameters,
and what it writes is kept; the next filters of that shape put their values where the marks were. Whatever else decides how the SQL is written is
part of the shape.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Final

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BigIntegerField, BooleanField, F, Func, Value

from dashboard.filters import Filters
from dashboard.filters.values import ATTRIBUTES
from initiatives.vocabulary import JOINT

Statement = tuple[str, tuple[Any, ...]]
Converter = Callable[[Any, Any, Any], Any]
Question = Callable[..., Any]  # of filters and of words that belong to the shape; answers with a queryset of tuples

# Parameters whose values are compared as they are and decide nothing else.
OF_MONEY: Final = ("country", "origin", "stage", "instrument", "relation", "funder")
OF_INITIATIVES: Final = ("kind", "status", "theme", "organization", "initiative", "role", "type", "home")
OF_COMMENTS: Final = ("stance", "actor", "aspect", "speaker")
FREE: Final = frozenset((*OF_MONEY, *OF_INITIATIVES, *OF_COMMENTS))
DECIDING: Final = frozenset({JOINT, "unknown", "abroad", "any"})  # several owners, a home unknown or abroad, any role: conditions
DAYS: Final = ("first_day", "last_day")
MARKED_DAYS: Final = {"first_day": date(1, 1, 1), "last_day": date(1, 1, 2)}
MARKED_IDS: Final = [-1]
MARK: Final = "\x02"
SHAPES_REMEMBERED: Final = 1_000


class OneOf(Func):
    """Whether a number is one of some, which are a single parameter however many they are."""

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    arity = 2
    output_field = BooleanField()

    def __init__(self, column: str, ids: Sequence[int]) -> None:
        super().__init__(F(column), Value(list(ids), ArrayField(BigIntegerField())))


@dataclass(frozen=True, slots=True)
class Written:
    """The SQL of a question for one shape, its parameters holding marks; its columns by name and field, and what turns some of them into Python."""

    sql: str
    parameters: tuple[Any, ...]
    names: tuple[str, ...]
    fields: tuple[Any, ...]
    converters: Mapping[int, tuple[Sequence[Converter], Any]]


def rows(question: Question, filters: Filters, *words: Hashable, ids: Collection[int] | None = None) -> list[tuple[Any, ...]]:
    """The rows of a question; one statement, none where it can find nothing."""
    shape, values = shaped(filters)
    found = written(question, Shape(shape, filters), words, ids is not None)
    if found is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(found.sql, parameters(found, values, ids))
        answer: list[tuple[Any, ...]] = cursor.fetchall()
    return [converted(row, found.converters) for row in answer] if found.converters else answer


def named_rows(question: Question, filters: Filters, *words: Hashable) -> list[dict[str, Any]]:
    """The rows of a question by the names of their columns; one statement, none where it can find nothing."""
    found = written(question, Shape(shaped(filters)[0], filters), words, False)
    return [] if found is None else [dict(zip(found.names, row, strict=True)) for row in rows(question, filters, *words)]


def prepared(question: Question, filters: Filters) -> Written | None:
    """A question with its parameters in place, to be asked with others; None where it can find nothing."""
    shape, values = shaped(filters)
    found = written(question, Shape(shape, filters), (), False)
    return None if found is None else replace(found, parameters=parameters(found, values, None))


def statement(question: Question, filters: Filters, *words: Hashable) -> Statement | None:
    """The SQL of a question and its parameters, for a larger statement; None where it can find nothing."""
    shape, values = shaped(filters)
    found = written(question, Shape(shape, filters), words, False)
    return None if found is None else (found.sql, parameters(found, values, None))


class Shape:
    """The shape of some filters; equal where the same SQL asks for them, whatever the values."""

    def __init__(self, key: tuple[Hashable, ...], filters: Filters) -> None:
        self.key, self.filters, self.number = key, filters, hash(key)

    def __hash__(self) -> int:
        return self.number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shape) and self.key == other.key


def shaped(filters: Filters) -> tuple[tuple[Hashable, ...], dict[Hashable, Any]]:
    """What decides how SQL is written for these filters, and the value of every mark."""
    held, values, shape = filters.__dict__, dict[Hashable, Any](), list[Hashable]()
    for name, attribute, default in ATTRIBUTES:
        value = held[attribute]
        if value == default:
            continue
        if name in FREE:
            shape.append((name, tuple(marked(name, place, one, values) for place, one in enumerate(value))))
        elif name not in ("from", "to"):
            shape.append((name, value))
    for name in DAYS:
        if held[name] is not None:
            values[MARKED_DAYS[name]] = held[name]
            shape.append(name)
    return tuple(shape), values


def marked(name: str, place: int, value: str, values: dict[Hashable, Any]) -> str:
    """The mark in place of a value, its minus kept, or the value itself where it decides how the SQL is written."""
    plain = value.removeprefix("-")
    if plain in DECIDING:
        return value
    mark = f"{MARK}{name}{place}"
    values[mark] = plain
    return value[: len(value) - len(plain)] + mark


@lru_cache(SHAPES_REMEMBERED)
def written(question: Question, shape: Shape, words: tuple[Hashable, ...], with_ids: bool) -> Written | None:
    """A question as it is asked of every filters of one shape; None where it can find nothing."""
    of_shape: dict[str, Any] = dict(one for one in shape.key if isinstance(one, tuple))
    marks: dict[str, Any] = {name: of_shape[name] for name in FREE if name in of_shape}
    marks |= {name: day for name, day in MARKED_DAYS.items() if name in shape.key}
    chosen = shape.filters.model_copy(update=marks)
    query = (question(chosen, *words, ids=MARKED_IDS) if with_ids else question(chosen, *words)).query
    compiler = query.get_compiler(using=connection.alias)
    try:
        sql, found = compiler.as_sql()
    except EmptyResultSet:
        return None
    columns = [column for column, _, _ in compiler.select[: compiler.col_count]]
    fields = tuple(column.output_field for column in columns)
    return Written(sql, tuple(found), tuple(query.selected or ()), fields, compiler.get_converters(columns))


def parameters(found: Written, values: dict[Hashable, Any], ids: Collection[int] | None) -> tuple[Any, ...]:
    """The parameters of a written question with the values of one set of filters."""
    if ids is not None:
        values = {**values, tuple(MARKED_IDS): list(ids)}
    return tuple(filled(one, values) for one in found.parameters)


def converted(row: tuple[Any, ...], converters: Mapping[int, tuple[Sequence[Converter], Any]]) -> tuple[Any, ...]:
    """A row of the driver as Django's fields have it."""
    cells = list(row)
    for place, (steps, expression) in converters.items():
        for step in steps:
            cells[place] = step(cells[place], expression, connection)
    return tuple(cells)


def filled(parameter: Any, values: dict[Hashable, Any]) -> Any:
    """A parameter with the values in place of its marks."""
    if isinstance(parameter, list):
        return values[tuple(parameter)] if tuple(parameter) in values else [filled(one, values) for one in parameter]
    return values.get(parameter, parameter) if isinstance(parameter, (str, date)) else parameter
