"""What every test shares: the embedded engines, running before Django asks for them."""

import contextlib
import os
import re
from typing import Any

import psutil
import psycopg2
import pytest
import redis
from django.conf import settings

from config import engines
from tests.settings import EMBEDDED_FOR_TESTS as EMBEDDED
from tests.settings import REDIS_NUMBER

CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run"]
HOLD = pytest.StashKey[engines.Use]()
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in the thread of the test


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
            session = re.fullmatch(r"test_initiatives_(\d+)", name)
            if session and not psutil.pid_exists(int(session[1])):
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser that also draws the pictures, as it must be started where root runs it."""
    return {**browser_type_launch_args, "executable_path": settings.CHROMIUM_PATH, "args": CHROMIUM_ARGUMENTS}


@pytest.fixture(scope="session")
def live_environment(django_db_setup: None) -> dict[str, str]:
    """The environment for a process of ours (worker, command) that works on this session's database and Redis."""
    name = str(settings.DATABASES["default"]["NAME"])
    ours = {"DATABASE_URL": EMBEDDED.database_url(name), "REDIS_URL": EMBEDDED.redis_url(REDIS_NUMBER), "DJANGO_SETTINGS_MODULE": "config.settings"}
    return {**os.environ, **ours, "PRODUCTION": "0"}
