"""Databases that are filled once in a session: a test that asks for such a world works there, in a transaction that is rolled back.

A world is called as the fixture that gives it. A test whose transactions are real stays in the test database, and the fixture fills that one.
"""

import contextlib
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import psycopg2
import pytest
from django.db import connection

from initiatives.exchange import load as loading
from tests import record
from tests.dashboard.north import write_two_countries
from tests.settings import EMBEDDED_FOR_TESTS as EMBEDDED


def load_two_countries() -> None:
    with tempfile.TemporaryDirectory() as folder:
        loading.load(write_two_countries(Path(folder)))


WORLDS: dict[str, Callable[[], object]] = {"curated": lambda: loading.load(record.CURATED), "two_countries": load_two_countries}


class Worlds:
    """The databases of one session: the test database, where `current` is None, and beside it one for each world that its tests ask for."""

    def __init__(self, items: Iterable[pytest.Item]) -> None:
        self.own = str(connection.settings_dict["NAME"])
        self.current: str | None = None
        self.tables: dict[str, tuple[record.Table, ...]] = {}
        asked = {name for item in items for name in getattr(item, "fixturenames", ())}
        for world in WORLDS:
            if world in asked or f"{world}_tables" in asked:
                self._make(world)
        self.enter(None)

    def enter(self, world: str | None) -> None:
        """Leads the connection to a world, or back to the test database."""
        if world != self.current:
            connection.close()
            connection.settings_dict["NAME"] = self._name_of(world)
            self.current = world

    def end(self) -> None:
        """Leaves nothing but the test database, which nobody looks at any more."""
        self.enter(None)
        connection.close()
        ask_the_server(*(f'DROP DATABASE "{self._name_of(world)}" WITH (FORCE)' for world in self.tables))
        ask_the_server(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{self.own}'")

    def _make(self, world: str) -> None:
        self.enter(None)
        filled_before = {table.name for table in record.remembered()}
        connection.close()
        ask_the_server(f'CREATE DATABASE "{self._name_of(world)}" TEMPLATE "{self.own}"')
        self.enter(world)
        WORLDS[world]()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        self.tables[world] = tuple(table for table in record.remembered() if table.name not in filled_before)

    def _name_of(self, world: str | None) -> str:
        return f"{self.own}_{world}" if world else self.own


def ask_the_server(*statements: str) -> None:
    """Runs statements about whole databases, outside of any transaction."""
    server = psycopg2.connect(EMBEDDED.database_url("postgres"))
    server.autocommit = True
    with contextlib.closing(server), server.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def world_of(item: pytest.Item) -> str | None:
    """The world that a test works in."""
    return None if commits(item) else next((world for world in WORLDS if world in getattr(item, "fixturenames", ())), None)


def commits(item: pytest.Item) -> bool:
    """Whether a test's transactions are real, so that its tables are emptied after it."""
    marker = item.get_closest_marker("django_db")
    fixtures = getattr(item, "fixturenames", ())
    return bool(marker and marker.kwargs.get("transaction")) or "transactional_db" in fixtures or "live_server" in fixtures
