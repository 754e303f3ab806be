"""Finds and ends processes by what they are, not by files that a crash leaves behind.

The services of a checkout carry its path in their environment; an engine works in its own directory.
"""

import contextlib
import os
import signal
import time
from pathlib import Path

import psutil

MARK = "SUPERVISED_CHECKOUT"


def marked(root: Path) -> dict[str, str]:
    """The environment for a process that belongs to the checkout at `root`."""
    return {**os.environ, MARK: str(root), "PYTHONUNBUFFERED": "1"}


def working_in(directory: Path) -> list[psutil.Process]:
    """Every living process whose working directory is `directory`."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.status() != psutil.STATUS_ZOMBIE and process.cwd() == str(directory):
                found.append(process)
    return found


def of(root: Path) -> list[psutil.Process]:
    """Every living process of the checkout, whoever started it, but not this one."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.pid != os.getpid() and process.environ().get(MARK) == str(root):
                found.append(process)
    return found


def leaders(found: list[psutil.Process]) -> list[psutil.Process]:
    """Those that no other of them started: a server ends its own children, and in the right order."""
    numbers = {process.pid for process in found}
    return [process for process in found if parent_of(process) not in numbers]


def parent_of(process: psutil.Process) -> int:
    try:
        return int(process.ppid())
    except psutil.NoSuchProcess:
        return 0


def end(found: list[psutil.Process], patience_seconds: float, how: signal.Signals = signal.SIGTERM) -> None:
    """Asks the leaders to end, waits for all, and ends by force what is left."""
    send(leaders(found), how)
    left = wait_for_end(found, patience_seconds)
    send(left, signal.SIGKILL)
    wait_for_end(left, patience_seconds)


def send(found: list[psutil.Process], how: signal.Signals) -> None:
    for process in found:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.send_signal(how)


def wait_for_end(found: list[psutil.Process], patience_seconds: float) -> list[psutil.Process]:
    """Those that still live after that time; one that only waits for its parent to take note does not live."""
    deadline = time.monotonic() + patience_seconds
    while (left := [process for process in found if lives(process)]) and time.monotonic() < deadline:
        psutil.wait_procs(left, timeout=0.05)
    return left


def lives(process: psutil.Process) -> bool:
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
