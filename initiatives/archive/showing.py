"""Puts a kept edition back as a schema of its own, so that the same questions read it; knows not what is asked.

The tables of the schema stand before the site's own in the search path of one transaction. A schema bears a mark, the moment of its edition and the
shape of its tables; one with another mark is not read, and is made anew.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Final

from django.db import connection, models, transaction
from psycopg2.extensions import TRANSACTION_STATUS_INERROR

from initiatives.archive.keeping import PARTS, ROWS
from initiatives.archive.tables import KeptTable, histories, kept_tables, key_of, listed, quoted, shape, shown_models
from initiatives.models import Edition

SCHEMAS_KEPT: Final = 20  # the one that was put back first gives way
INDEXES: Final = (
    "SELECT replace(pg_get_indexdef(indexrelid), ' ON ' || quote_ident(current_schema()) || '.', ' ON ' || %s || '.')"
    " FROM pg_index WHERE indrelid = to_regclass(%s) AND NOT indisprimary"
)
OURS: Final = "nspname ~ '^edition_[0-9]{1,9}$'"
MAKING: Final = 5_310_001  # the first numbers of advisory locks, the second is the edition's
READING: Final = 5_310_002
EDITIONS: Final = Edition._meta.db_table
MARK: Final = f"SELECT %s || extract(epoch FROM made_at)::text FROM {EDITIONS} WHERE number = %s"
KEPT: Final = f'SELECT kept.rows FROM {PARTS} part JOIN {ROWS} kept ON kept.hash = part.rows_id WHERE part.edition_id = %s AND part."table" = %s'
IS_MADE: Final = f"obj_description(to_regnamespace(%s), 'pg_namespace') = ({MARK})"


class Gone(Exception):
    """The edition's schema is not there. Put it back and try again."""


def schema_of(number: int) -> str:
    return f"edition_{number:d}"


@transaction.atomic
def put_back(number: int) -> None:
    """The edition can be read afterwards; it was kept. Made once however many ask at the same time."""
    if is_made(number):
        return
    ask("SELECT pg_advisory_xact_lock(%s, %s)", [MAKING, number])
    if is_made(number):
        return
    ask("SELECT pg_advisory_xact_lock(%s, %s)", [READING, number])
    ask(f"DROP SCHEMA IF EXISTS {schema_of(number)} CASCADE")
    _make(number)
    _make_room(number)


@contextmanager
def inside(number: int) -> Iterator[None]:
    """Every table of the record is the edition's inside. Call in a transaction; raises Gone before anything is read.

    Waits for whoever makes or drops the schema: the one that made it lets go a moment after others can see it."""
    ask("SELECT pg_advisory_xact_lock_shared(%s, %s)", [READING, number])
    made, before = asked(f"SELECT {IS_MADE}, current_setting('search_path')", [schema_of(number), mark(), number])
    if not made:
        raise Gone(f"edition {number}")
    _search(f"{schema_of(number)}, {before}")
    yield
    if not _is_aborted():  # else what follows is undone, and this with it
        _search(before)


def is_made(number: int) -> bool:
    """Whether the edition's schema is there, of this very edition and of today's shape."""
    return bool(asked(f"SELECT {IS_MADE}", [schema_of(number), mark(), number])[0])


@cache
def mark() -> str:
    return f"{shape()} "


def _make(number: int) -> None:
    schema = schema_of(number)
    ask(f"CREATE SCHEMA {schema}")
    for model in shown_models():
        _create(schema, model)
    for table in kept_tables():
        _fill(schema, table, number)
    _copy(schema, Edition, "number <= %s", number)
    for history in histories():
        _copy(schema, history, f"history_date <= (SELECT made_at FROM {EDITIONS} WHERE number = %s)", number)
    ask("SET LOCAL default_statistics_target = 20")  # a fifth of the usual sample: the same plans, in a quarter of the time
    for model in shown_models():
        _index(schema, model)
    (text,) = asked(MARK, [mark(), number])
    ask(f"COMMENT ON SCHEMA {schema} IS %s", [text])


def _create(schema: str, model: type[models.Model]) -> None:
    """An empty table with the columns of the site's own; what is kept was right when it was kept."""
    ask(f"CREATE TABLE {schema}.{_name(model)} (LIKE {_name(model)} INCLUDING ALL EXCLUDING CONSTRAINTS EXCLUDING INDEXES)")


def _index(schema: str, model: type[models.Model]) -> None:
    """The key and the indexes of the site's own table, each made at once from all rows, and the sizes for whoever plans questions."""
    ask(f"ALTER TABLE {schema}.{_name(model)} ADD PRIMARY KEY ({quoted(key_of(model))})")
    with connection.cursor() as cursor:
        cursor.execute(INDEXES, [schema, model._meta.db_table])
        for (definition,) in cursor.fetchall():
            cursor.execute(definition)
    ask(f"ANALYZE {schema}.{_name(model)}")


def _copy(schema: str, model: type[models.Model], condition: str, number: int) -> None:
    """The rows of a table that is only ever added to, as far as the edition."""
    ask(f"INSERT INTO {schema}.{_name(model)} SELECT * FROM {_name(model)} WHERE {condition}", [number])


def _fill(schema: str, table: KeptTable, number: int) -> None:
    """The kept rows by the names of their columns; a column that is younger than they are has its default."""
    into, kept = f"{schema}.{table.name}", _kept_columns(table, number)
    stored = [field for field in table.model._meta.concrete_fields if not field.generated]
    known, younger = [field for field in stored if field.column in kept], [field for field in stored if field.column not in kept]
    if known:
        values = ", ".join([listed(field.column for field in known), *(f"%s::{field.db_type(connection)}" for field in younger)])
        ask(
            f"INSERT INTO {into} ({listed(field.column for field in (*known, *younger))}) SELECT {values}"
            f" FROM ({KEPT}) kept(of_a_part), jsonb_populate_recordset(NULL::{into}, of_a_part)",
            [*map(_default, younger), number, table.name],
        )
        _count_on(into, table.model)


def _kept_columns(table: KeptTable, number: int) -> set[str]:
    """The columns that the edition's rows of a table have; none where it had no rows."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT jsonb_object_keys(of_a_part -> 0) FROM ({KEPT} LIMIT 1) kept(of_a_part)", [number, table.name])
        return {name for (name,) in cursor.fetchall()}


def _default(field: models.Field[Any, Any]) -> Any:
    with connection.schema_editor(atomic=False) as editor:
        return editor.effective_default(field)


def _count_on(into: str, model: type[models.Model]) -> None:
    """The next row that is made in the schema has a number of its own."""
    if isinstance(model._meta.pk, models.AutoField | models.BigAutoField):
        ask(f"SELECT setval(pg_get_serial_sequence(%s, %s), (SELECT max({quoted(key_of(model))}) FROM {into}))", [into, key_of(model)])


def _make_room(number: int) -> None:
    """Drops the schemas that were put back first and that nobody reads just now, where there are too many."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT substr(nspname, 9)::int FROM pg_namespace WHERE {OURS} ORDER BY oid DESC OFFSET %s", [SCHEMAS_KEPT])
        surplus = [other for (other,) in cursor.fetchall() if other != number]
    for other in surplus:
        if asked("SELECT pg_try_advisory_xact_lock(%s, %s)", [READING, other])[0]:
            ask(f"DROP SCHEMA {schema_of(other)} CASCADE")


def _is_aborted() -> bool:
    """Whether an error in the database has ended the transaction already."""
    return bool(connection.connection.info.transaction_status == TRANSACTION_STATUS_INERROR)


def _search(path: str) -> None:
    ask("SELECT set_config('search_path', %s, true)", [path])


def _name(model: type[models.Model]) -> str:
    return quoted(model._meta.db_table)


def ask(statement: str, values: list[Any] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values or [])


def asked(statement: str, values: list[Any]) -> tuple[Any, ...]:
    """The one row of an answer; a row of None where there is none."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone() or (None,)
