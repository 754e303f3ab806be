"""`manage.py understand` as a process: JSON Lines in, JSON Lines out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.initiatives.ingest.assistant.language_server import running

ROOT = Path(__file__).parents[4]
LINES = [
    json.dumps(
        {
            "id": "a",
            "text": "Norway's government will spend 1 billion kroner on artificial intelligence.",
            "title": "Norway funds AI",
            "date": "2026-01-05",
        }
    ),
    "not json",
    "",
    json.dumps({"id": "b", "text": "Roads first, said the mayor."}),
]


@pytest.mark.django_db(transaction=True)
def test_each_line_is_answered_in_its_place_and_a_bad_one_in_words(live_environment: dict[str, str]) -> None:
    asked = "\n".join(LINES).encode() + b"\n\xff\xfe\n"
    done = subprocess.run(
        [sys.executable, "manage.py", "understand"], input=asked, cwd=ROOT, env=live_environment, capture_output=True, timeout=120, check=True
    )
    first, second, third, fourth = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert (first["id"], first["relevant"], first["money"][0]["currency"]) == ("a", True, "NOK")
    assert second["error"].startswith("line 2: This is not JSON")
    assert (third["id"], third["relevant"]) == ("b", False)
    assert "not UTF-8" in fourth["error"]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_language_service_is_asked_where_one_is_set_and_its_key_stays_secret(live_environment: dict[str, str]) -> None:
    with running() as server:
        server.proposes(organizations=[{"name": "Norway", "role": "funder"}, {"name": "Invented Systems", "role": "lead"}])
        environment = {**live_environment, "LLM_BASE_URL": server.address, "LLM_MODEL": "test-model", "LLM_API_KEY": "sk-4711"}
        done = subprocess.run(
            [sys.executable, "manage.py", "understand"],
            input=LINES[0].encode(), cwd=ROOT, env=environment, capture_output=True, timeout=120, check=True,
        )  # fmt: skip
    (answer,) = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert len(server.asked) == 1
    assert "1 proposal of the language service was dropped: not in the text." in [warning["message"] for warning in answer["warnings"]]
    assert "Invented Systems" not in str(answer["organizations"])
    assert b"sk-4711" not in done.stdout + done.stderr
