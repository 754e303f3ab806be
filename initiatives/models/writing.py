"""Adds, changes and removes many rows at once, each with its line of history; knows no table in particular."""

import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.utils import timezone

REASON_LENGTH = 100  # of the history's column
LINES_AT_A_TIME = 500  # of one COPY, so that the server stores some while the next are made
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_QUOTED = str.maketrans({"\\": "\\\\", '"': '\\"'})

AnyField = models.Field[Any, Any]


@dataclass(frozen=True, slots=True)
class Author:
    """Who changes the record, and why, as the history keeps it; `user_id` is None for a command."""

    user_id: int | None
    reason: str


def add(model: type[models.Model], rows: Sequence[models.Model], author: Author) -> None:
    """Stores new rows, whose ids are given where they are not set yet."""
    number_rows(model, rows)
    copy_rows(model, rows)
    record_history(model, [row.pk for row in rows], "+", author)


def change(model: type[models.Model], rows: Sequence[models.Model], columns: Sequence[str], author: Author) -> None:
    """Stores the named columns of rows that are known to differ."""
    if rows:
        model._default_manager.bulk_update(rows, columns, batch_size=500)
        record_history(model, [row.pk for row in rows], "~", author)


def remove(model: type[models.Model], rows: Sequence[models.Model], author: Author) -> None:
    """Deletes rows on which nothing hangs any more when the transaction ends."""
    keys = [row.pk for row in rows]
    record_history(model, keys, "-", author)
    if keys:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {_table(model)} WHERE {_quoted(_key(model))} = ANY(%s)", [keys])


def number_rows(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Gives each row without an id the next one of its table."""
    without = [row for row in rows if row.pk is None]
    for row, number in zip(without, next_ids(model, len(without)), strict=True):
        row.pk = number


def next_ids(model: type[models.Model], count: int) -> list[int]:
    """That many ids which no other row of the table has or will have."""
    if not count:
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)", [_table(model), _key(model).column, count])
        return [number for (number,) in cursor.fetchall()]


def copy_rows(model: type[models.Model], rows: Iterable[models.Model]) -> None:
    """Stores rows as they are through COPY, without history; generated columns are PostgreSQL's."""
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    lines = ("\t".join(_cell(field, field.pre_save(row, add=True)) for field in fields) + "\n" for row in rows)
    copy_lines(f"{_table(model)} ({_columns(fields)})", lines)


class _Lines(io.RawIOBase):
    """Lines as the file that COPY reads, made while it reads."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._waiting = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if not self._waiting:
            self._waiting = "".join(islice(self._lines, LINES_AT_A_TIME)).encode()
        block, self._waiting = (self._waiting[:size], self._waiting[size:]) if size >= 0 else (self._waiting, b"")
        return block


def copy_lines(target: str, lines: Iterable[str]) -> None:
    """Sends lines of PostgreSQL's text format to a table as they are made; they must not ask the database anything."""
    with connection.cursor() as cursor:
        cursor.copy_expert(f"COPY {target} FROM STDIN", _Lines(lines), 256 * 1024)


def line_of(values: Iterable[Any]) -> str:
    """One line of PostgreSQL's text format out of plain values; None is null."""
    return "\t".join(_text(value) for value in values) + "\n"


def record_history(model: type[models.Model], keys: Sequence[Any], kind: str, author: Author) -> None:
    """One line of history for each of these rows, as they stand now; kind is `+`, `~` or `-`. Nothing for tables without history."""
    history: type[models.Model] | None = getattr(getattr(model, "history", None), "model", None)
    if history is None or not keys:
        return
    kept = {field.attname for field in history._meta.concrete_fields}
    columns = _columns([field for field in model._meta.concrete_fields if field.attname in kept and not field.generated])
    statement = (
        f"INSERT INTO {_table(history)} ({columns}, history_date, history_change_reason, history_type, history_user_id)"
        f" SELECT {columns}, %s, %s, %s, %s FROM {_table(model)} WHERE {_quoted(_key(model))} = ANY(%s) ORDER BY {_quoted(_key(model))}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [timezone.now(), author.reason[:REASON_LENGTH], kind, author.user_id, list(keys)])


def _cell(field: AnyField, value: Any) -> str:
    if value is not None and isinstance(field, ArrayField):
        return ("{" + ",".join(f'"{str(item).translate(_QUOTED)}"' for item in value) + "}").translate(_ESCAPES)
    if value is not None and isinstance(field, models.JSONField):
        return json.dumps(value, ensure_ascii=False).translate(_ESCAPES)
    return _text(value)


def _text(value: Any) -> str:
    return r"\N" if value is None else str(value).translate(_ESCAPES)


def _key(model: type[models.Model]) -> AnyField:
    key = model._meta.pk
    assert key is not None  # every stored model has one
    return key


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _quoted(field: AnyField) -> str:
    return connection.ops.quote_name(str(field.column))


def _columns(fields: Sequence[AnyField]) -> str:
    return ", ".join(_quoted(field) for field in fields)
