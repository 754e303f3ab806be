"""Copies the measured record into SQLite for Datasette, with what each entry counts, so that its plain sums are right; changes nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg2

from tests.bench.places import Place

ROWS_AT_A_TIME = 5_000
TABLES = {
    "initiatives": (
        "id INTEGER PRIMARY KEY, slug TEXT UNIQUE, name TEXT, country TEXT, kind TEXT, status TEXT, announced TEXT, summary TEXT",
        "SELECT id, slug, name, countries[1], kind, status, announced, summary FROM initiatives_initiative ORDER BY id",
    ),
    "funding": (
        "id INTEGER PRIMARY KEY, initiative_id INTEGER REFERENCES initiatives(id), key TEXT, amount REAL, currency TEXT, net_usd REAL,"
        " stage TEXT, origin TEXT, scope TEXT, announced_on TEXT, relation TEXT, instrument TEXT",
        "SELECT e.id, e.initiative_id, e.key, e.amount::float8, e.currency, c.usd_net::float8, e.stage,"
        " e.origin, e.scope, e.announced_on, e.relation, e.instrument FROM initiatives_fundingentry e"
        " JOIN initiatives_fundingcount c ON c.entry_id = e.id JOIN initiatives_snapshot s ON s.id = c.snapshot_id WHERE s.day IS NULL ORDER BY e.id",
    ),
    "participants": (
        "id INTEGER PRIMARY KEY, initiative_id INTEGER REFERENCES initiatives(id), organization TEXT, kind TEXT, country TEXT,"
        " role TEXT, status TEXT",
        "SELECT p.id, p.initiative_id, o.name, o.kind, o.country_id, p.role, p.status"
        " FROM initiatives_participation p JOIN initiatives_organization o ON o.id = p.organization_id ORDER BY p.id",
    ),
}
INDEXES = """
CREATE INDEX initiatives_country ON initiatives(country);
CREATE INDEX initiatives_kind ON initiatives(kind);
CREATE INDEX initiatives_status ON initiatives(status);
CREATE INDEX initiatives_announced ON initiatives(announced);
CREATE INDEX funding_initiative ON funding(initiative_id);
CREATE INDEX funding_origin ON funding(origin, stage);
CREATE INDEX participants_initiative ON participants(initiative_id);
CREATE VIRTUAL TABLE initiatives_fts USING fts5(name, summary, content='initiatives', content_rowid='id');
INSERT INTO initiatives_fts(initiatives_fts) VALUES ('rebuild');
ANALYZE;
"""


def copy(place: Place) -> None:
    """Writes the SQLite file of one size anew, with the indexes that its facets, filters and search use."""
    place.sqlite.unlink(missing_ok=True)
    with closing(psycopg2.connect(place.engines.database_url(place.database))) as source, closing(sqlite3.connect(place.sqlite)) as target:
        target.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        for table, (columns, statement) in TABLES.items():
            target.execute(f"CREATE TABLE {table} ({columns})")
            for rows in batches(source, statement):
                target.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        target.commit()
        target.executescript(INDEXES)


def batches(source: "psycopg2.extensions.connection", statement: str) -> Iterator[list[tuple[object, ...]]]:
    """The rows of a statement, some at a time, so that memory stays flat."""
    with source.cursor("copied") as cursor:
        cursor.execute(statement)
        while rows := cursor.fetchmany(ROWS_AT_A_TIME):
            yield rows
    source.rollback()


def is_there(path: Path) -> bool:
    """Whether an earlier run left a whole file."""
    if not path.exists():
        return False
    with closing(sqlite3.connect(path)) as database:
        return bool(database.execute("SELECT 1 FROM sqlite_master WHERE name = 'initiatives_fts'").fetchone())
