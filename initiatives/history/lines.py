"""Reads lines of history as plain values, in one statement however many tables they stand in."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection

from initiatives.history.subjects import Subject
from initiatives.history.tables import PARTS, belongs, columns, history, key, rank
from initiatives.models import Edition

Row = Mapping[str, Any]  # column → value: decimals and whole numbers as such, days and moments as text


@dataclass(frozen=True, slots=True)
class Line:
    """One row of one table as a change left it. `edition` is the one that the change was published with, None for what stands outside of all."""

    table: str
    pk: Any
    number: int
    at: datetime
    kind: str  # "+" added, "~" changed, "-" removed
    reason: str | None
    by: str | None
    edition: int | None
    row: Row


def lines_of(subject: Subject, until: int | None = None) -> list[Line]:
    """All lines of the rows that are or ever were the record's, the oldest first. `until` leaves out what came after that edition."""
    parts = [_part(table, f'h."{key(table)}" IN ({belongs(subject.noun, table)})') for table in PARTS[subject.noun]]
    cut = " WHERE line.at <= (SELECT made_at FROM initiatives_edition WHERE number = %s)" if until is not None else ""
    values = [subject.pk] * len(parts) + ([until] if until is not None else [])
    return asked(f"{_with_editions(parts)}{cut} ORDER BY line.at, line.place, line.number", values)


def lines_numbered(numbers: Mapping[str, list[int]]) -> list[Line]:
    """The lines with these numbers, by table."""
    parts = [_part(table, "h.history_id = ANY(%s)") for table in numbers]
    return asked(f"{_with_editions(parts)} ORDER BY line.place, line.number", list(numbers.values())) if parts else []


def lines_after(seen: Mapping[str, tuple[Sequence[Any], int]]) -> list[Line]:
    """The lines of rows that came after a number, by table: the rows' keys, and the number."""
    parts = [_part(table, f'h."{key(table)}" = ANY(%s) AND h.history_id > %s') for table in seen]
    values = [value for keys, number in seen.values() for value in (list(keys), number)]
    return asked(f"{_with_editions(parts)} ORDER BY line.at, line.place, line.number", values) if parts else []


def newest_lines(keys: Mapping[str, Sequence[Any]]) -> list[Line]:
    """Of each row the newest line, by table the rows' keys."""
    parts = []
    for table in keys:
        pk, own = key(table), history(table)
        newest = f'SELECT b.history_id FROM {own} b WHERE b."{pk}" = a.pk ORDER BY b.history_id DESC LIMIT 1'
        parts.append(_part(table, f"h.history_id IN (SELECT ({newest}) FROM unnest(%s) a(pk))"))
    return asked(f"{_with_editions(parts)} ORDER BY line.place, line.number", [list(found) for found in keys.values()]) if parts else []


def lines_before(wanted: Sequence[tuple[str, Any, int]]) -> list[Line]:
    """Of each row (table, key, number) the last line before that number, where there is one."""
    parts, values = [], []
    for table in dict.fromkeys(name for name, _, _ in wanted):
        pk, own = key(table), history(table)
        earlier = f'SELECT b.history_id FROM {own} b WHERE b."{pk}" = a.pk AND b.history_id < a.number ORDER BY b.history_id DESC LIMIT 1'
        parts.append(_part(table, f"h.history_id IN (SELECT ({earlier}) FROM unnest(%s, %s) a(pk, number))"))
        values += [[one for name, one, _ in wanted if name == table], [number for name, _, number in wanted if name == table]]
    return asked(f"{_with_editions(parts)} ORDER BY line.place, line.number", values) if parts else []


def asked(statement: str, values: list[Any]) -> list[Line]:
    """The lines that a statement answers with."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [_line(found) for found in cursor.fetchall()]


def _part(table: str, condition: str) -> str:
    """The lines of one table that meet a condition."""
    row = "".join(f", '{field.column}', h.\"{field.column}\"" for field in columns(table))
    return (
        f"SELECT '{table}' AS of_table, {rank(table)} AS place, h.history_id AS number, h.history_date AS at, h.history_type AS kind,"
        f" h.history_change_reason AS reason, h.history_user_id AS person, jsonb_build_object({row[2:]})::text AS whole"
        f" FROM {history(table)} h WHERE {condition}"
    )


def _with_editions(parts: list[str]) -> str:
    """Each line with its person's name and its edition: the next one after it. Who changes the record outside of a publication gives no reason."""
    people, editions = f'"{get_user_model()._meta.db_table}"', f'"{Edition._meta.db_table}"'
    return (
        f"SELECT line.of_table, line.number, line.at, line.kind, line.reason, person.username, edition.number, line.whole"
        f" FROM ({' UNION ALL '.join(parts)}) line LEFT JOIN {people} person ON person.id = line.person"
        f" LEFT JOIN LATERAL (SELECT number FROM {editions} WHERE made_at >= line.at ORDER BY made_at LIMIT 1) edition ON line.reason IS NOT NULL"
    )


def _line(found: tuple[Any, ...]) -> Line:
    table, number, at, kind, reason, by, edition, whole = found
    row = json.loads(whole, parse_float=Decimal)
    return Line(table, row[key(table)], number, at, kind, reason, by, edition, row)
