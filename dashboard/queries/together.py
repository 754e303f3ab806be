"""Asks several small questions in one statement, as a page of many charts does; must not know the questions."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from django.core.cache import cache
from django.db import connection
from django.db.models import DecimalField

from dashboard.filters import Filters
from dashboard.queries import written
from dashboard.queries.remembered import KEPT_SECONDS, Shared, name_of

Asked = tuple[Shared, Filters]
Row = tuple[Any, ...]
ROWS: Final = "(SELECT COALESCE(JSON_AGG(JSON_BUILD_ARRAY({columns})), '[]')::text FROM ({sql}) AS q ({columns}))"


def ask(questions: Iterable[Asked]) -> None:
    """Asks what is not remembered yet, and remembers it under each question's own name; one statement, none where all is remembered.

    Rows hold texts, whole numbers, truths, decimals and lists of texts, as each question alone would answer them. Where nothing can be kept, each
    question is asked again by whoever needs it."""
    wanted = {name_of(shared.name, shared.key(filters)): (shared, filters) for shared, filters in questions}
    kept = cache.get_many(list(wanted))
    missing = {name: asked for name, asked in wanted.items() if name not in kept}
    if missing:
        cache.set_many(_answers(missing), KEPT_SECONDS)


def _answers(missing: Mapping[str, Asked]) -> dict[str, list[Row]]:
    """The rows of each question by its name; one statement."""
    found = {name: written.prepared(shared.question, filters) for name, (shared, filters) in missing.items()}
    asked = {name: prepared for name, prepared in found.items() if prepared is not None}
    sql = "SELECT " + ", ".join(ROWS.format(columns=_columns(len(one.fields)), sql=one.sql) for one in asked.values())
    answers: tuple[str, ...] = ()
    if asked:
        with connection.cursor() as cursor:
            cursor.execute(sql, [value for one in asked.values() for value in one.parameters])
            answers = cursor.fetchone() or ()
    rows = {name: _rows(text, one.fields) for (name, one), text in zip(asked.items(), answers, strict=True)}
    return {name: rows.get(name, []) for name in missing}


def _columns(number: int) -> str:
    return ", ".join(f"c{place}" for place in range(number))


def _rows(text: str, fields: tuple[Any, ...]) -> list[Row]:
    """Rows as the driver reads them: what is a number with a point stays exact."""
    decimals = {place for place, field in enumerate(fields) if isinstance(field, DecimalField)}
    return [tuple(_value(value, place in decimals) for place, value in enumerate(row)) for row in json.loads(text, parse_float=Decimal)]


def _value(value: Any, is_decimal: bool) -> Any:
    return Decimal(value) if is_decimal and value is not None else value
