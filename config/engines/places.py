"""Where the engines of one checkout live, and how a server is started there; knows no engine."""

import contextlib
import fcntl
import os
import pwd
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

DATABASE_NAME = "initiatives"
SUPERUSER = "postgres"
ACCOUNT_INSTEAD_OF_ROOT = "nobody"  # PostgreSQL refuses to run as root
SOCKET_PATH_LIMIT_BYTES = 100  # the kernel takes 107
SHORT_ENOUGH_CHARACTERS = 40  # a temporary directory with a longer name would not help
START_TIMEOUT_SECONDS = 60
STOP_TIMEOUT_SECONDS = 20


class EngineError(Exception):
    """An engine that does not start: says which, where its log is and what to do."""


@dataclass(frozen=True, slots=True)
class Places:
    """The directories, sockets and addresses of the two engines that live under `home`."""

    home: Path

    @property
    def postgresql(self) -> Path:
        """PostgreSQL's own directory, in which it works."""
        return self.home / "postgresql"

    @property
    def valkey(self) -> Path:
        """Valkey's own directory, in which it works."""
        return self.home / "valkey"

    @property
    def sockets(self) -> Path:
        """`home/sockets`, or a short directory elsewhere, remembered in `home`, when that path is too long for a socket."""
        near = self.home / "sockets"
        if len(os.fsencode(near / ".s.PGSQL.5432.lock")) <= SOCKET_PATH_LIMIT_BYTES:
            near.mkdir(parents=True, exist_ok=True)
            return near
        return short_directory(self.home / "sockets-are-in")

    @property
    def valkey_socket(self) -> Path:
        return self.sockets / "valkey.sock"

    def database_url(self, name: str = DATABASE_NAME) -> str:
        """The address of one database of the embedded PostgreSQL."""
        return f"postgresql://{SUPERUSER}@/{name}?host={self.sockets}"

    def redis_url(self, number: int = 0) -> str:
        """The address of one numbered database of the embedded Valkey."""
        return f"unix://{self.valkey_socket}?db={number}"


def short_directory(memory: Path) -> Path:
    """The directory named in the file `memory`, made anew under the temporary directory when it is gone."""
    if memory.exists() and Path(memory.read_text()).is_dir():
        return Path(memory.read_text())
    made = Path(tempfile.mkdtemp(prefix="initiatives-", dir="/tmp" if len(tempfile.gettempdir()) > SHORT_ENOUGH_CHARACTERS else None))
    memory.parent.mkdir(parents=True, exist_ok=True)
    fresh = memory.with_name(f"{memory.name}.{os.getpid()}")
    fresh.write_text(str(made))
    fresh.replace(memory)
    return made


def of_package(name: str) -> Path:
    """The folder of an installed package, without running its code."""
    found = find_spec(name)
    if found is None or not found.submodule_search_locations:
        raise EngineError(f"The package {name} is not installed. Run script/run or script/test, which install it, or set DATABASE_URL and REDIS_URL.")
    return Path(found.submodule_search_locations[0])


@contextlib.contextmanager
def gate(home: Path) -> Iterator[None]:
    """One process at a time starts or stops the engines of `home`; the lock ends with its process."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "gate").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def account() -> str | None:
    """The account that runs PostgreSQL instead of root; None when we are not root."""
    return ACCOUNT_INSTEAD_OF_ROOT if os.geteuid() == 0 else None


def as_account(name: str | None) -> dict[str, Any]:
    """The arguments of `subprocess` that run a program as this account."""
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
