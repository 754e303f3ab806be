"""Processes are found by what they are and ended in the right order."""

import subprocess
import sys
from pathlib import Path

import psutil

from config import processes

SLEEP = "import time; time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"


def test_only_the_processes_of_this_checkout_are_found(tmp_path: Path) -> None:
    ours = subprocess.Popen([sys.executable, "-c", SLEEP], env=processes.marked(tmp_path))
    theirs = subprocess.Popen([sys.executable, "-c", SLEEP], env=processes.marked(tmp_path / "other"))
    try:
        assert [process.pid for process in processes.of(tmp_path)] == [ours.pid]
    finally:
        processes.end([psutil.Process(ours.pid), psutil.Process(theirs.pid)], 5)
    assert processes.of(tmp_path) == []


def test_a_process_that_will_not_end_is_ended_by_force(tmp_path: Path) -> None:
    deaf = subprocess.Popen([sys.executable, "-c", STUBBORN], env=processes.marked(tmp_path), stdout=subprocess.PIPE)
    assert deaf.stdout is not None
    assert deaf.stdout.readline() == b"deaf\n"
    processes.end(processes.of(tmp_path), patience_seconds=0.3)
    assert processes.of(tmp_path) == []
    deaf.stdout.close()


def test_a_process_is_found_by_the_directory_it_works_in(tmp_path: Path) -> None:
    worker = subprocess.Popen([sys.executable, "-c", SLEEP], cwd=tmp_path)
    found = processes.working_in(tmp_path)
    processes.end(found, 5)
    assert [process.pid for process in found] == [worker.pid]
