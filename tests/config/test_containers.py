"""The compose file and the image, held to the code: no Docker engine is needed to see that they name what exists."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands
from django.test import Client

from script import check_documentation

ROOT = Path(settings.BASE_DIR)
BIN = Path(sys.executable).parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
OURS = {name: service for name, service in COMPOSE["services"].items() if "build" in service}


def test_web_worker_beat_and_both_engines_are_there() -> None:
    assert set(COMPOSE["services"]) >= {"web", "fetcher", "worker", "beat", "postgresql", "redis"}
    assert "vector" in COMPOSE["services"]["postgresql"]["image"]


@pytest.mark.parametrize("name", sorted(OURS))
def test_every_variable_is_read_by_the_settings(name: str) -> None:
    assert set(OURS[name]["environment"]) <= check_documentation.variables()


@pytest.mark.parametrize("name", sorted(OURS))
def test_every_variable_that_is_asked_of_the_operator_is_explained(name: str) -> None:
    asked = set(re.findall(r"\$\{([A-Z_]+)", str(OURS[name]["environment"])))
    text = (ROOT / "docs" / "settings.md").read_text() + (ROOT / "docker-compose.yml").read_text().partition("x-site")[0]
    assert {variable for variable in asked if variable not in text} == set()


@pytest.mark.parametrize("name", sorted(OURS))
def test_every_command_exists(name: str) -> None:
    words = OURS[name]["command"].split()
    if words[:2] == ["python", "manage.py"]:
        assert words[2] in get_commands()
    else:
        assert (BIN / words[0]).exists()


@pytest.mark.parametrize("name", ["fetcher", "worker", "beat"])
def test_celery_understands_the_options_of_its_command(name: str) -> None:
    words = OURS[name]["command"].split()
    done = subprocess.run([str(BIN / words[0]), *words[1:], "--help"], capture_output=True, text=True, cwd=ROOT)
    options = [word.partition("=")[0] for word in words if word.startswith("--")]
    assert done.returncode == 0
    assert [option for option in options if option not in done.stdout and option != "--app"] == []


def test_the_workers_take_every_queue_between_them() -> None:
    queues = [OURS[name]["command"].partition("--queues ")[2].split()[0] for name in ("fetcher", "worker")]
    assert ",".join(queues).split(",") == settings.QUEUES


def test_the_health_check_of_the_web_service_asks_an_address_that_answers(client: Client) -> None:
    path = re.search(r"8000(/\w+)", OURS["web"]["healthcheck"]["test"])
    assert path is not None
    assert client.get(path[1]).status_code == 200


def test_every_service_that_stays_has_a_health_check() -> None:
    staying = [service for service in COMPOSE["services"].values() if service.get("restart") != "no"]
    assert all("healthcheck" in service for service in staying)


def test_every_volume_is_declared_and_used() -> None:
    used = {volume.partition(":")[0] for service in COMPOSE["services"].values() for volume in service.get("volumes", [])}
    assert used == set(COMPOSE["volumes"])


def test_everything_the_image_copies_is_in_the_repository() -> None:
    for sources in re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text(), re.MULTILINE):
        assert [source for source in sources.split() if not (ROOT / source).exists()] == []


def test_what_the_image_brings_lies_where_no_volume_hides_it() -> None:
    image = (ROOT / "Dockerfile").read_text()
    mounted = [volume.partition(":")[2] for service in OURS.values() for volume in service["volumes"]]
    assets = re.search(r"ASSETS_DIR=(\S+)", image)
    copied = re.search(r"^COPY --from=assets \S+ (\S+)$", image, re.MULTILINE)
    assert assets is not None
    assert copied is not None
    assert f"/site/{copied[1]}".rstrip("/") == assets[1]
    assert [volume for volume in mounted if assets[1].startswith(volume)] == []
