"""Other products that show the same chart over the same rows, each in an environment of its own that is made when it is first asked for."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.places import FOLDER, Place
from tests.bench.servers import HOST, Server, free_port, running

PACKAGES: Final = {
    "datasette-vega": ("datasette==0.65.5", "datasette-vega==0.6.2"),
    "datasette-dashboards": ("datasette==0.65.5", "datasette-dashboards==0.8.0"),
    "dash": ("dash==4.4.1", "gunicorn==27.0.1"),
}
SIGNS: Final = {"datasette-vega": "/-/versions.json", "datasette-dashboards": "/-/versions.json", "dash": "/"}
HERE: Final = Path(__file__).parent


class NotInstalled(Exception):
    """A peer whose packages cannot be had: says which, and why."""


@contextlib.contextmanager
def peer(name: str, place: Place) -> Iterator[Server]:
    """One peer over the rows of one size. Raises NotInstalled."""
    port, command = free_port(), {"dash": dash}.get(name, datasette)
    environment = {**place.environment, "RECORD": str(place.sqlite), "PYTHONPATH": str(HERE)}
    with running(name, command(installed(name), place, port), f"http://{HOST}:{port}", SIGNS[name], environment) as server:
        yield server


def datasette(programs: Path, place: Place, port: int) -> list[str]:
    settings = str(HERE / "dashboards.json")
    return [str(programs / "datasette"), "serve", str(place.sqlite), "--metadata", settings, "--host", HOST, "--port", str(port)]


def dash(programs: Path, _place: Place, port: int) -> list[str]:
    return [str(programs / "gunicorn"), "--workers", "2", "--threads", "4", "--bind", f"{HOST}:{port}", "dash_app:server"]


def installed(name: str) -> Path:
    """The folder of its programs. Raises NotInstalled."""
    folder = FOLDER / "peers" / name
    if not (folder / "installed").exists():
        for step in ([sys.executable, "-m", "venv", str(folder)], [str(folder / "bin" / "pip"), "install", "--quiet", *PACKAGES[name]]):
            made = subprocess.run(step, capture_output=True, text=True)
            if made.returncode:
                raise NotInstalled(f"{name}: {made.stderr.strip().splitlines()[-1] if made.stderr.strip() else 'no reason given'}")
        (folder / "installed").touch()
    return folder / "bin"


@contextlib.contextmanager
def all_that_run(place: Place) -> Iterator[tuple[dict[str, Server], list[str]]]:
    """Every peer that can be installed, by name, and why the others are absent."""
    with contextlib.ExitStack() as open_ones:
        servers, absent = dict[str, Server](), list[str]()
        for name in PACKAGES:
            try:
                servers[name] = open_ones.enter_context(peer(name, place))
            except NotInstalled as error:
                absent.append(str(error))
        yield servers, absent
