"""The scripts: sound shell, pinned packages, and no word that holds on one machine only."""

import json
import os
import re
import subprocess

import plotly.offline
import pytest

from config.engines import ROOT

SCRIPTS = sorted(path for path in [*(ROOT / "script").iterdir(), ROOT / ".ci" / "run"] if path.is_file() and path.suffix in {"", ".sh"})


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_the_shell_can_read_it(path: os.PathLike[str]) -> None:
    assert subprocess.run(["bash", "-n", os.fspath(path)], capture_output=True).returncode == 0


@pytest.mark.parametrize("name", ["run", "stop", "test", "check", "bench", "manage"])
def test_it_can_be_started_by_its_name(name: str) -> None:
    assert os.access(ROOT / "script" / name, os.X_OK)


def test_continuous_integration_is_the_check_and_the_tests_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    assert lines[-2:] == ["script/check", "script/test"]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-model.txt", "constraints.txt"])
def test_every_package_is_pinned_exactly(name: str) -> None:
    lines = [line for line in (ROOT / name).read_text().splitlines() if line and not line.startswith(("#", "-r "))]
    assert [line for line in lines if not re.match(r"[A-Za-z0-9._-]+(\[[a-z-]+\])?==[\w.]+( --hash=sha256:[0-9a-f]{64})?$", line)] == []


def test_the_constraints_agree_with_the_pins() -> None:
    pinned = {name: pins(name) for name in ("requirements.txt", "requirements-dev.txt", "constraints.txt")}
    direct = pinned["requirements.txt"] | pinned["requirements-dev.txt"]
    assert {name: version for name, version in direct.items() if pinned["constraints.txt"].get(name) != version} == {}


def test_the_browsers_plotly_is_the_one_that_python_writes_figures_for() -> None:
    wanted = json.loads((ROOT / "package.json").read_text())["dependencies"]["plotly.js-basic-dist-min"]
    assert wanted == plotly.offline.get_plotlyjs_version()


def test_fetched_scripts_are_locked_by_hash() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    fetched = {name: package for name, package in packages.items() if name}
    assert all(package["integrity"].startswith("sha512-") for package in fetched.values())


def pins(name: str) -> dict[str, str]:
    """Package → version of a file of requirements, names in their canonical form."""
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[a-z-]+\])?==([\w.]+)", (ROOT / name).read_text(), re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, version in found}
