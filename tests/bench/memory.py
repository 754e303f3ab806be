"""How much memory processes hold; starts none."""

import threading
from collections.abc import Sequence
from types import TracebackType

import psutil

MEGABYTE = 1_000_000
LOOK_EVERY_SECONDS = 0.05


def resident(processes: Sequence[psutil.Process]) -> list[float]:
    """Megabytes in memory of each process, what it shares with others included."""
    return [process.memory_info().rss / MEGABYTE for process in processes if process.is_running()]


def proportional(processes: Sequence[psutil.Process]) -> list[float]:
    """Megabytes of each process, what is shared divided among those that share it."""
    return [process.memory_full_info().pss / MEGABYTE for process in processes if process.is_running()]


class Peak:
    """The most megabytes that any one of some processes held while this was open, and how much more that is than before."""

    def __init__(self, processes: Sequence[psutil.Process]) -> None:
        self.processes = processes
        self.before = {process.pid: megabytes for process, megabytes in zip(processes, resident(processes), strict=True)}
        self.most = dict(self.before)
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.look)

    @property
    def growth(self) -> float:
        return max(self.most[pid] - self.before[pid] for pid in self.before)

    def look(self) -> None:
        while not self.over.wait(LOOK_EVERY_SECONDS):
            for process, megabytes in zip(self.processes, resident(self.processes), strict=True):
                self.most[process.pid] = max(self.most[process.pid], megabytes)

    def __enter__(self) -> "Peak":
        self.thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.over.set()
        self.thread.join()
