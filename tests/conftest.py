"""What every test shares: the embedded engines, running before Django asks for them."""

import contextlib
import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import psycopg2
import pytest
import redis
from django.conf import settings
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker

from config import engines
from initiatives.reference import load_statistics
from tests import record
from tests.settings import EMBEDDED_FOR_TESTS as EMBEDDED
from tests.settings import REDIS_NUMBER
from tests.worlds import Worlds, commits, world_of

CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run"]
HOLD = pytest.StashKey[engines.Use]()
EXAMPLES_OF_A_LAW = 120 if os.environ.get("CI") else 40
FILL_AGAIN = pytest.StashKey[Callable[[], None]]()
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in the thread of the test

READERS_SECONDS = 5
hypothesis_settings.register_profile("laws", max_examples=EXAMPLES_OF_A_LAW, deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis_settings.load_profile("laws")


def pytest_configure(config: pytest.Config) -> None:
    """Starts the engines when none runs and clears away the databases of sessions that were killed."""
    config.stash[HOLD] = EMBEDDED.use()
    drop_abandoned_databases()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Empties this session's Redis and lets go of the engines; the last user stops them."""
    with redis.Redis.from_url(EMBEDDED.redis_url(REDIS_NUMBER)) as client:
        client.flushdb()
    config.stash[HOLD].end()


def drop_abandoned_databases() -> None:
    connection = psycopg2.connect(EMBEDDED.database_url("postgres"))
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'test_initiatives_%'")
        for (name,) in cursor.fetchall():
            session = re.fullmatch(r"test_initiatives_(\d+)(_\w+)?", name)
            if session and not psutil.pid_exists(int(session[1])):
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker, pytestconfig: pytest.Config) -> None:
    """The test database with the statistics of countries, which the first loading of any file would add; what is in it is remembered."""
    ours = settings.DATABASES["default"]
    if not str(ours["NAME"]).startswith(str(ours["TEST"]["NAME"])):
        pytest.exit("A test asks for the database without saying so beforehand, and would write into the site's own: mark it with django_db.", 1)
    with django_db_blocker.unblock():
        load_statistics()
        tables = record.remembered()

    def fill_again() -> None:
        with django_db_blocker.unblock():
            record.put_back(record.emptied(tables))

    pytestconfig.stash[FILL_AGAIN] = fill_again


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """A test that committed leaves empty tables behind: fills those again that were filled before it, where a test follows.

    Whoever still reads for a page of a browser comes to an end first: emptying the tables beside a reader can lock both up.

    After the last one the test database is gone, and the connection leads to the site's own.
    """
    if "live_server" in getattr(item, "fixturenames", ()):
        wait_for_readers(str(settings.DATABASES["default"]["NAME"]))
    yield
    if nextitem is not None and commits(item) and FILL_AGAIN in item.config.stash:
        item.config.stash[FILL_AGAIN]()


def wait_for_readers(database: str) -> None:
    """Waits, for a few seconds at most, until no session of the database is at work."""
    connection = psycopg2.connect(EMBEDDED.database_url("postgres"))
    connection.autocommit = True
    end = time.monotonic() + READERS_SECONDS
    with contextlib.closing(connection), connection.cursor() as cursor:
        while time.monotonic() < end:
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND state <> 'idle'", [database])
            if cursor.fetchone() == (0,):
                return
            time.sleep(0.05)


@pytest.hookimpl(tryfirst=True)
def pytest_itemcollected(item: pytest.Item) -> None:
    """What needs the test database is marked so. One that shares a record with its file is let into it too: unmarked, it would see the site's own."""
    fixtures = getattr(item, "fixturenames", ())
    if "curated_tables" in fixtures and not item.get_closest_marker("django_db"):
        item.add_marker(pytest.mark.django_db)
    if "django_db_setup" in fixtures or item.get_closest_marker("django_db"):
        item.add_marker(pytest.mark.database)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests come first, so that no worker is left alone with one at the end."""
    items.sort(key=lambda item: not (item.get_closest_marker("slow") or item.get_closest_marker("browser")))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser that also draws the pictures, as it must be started where root runs it."""
    return {**browser_type_launch_args, "executable_path": settings.CHROMIUM_PATH, "args": CHROMIUM_ARGUMENTS}


@pytest.fixture(scope="session")
def worlds(django_db_setup: None, django_db_blocker: DjangoDbBlocker, request: pytest.FixtureRequest) -> Iterator[Worlds]:
    """The databases of this session."""
    with django_db_blocker.unblock():
        found = Worlds(request.session.items)
    yield found
    with django_db_blocker.unblock():
        found.end()


@pytest.fixture
def _in_its_world(worlds: Worlds, django_db_blocker: DjangoDbBlocker, request: pytest.FixtureRequest) -> None:
    with django_db_blocker.unblock():
        worlds.enter(world_of(request.node))


@pytest.fixture
def _django_db_helper(_in_its_world: None, _django_db_helper: None) -> None:
    """What opens a test's transaction, in the database where the test works."""


@pytest.fixture(scope="session")
def live_environment(worlds: Worlds) -> dict[str, str]:
    """The environment for a process of ours (worker, command) that works on this session's database and Redis."""
    ours = {
        "DATABASE_URL": EMBEDDED.database_url(worlds.own),
        "REDIS_URL": EMBEDDED.redis_url(REDIS_NUMBER),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    return {**os.environ, **ours, "PRODUCTION": "0"}


@pytest.fixture(scope="session")
def curated_tables(worlds: Worlds) -> tuple[record.Table, ...]:
    """What the tables of the curated record hold, to be put back."""
    return worlds.tables["curated"]


@pytest.fixture
def curated(worlds: Worlds, curated_tables: tuple[record.Table, ...], db: None) -> Path:
    """The curated record, as loading it leaves the database; its file."""
    if worlds.current != "curated":
        record.put_back(curated_tables)
    return record.CURATED
