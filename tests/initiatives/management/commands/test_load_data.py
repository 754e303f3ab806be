"""The command that loads files."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from initiatives.models import Initiative
from tests.initiatives.exchange.files import initiative, write

pytestmark = pytest.mark.django_db


def run(*paths: Path) -> tuple[str, str, bool]:
    """What it said, what it complained of, and whether it succeeded."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("load_data", *map(str, paths), stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), f"{err.getvalue()}{error}", False
    return out.getvalue(), err.getvalue(), True


def test_it_says_what_was_new_changed_and_unchanged(tmp_path: Path) -> None:
    said, _, succeeded = run(write(tmp_path, initiative(), initiative("second")))
    assert succeeded
    assert "record.jsonl: 2 new, 0 changed, 0 unchanged." in said
    assert "funding entries: 2 added" in said
    assert "This is edition 1." in said
    said, _, _ = run(write(tmp_path, initiative(), initiative("second", status="paused")))
    assert "record.jsonl: 0 new, 1 changed, 1 unchanged." in said
    assert "Nothing had to be stored." in run(tmp_path / "record.jsonl")[0]


def test_a_refused_file_is_told_and_the_others_are_loaded(tmp_path: Path) -> None:
    wrong = write(tmp_path, initiative("wrong", kind="x"), name="wrong.jsonl")
    right = write(tmp_path, initiative("right"), name="right.jsonl")
    said, complained, succeeded = run(wrong, right)
    assert not succeeded
    assert 'wrong.jsonl line 1, kind: "x" is not a kind.' in complained
    assert "Nothing of this file was stored." in complained
    assert "right.jsonl: 1 new" in said
    assert Initiative.objects.get().slug == "right"


def test_a_file_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    _, complained, succeeded = run(tmp_path / "absent.jsonl")
    assert not succeeded
    assert "absent.jsonl: No such file or directory. Name a file that can be read." in complained
