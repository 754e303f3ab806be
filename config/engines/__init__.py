"""Starts and stops the embedded PostgreSQL and Valkey of one checkout; knows nothing of Django.

Nothing that a crash can leave behind decides anything: who uses the engines is told by file locks, which end with
their process, and which processes are engines is told by the directory they work in.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

from config.engines import postgresql, valkey
from config.engines.places import STOP_TIMEOUT_SECONDS, EngineError, Places, gate
from config.engines.valkey import NUMBERS as REDIS_NUMBERS

__all__ = ["REDIS_NUMBERS", "ROOT", "STOP_TIMEOUT_SECONDS", "EngineError", "Engines", "Use", "needed", "of_checkout", "running"]

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Engines(Places):
    """The two engines that live under `home`."""

    def use(self) -> "Use":
        """Starts what does not run and holds it; `Use.end` stops the engines when nobody else holds them."""
        with gate(self.home):
            hold = (self.home / "in-use").open("a")
            fcntl.flock(hold, fcntl.LOCK_SH)
            self.start_both()
        return Use(self, hold)

    def start(self) -> None:
        """Starts again what does not answer; for a process that holds the engines already."""
        if not (postgresql.answers(self) and valkey.answers(self)):
            with gate(self.home):
                self.start_both()

    def start_both(self) -> None:
        postgresql.start(self)
        valkey.start(self)

    def stop(self) -> None:
        """Stops both engines, whoever uses them; nothing happens when none runs."""
        if self.home.exists():
            with gate(self.home):
                self.stop_both()

    def stop_both(self) -> None:
        valkey.stop(self)
        postgresql.stop(self)


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
                self.engines.stop_both()

    def __enter__(self) -> "Use":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.end()


def is_alone(hold: IO[str]) -> bool:
    try:
        fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


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
