"""Runs web, worker and scheduler of one checkout on this machine, and stops them; knows nothing of Django.

`python -m config.supervise run` stays until it is stopped; `python -m config.supervise stop` stops everything.
"""

import contextlib
import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import IO

from config import engines, env, processes

ROOT = engines.ROOT
VAR = ROOT / "var"
BIN = Path(sys.executable).parent
HOST = "127.0.0.1"  # the demo account exists here, so nobody else may reach it
DEFAULT_PORT = 8000
READY_TIMEOUT_SECONDS = 120
PATIENCE_SECONDS = 8
LOOK_EVERY_SECONDS = 2
RESTARTS_ALLOWED = 5  # within the time below; more means that it cannot work
RESTARTS_WITHIN_SECONDS = 60
DEMO_NAME = "demo"
DEMO_PASSWORD_BYTES = 12
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class CannotRun(Exception):
    """Why the product cannot run here, with the way out."""


class Stopped(Exception):
    """Somebody asked us to stop."""


@dataclass(slots=True)
class Service:
    """One long-running process that is started again when it ends by itself."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    starts: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Raises CannotRun when it was started too often in too short a time."""
        self.starts = [moment for moment in self.starts if moment > time.monotonic() - RESTARTS_WITHIN_SECONDS]
        if len(self.starts) > RESTARTS_ALLOWED:
            raise CannotRun(
                f"{self.name} ended {len(self.starts)} times within a minute. The end of its log {log_of(self.name)}:\n{tail(log_of(self.name))}"
            )
        self.starts.append(time.monotonic())
        with log_of(self.name).open("ab") as log:
            self.process = subprocess.Popen(
                self.command, cwd=ROOT, env=processes.marked(ROOT), stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )

    def keep(self) -> None:
        """Starts it again when it has ended."""
        if self.process is None or self.process.poll() is not None:
            self.start()


def main() -> int:
    """The command line; answers the exit code."""
    verb = sys.argv[1] if len(sys.argv) > 1 else ""
    if verb not in {"run", "stop"}:
        print("Use: python -m config.supervise run | stop", file=sys.stderr)
        return 2
    try:
        run() if verb == "run" else stop()
    except (CannotRun, engines.EngineError, env.SettingError) as error:
        print(error, file=sys.stderr)
        return 1
    except Stopped:
        print("Stopped.", file=sys.stderr)
    return 0


def run() -> None:
    """Prepares, starts and keeps everything until a signal asks to stop."""
    carry_mark()
    for name in STOP_SIGNALS:
        signal.signal(name, ask_to_stop)
    port = env.number("PORT", DEFAULT_PORT)
    with only_one(port), left_clean(), engines.running():
        refuse_taken(port)
        prepare()
        keep(services(port), port)


def stop() -> None:
    """Stops everything of this checkout, also what a crash left behind."""
    processes.end(processes.of(ROOT), PATIENCE_SECONDS + engines.STOP_TIMEOUT_SECONDS)
    engines.of_checkout().stop()
    print("Nothing of this checkout runs any more.", file=sys.stderr)


def carry_mark() -> None:
    """Starts this program anew with the mark in its environment, by which `stop` finds it."""
    if os.environ.get(processes.MARK) != str(ROOT):
        os.execve(sys.executable, [sys.executable, "-m", "config.supervise", "run"], processes.marked(ROOT))


def ask_to_stop(number: int, frame: FrameType | None) -> None:
    for name in STOP_SIGNALS:
        signal.signal(name, signal.SIG_IGN)  # stopping is not interrupted; whoever is in a greater hurry has SIGKILL
    raise Stopped


@contextlib.contextmanager
def only_one(port: int) -> Iterator[None]:
    """Refuses a second run of the same checkout; the lock ends with its process."""
    VAR.mkdir(exist_ok=True)
    with (VAR / "supervisor").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotRun(f"This checkout runs already, at {first_line(file)}. Stop it with script/stop.") from None
        file.truncate(0)
        file.write(f"http://{HOST}:{port}/\n")
        file.flush()
        yield


def first_line(file: IO[str]) -> str:
    file.seek(0)
    return file.readline().strip()


@contextlib.contextmanager
def left_clean() -> Iterator[None]:
    """No service of this checkout runs before, or after."""
    processes.end(processes.of(ROOT), PATIENCE_SECONDS)
    try:
        yield
    finally:
        processes.end(processes.of(ROOT), PATIENCE_SECONDS)


def refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            raise CannotRun(f"Port {port} cannot be used: {error}. Choose another: PORT={DEFAULT_PORT + 1} script/run") from error


def prepare() -> None:
    """Migrates, loads the record when it changed, makes the demo editor and collects the files that are served."""
    for folder in (VAR / "log", VAR / "beat"):
        folder.mkdir(parents=True, exist_ok=True)
    env.kept_secret(VAR / "demo_password", DEMO_PASSWORD_BYTES)
    say("Preparing the database and the record …")
    command = [sys.executable, str(ROOT / "manage.py"), "prepare_site", "--demo"]
    if subprocess.run(command, cwd=ROOT, env=processes.marked(ROOT), stdin=subprocess.DEVNULL).returncode:
        raise CannotRun("The site could not be prepared; the lines above say why.")


def services(port: int) -> list[Service]:
    """Web, workers and scheduler, as they also run in containers: slow servers hold up the fetcher, and no reading."""
    web = ["gunicorn", "config.wsgi", "--config", "config/gunicorn.py", "--bind", f"{HOST}:{port}"]
    fetcher, worker = worker_of("fetcher", "fetch"), worker_of("worker", "understand,export")
    beat = ["celery", "--app", "config", "beat", "--pidfile="]
    return [
        Service(name, [str(BIN / command[0]), *command[1:]])
        for name, command in (("web", web), ("fetcher", fetcher), ("worker", worker), ("beat", beat))
    ]


def worker_of(name: str, queues: str) -> list[str]:
    """A worker of two processes for these queues."""
    options = ["--concurrency", "2", "--without-gossip", "--without-mingle", "--hostname", f"{name}@%h", "--queues", queues]
    return ["celery", "--app", "config", "worker", *options]


def keep(kept: list[Service], port: int) -> None:
    """Starts the services, says when they are ready, and starts again whatever ends."""
    for service in kept:
        service.start()
    wait_until_ready(kept, port)
    welcome(port)
    while True:
        if engines.needed():
            engines.of_checkout().start()
        for service in kept:
            service.keep()
        time.sleep(LOOK_EVERY_SECONDS)


def wait_until_ready(kept: list[Service], port: int) -> None:
    deadline = time.monotonic() + READY_TIMEOUT_SECONDS
    while not (answer := readiness(port)).get("ready"):
        if time.monotonic() > deadline:
            raise CannotRun(f"Not ready after {READY_TIMEOUT_SECONDS} seconds: {answer}. The logs are in {VAR / 'log'}.")
        for service in kept:
            service.keep()
        time.sleep(0.5)


def readiness(port: int) -> dict[str, object]:
    """What /readyz says; empty while nobody answers."""
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/readyz", timeout=5) as answer:
            return dict(json.load(answer))
    except urllib.error.HTTPError as error:
        return dict(json.load(error)) if error.code == 503 else {}
    except (OSError, ValueError):
        return {}


def welcome(port: int) -> None:
    password = env.kept_secret(VAR / "demo_password", DEMO_PASSWORD_BYTES)
    say(f"\nReady: http://{HOST}:{port}/")
    say(f"The desk: http://{HOST}:{port}/desk/  sign in as {DEMO_NAME} with the password {password}")
    say(f"           {DEMO_NAME}-contributor and {DEMO_NAME}-administrator have the same password, to try those roles")
    say("Logs are in var/log/. Ctrl-C stops everything.\n")


def log_of(name: str) -> Path:
    return VAR / "log" / f"{name}.log"


def tail(path: Path) -> str:
    return path.read_text(errors="replace")[-1500:]


def say(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
