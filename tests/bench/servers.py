"""Starts what is measured as its users start it, and ends it again; measures nothing."""

import contextlib
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from config import supervise
from config.engines import ROOT
from tests.bench.places import FOLDER, Place

BIN = Path(sys.executable).parent
HOST = "127.0.0.1"
START_TIMEOUT_SECONDS = 60
PATIENCE_SECONDS = 10


class NotStarted(Exception):
    """A server that does not answer: says which, and shows the end of its log."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its address and its first process."""

    name: str
    address: str
    process: psutil.Process

    def workers(self) -> list[psutil.Process]:
        """The processes that answer; the first one where it has no others."""
        return self.process.children(recursive=True) or [self.process]


@contextlib.contextmanager
def product(place: Place) -> Iterator[Server]:
    """The site as script/run serves it, over the record of one size."""
    port = free_port()
    web = next(service.command for service in supervise.services(port) if service.name == "web")
    with running("product", web, f"http://{HOST}:{port}", "/healthz", place.environment) as server:
        yield server


@contextlib.contextmanager
def datasette(place: Place) -> Iterator[Server]:
    """Datasette with its defaults over the same rows."""
    port = free_port()
    settings = str(Path(__file__).with_name("datasette.json"))
    command = [str(BIN / "datasette"), "serve", str(place.sqlite), "--metadata", settings, "--host", HOST, "--port", str(port)]
    with running("datasette", command, f"http://{HOST}:{port}", "/-/versions.json", place.environment) as server:
        yield server


@contextlib.contextmanager
def worker(place: Place) -> Iterator[psutil.Process]:
    """The worker as script/run starts it; the language model is loaded with the first article."""
    command = next(service.command for service in supervise.services(0) if service.name == "worker")
    with started("worker", command, place.environment) as process:
        wait(lambda: len(process.children()) >= 2, "worker", process)
        yield process


@contextlib.contextmanager
def running(name: str, command: Sequence[str], address: str, sign: str, environment: dict[str, str]) -> Iterator[Server]:
    """A web server that answers at `sign`."""
    with started(name, command, environment) as process:
        wait(lambda: answers(address + sign), name, process)
        yield Server(name, address, process)


@contextlib.contextmanager
def started(name: str, command: Sequence[str], environment: dict[str, str]) -> Iterator[psutil.Process]:
    """A process of ours with its log in the folder of the measurement."""
    with log_of(name).open("wb") as log:
        process = psutil.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
    try:
        yield process
    finally:
        end(process)


def end(process: psutil.Process) -> None:
    """Asks the process to end, and ends by force what is left of it and its children."""
    family = [process, *process.children(recursive=True)]
    process.terminate()
    _, left = psutil.wait_procs(family, timeout=PATIENCE_SECONDS)
    for one in left:
        with contextlib.suppress(psutil.NoSuchProcess):
            one.kill()


def wait(ready: Callable[[], bool], name: str, process: psutil.Process) -> None:
    """Waits until `ready` says so. Raises NotStarted."""
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while not ready():
        if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE or time.monotonic() > deadline:
            raise NotStarted(f"{name} did not start. The end of its log {log_of(name)}:\n{log_of(name).read_text(errors='replace')[-1500:]}")
        time.sleep(0.1)


def answers(address: str) -> bool:
    """Whether a server answers with success."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def log_of(name: str) -> Path:
    return FOLDER / f"{name}.log"
