"""A full database of the earliest shape goes forward to today's, with the same record, history and totals."""

import contextlib
import io
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from tests.settings import EMBEDDED_FOR_TESTS as EMBEDDED

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

EARLIEST = "0003_history_of_countries"  # the first in which every table of the record has its history
NOTHING_MOVED = "Nothing moved"


@pytest.fixture
def early(db: None) -> Iterator[str]:
    """The address of a database whose tables have the earliest shape."""
    name = f"{settings.DATABASES['default']['NAME']}_early"
    server = psycopg2.connect(EMBEDDED.database_url("postgres"))
    server.autocommit = True
    with contextlib.closing(server), server.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}"')
        managed(EMBEDDED.database_url(name), "migrate", "initiatives", EARLIEST)
        yield EMBEDDED.database_url(name)
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def managed(address: str, *command: str) -> str:
    """What a command says that works on the database of this address."""
    ours = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "config.settings", "PRODUCTION": "0"}
    done = subprocess.run([".venv/bin/python", "manage.py", *command], cwd=settings.BASE_DIR, env=ours, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def columns(cursor: Any, table: str) -> set[str]:
    cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_name = %s AND is_generated = 'NEVER'", [table])
    return {name for (name,) in cursor.fetchall()}


def fill(address: str) -> dict[str, list[str]]:
    """Puts what the test database holds into the tables of the earliest shape; the columns of each that they have in common."""
    shared: dict[str, list[str]] = {}
    with contextlib.closing(psycopg2.connect(address)) as early, early.cursor() as old, connection.cursor() as new:
        old.execute("SET session_replication_role = replica")
        for model in apps.get_app_config("initiatives").get_models():
            table = model._meta.db_table
            common = sorted(columns(old, table) & columns(new, table))
            if common:
                shared[table] = common
                listed = ", ".join(f'"{name}"' for name in common)
                rows = io.BytesIO()
                new.copy_expert(f'COPY "{table}" ({listed}) TO STDOUT', rows)
                rows.seek(0)
                old.execute(f'DELETE FROM "{table}"')
                old.copy_expert(f'COPY "{table}" ({listed}) FROM STDIN', rows)
        early.commit()
    return shared


def state(address: str, shared: dict[str, list[str]]) -> dict[str, tuple[int, str]]:
    """How many rows each table has, and the hash of what they hold in these columns."""
    with contextlib.closing(psycopg2.connect(address)) as reading, reading.cursor() as cursor:
        found = {}
        for table, names in shared.items():
            listed = ", ".join(f'"{name}"' for name in names)
            whole = f'SELECT row({listed})::text AS line FROM "{table}"'
            cursor.execute(f"SELECT count(*), coalesce(md5(string_agg(line, E'\\n' ORDER BY line)), '') FROM ({whole}) x")
            ((rows, mark),) = cursor.fetchall()
            found[table] = (rows, mark)
        return found


def test_a_full_database_goes_forward_with_the_same_record_history_and_totals(curated: Path, early: str) -> None:
    shared = fill(early)
    assert {"initiatives_fundingentry", "initiatives_historicalfundingentry", "initiatives_fundingcount"} <= shared.keys()
    before = state(early, shared)
    assert before["initiatives_fundingentry"][0] > 500
    assert before["initiatives_fundingcount"][0] > 500
    managed(early, "migrate")
    assert "No migrations to apply" in managed(early, "migrate")
    assert state(early, shared) == before
    assert NOTHING_MOVED in managed(early, "recount")
