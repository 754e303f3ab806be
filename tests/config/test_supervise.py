"""The whole product in a copy of this checkout: started, crashed, started again and stopped, as its owner does."""

import json
import os
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from config import processes
from config.engines import ROOT, Engines, of_checkout

pytestmark = pytest.mark.slow

NOT_COPIED = shutil.ignore_patterns(".git", ".venv", "var", "tests", "node_modules", "__pycache__", ".*_cache", ".hypothesis")
READY_SECONDS = 120
UNSET = {"DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", processes.MARK}


@pytest.fixture(scope="module")
def checkout() -> Iterator[Path]:
    """A second checkout, with nothing running in it afterwards; pytest would close its common folder to the account that runs PostgreSQL."""
    with tempfile.TemporaryDirectory(prefix="second-") as folder:
        copy = Path(folder) / "checkout"
        shutil.copytree(ROOT, copy, ignore=NOT_COPIED)
        yield copy
        supervise(copy, "stop").wait(60)


@pytest.fixture(autouse=True)
def _nothing_left(checkout: Path) -> Iterator[None]:
    """What a failing test leaves running must not fail the next one."""
    yield
    supervise(checkout, "stop").wait(60)


@pytest.fixture
def port() -> int:
    """A port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_one_command_starts_everything_and_ctrl_c_stops_all_of_it(checkout: Path, port: int) -> None:
    running = supervise(checkout, "run", port)
    wait_until(lambda: ready(port), running)
    assert re.search(r"sign in as demo with the password \S{16}", welcome(running))
    assert all(rights(checkout / "var" / name) == 0o600 for name in ("secret_key", "demo_password"))
    assert listening(checkout) == {("127.0.0.1", port)}
    running.send_signal(signal.SIGINT)
    assert running.wait(40) == 0
    assert everything(checkout) == []


def test_a_second_run_of_the_same_checkout_is_refused_with_the_address_of_the_first(checkout: Path, port: int) -> None:
    running = supervise(checkout, "run", port)
    wait_until(lambda: ready(port), running)
    second = supervise(checkout, "run", port + 1)
    assert second.wait(30) == 1
    assert f"runs already, at http://127.0.0.1:{port}/" in output(second)
    stop(checkout)
    assert running.wait(40) == 0


def test_a_killed_worker_web_or_engine_is_started_again(checkout: Path, port: int) -> None:
    running = supervise(checkout, "run", port)
    wait_until(lambda: ready(port), running)
    engines = of_checkout(checkout)
    for victims in (
        services(checkout, "worker"),
        services(checkout, "gunicorn"),
        processes.working_in(engines.valkey),
        processes.working_in(engines.postgresql),
    ):
        assert victims
        processes.send(victims, signal.SIGKILL)
        wait_until(lambda killed=victims: not any(processes.lives(one) for one in killed) and ready(port), running)  # type: ignore[misc]
    stop(checkout)
    assert everything(checkout) == []


def test_a_crash_never_blocks_the_next_start_and_one_command_stops_what_it_left(checkout: Path, port: int) -> None:
    crashed = supervise(checkout, "run", port)
    wait_until(lambda: ready(port), crashed)
    crashed.kill()
    crashed.wait()
    assert everything(checkout)
    again = supervise(checkout, "run", port)
    wait_until(lambda: ready(port), again)
    again.kill()
    again.wait()
    stop(checkout)
    assert everything(checkout) == []


def test_a_port_in_use_is_named_with_the_way_out(checkout: Path, port: int) -> None:
    with socket.create_server(("127.0.0.1", port)):
        refused = supervise(checkout, "run", port)
        assert refused.wait(60) == 1
    assert f"Port {port} cannot be used" in (said := output(refused))
    assert "PORT=" in said
    assert everything(checkout) == []


def supervise(checkout: Path, verb: str, port: int = 0) -> subprocess.Popen[str]:
    """`config.supervise` of the copy, as a process that no setting of this session reaches."""
    environment = {name: value for name, value in os.environ.items() if name not in UNSET} | {"PORT": str(port)}
    command = [sys.executable, "-m", "config.supervise", verb]
    return subprocess.Popen(
        command, cwd=checkout, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )


def stop(checkout: Path) -> None:
    assert supervise(checkout, "stop").wait(60) == 0


def welcome(running: subprocess.Popen[str]) -> str:
    """What is said up to the line that tells how to stop."""
    assert running.stdout is not None
    said = ""
    while "Ctrl-C" not in said:
        said += running.stdout.readline()
    return said


def output(ended: subprocess.Popen[str]) -> str:
    return ended.communicate()[0]


def wait_until(true: Callable[[], bool], running: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while not true():
        assert running.poll() is None, output(running)
        assert time.monotonic() < deadline
        time.sleep(0.2)


def ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
            return bool(json.load(answer)["ready"])
    except (urllib.error.URLError, OSError):
        return False


def services(checkout: Path, word: str) -> list[psutil.Process]:
    return processes.leaders([process for process in processes.of(checkout) if word in " ".join(process.cmdline())])


def everything(checkout: Path) -> list[psutil.Process]:
    """Every process of the copy: services and engines."""
    engines: Engines = of_checkout(checkout)
    return [*processes.of(checkout), *processes.working_in(engines.postgresql), *processes.working_in(engines.valkey)]


def listening(checkout: Path) -> set[tuple[str, int]]:
    """The network addresses that the copy's processes listen on."""
    return {address for process in everything(checkout) for address in listened_by(process)}


def listened_by(process: psutil.Process) -> set[tuple[str, int]]:
    """Nothing for a process that ended since it was listed, as the short-lived ones of the engines do."""
    try:
        connections = process.net_connections("inet")
    except psutil.NoSuchProcess:
        return set()
    return {(connection.laddr.ip, connection.laddr.port) for connection in connections if connection.status == psutil.CONN_LISTEN}


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
