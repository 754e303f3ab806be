"""Keeps the rows of one edition, each part of a table once for as long as it says the same; knows not how they are shown."""

from typing import Final

from django.db import connection, transaction

from initiatives.archive.tables import KeptTable, kept_tables
from initiatives.models import ArchivedRows, Edition, EditionPart

ROWS: Final = ArchivedRows._meta.db_table
PARTS: Final = EditionPart._meta.db_table


@transaction.atomic
def keep(edition: int) -> None:
    """The record as it stands is what this edition shows from now on; one statement a table.

    Call in the transaction that made the edition, under its lock, when everything derived is written."""
    with connection.cursor() as cursor:
        for table in kept_tables():
            cursor.execute(statement(table), [f"{table.name} ({table.columns})\n", edition, table.name])


@transaction.atomic
def keep_current() -> int | None:
    """Keeps the newest edition where that was not done, as in a database that is older than the archive; its number where it was kept now."""
    Edition.objects.lock_patiently()
    number = Edition.objects.current_number()
    if not number or EditionPart.objects.filter(edition=number).exists():
        return None
    keep(number)
    return number


def statement(table: KeptTable) -> str:
    """Hashes each part of a table, stores the parts whose hash is new, and notes which hash each part has in the edition."""
    return f"""
WITH found AS MATERIALIZED (
    SELECT {table.part} AS part,
        encode(sha256(convert_to(%s || string_agg(ROW({table.columns})::text, E'\\n' ORDER BY {table.order}), 'UTF8')), 'hex') AS hash
    FROM {table.name} WHERE {table.condition} GROUP BY 1
), stored AS (
    INSERT INTO {ROWS} (hash, rows)
    SELECT hash, (
        SELECT jsonb_agg(to_jsonb(kept) ORDER BY kept.{table.order})
        FROM (SELECT {table.columns} FROM {table.name} WHERE {table.condition} AND {table.in_part("found.part")}) kept
    )
    FROM found WHERE NOT EXISTS (SELECT 1 FROM {ROWS} known WHERE known.hash = found.hash)
    ON CONFLICT DO NOTHING
)
INSERT INTO {PARTS} (edition_id, "table", part, rows_id) SELECT %s, %s, part, hash FROM found
"""
