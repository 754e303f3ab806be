"""A command on a database without tables prepares its own, and says of another's how."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest

from initiatives.management.prepared import is_ready
from tests.settings import EMBEDDED_FOR_TESTS as EMBEDDED

ROOT = Path(__file__).parents[3]
NAME = "test_without_tables"


@pytest.fixture
def without_tables() -> Iterator[str]:
    connection = psycopg2.connect(EMBEDDED.database_url("postgres"))
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {NAME}")
        cursor.execute(f"CREATE DATABASE {NAME}")
        yield EMBEDDED.database_url(NAME)
        cursor.execute(f"DROP DATABASE {NAME} WITH (FORCE)")
    connection.close()


@pytest.mark.slow
@pytest.mark.django_db
def test_a_database_of_somebody_else_is_left_alone_and_the_way_out_is_named(live_environment: dict[str, str], without_tables: str) -> None:
    environment = live_environment | {"DATABASE_URL": without_tables}
    done = subprocess.run([sys.executable, "manage.py", "understand"], input=b"", cwd=ROOT, env=environment, capture_output=True, timeout=60)
    assert done.returncode == 1
    assert b"CommandError: The database is not as this version needs it. Run manage.py prepare_site once" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_prepared_database_is_left_as_it_is(db: None) -> None:
    assert is_ready()
