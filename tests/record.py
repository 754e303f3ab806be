"""What tables hold, remembered once in a session and put back in a moment: the curated record, and what every database starts with."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from initiatives.exchange import load as loading

CURATED = Path(loading.__file__).parent.parent / "data" / "initiatives.jsonl"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table in PostgreSQL's binary COPY format."""

    name: str
    key: str
    columns: str
    sequence: str | None
    rows: bytes


def remembered() -> tuple[Table, ...]:
    """What every filled table of the record holds now."""
    return tuple(table_of(model) for model in apps.get_app_config("initiatives").get_models() if model._base_manager.exists())


def table_of(model: type[models.Model]) -> Table:
    """What a table holds, without the columns that PostgreSQL makes itself."""
    name, key = model._meta.db_table, model._meta.pk.attname
    columns = ", ".join(f'"{field.column}"' for field in model._meta.local_concrete_fields if not field.generated)
    rows = io.BytesIO()
    with connection.cursor() as cursor:
        cursor.copy_expert(f'COPY "{name}" ({columns}) TO STDOUT (FORMAT binary)', rows)
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [name, key])
        (sequence,) = cursor.fetchone()
    return Table(name, key, columns, sequence, rows.getvalue())


def put_back(tables: tuple[Table, ...]) -> None:
    """Fills the empty tables with what was remembered, without asking the triggers again."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table in tables:
            cursor.copy_expert(f'COPY "{table.name}" ({table.columns}) FROM STDIN (FORMAT binary)', io.BytesIO(table.rows))
            if table.sequence:
                cursor.execute(f'SELECT setval(%s, (SELECT max("{table.key}") FROM "{table.name}"))', [table.sequence])
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
        analyze(cursor, tables)


def analyze(cursor: Any, tables: tuple[Table, ...]) -> None:
    """Tells the planner what the tables hold: it may have looked at them while they were empty, and would then go through rows one by one."""
    if tables:
        cursor.execute("SET LOCAL default_statistics_target = 10")
        cursor.execute("ANALYZE " + ", ".join(f'"{table.name}"' for table in tables))
        cursor.execute("SET LOCAL default_statistics_target = DEFAULT")


def emptied(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """Those of the tables that hold no row."""
    found = []
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'SELECT FROM "{table.name}" LIMIT 1')
            found += [] if cursor.rowcount else [table]
    return tuple(found)
