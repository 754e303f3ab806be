"""The command that writes the record."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from initiatives.exchange.load import load
from tests.initiatives.exchange.files import initiative, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(tmp_path: Path) -> Path:
    load(write(tmp_path, initiative()))
    return tmp_path


def test_it_writes_to_standard_output(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("dump_data")
    assert capsys.readouterr().out == (record / "record.jsonl").read_text(encoding="utf-8")


def test_a_folder_gets_the_initiatives_and_the_organizations(record: Path) -> None:
    folder = record / "backup"
    folder.mkdir()
    call_command("dump_data", output=str(folder))
    assert sorted(path.name for path in folder.iterdir()) == ["initiatives.jsonl", "organizations.csv"]
    assert load(folder / "initiatives.jsonl").edition is None
    assert (folder / "organizations.csv").read_text(encoding="utf-8").startswith("name,kind,country,aliases\n")


def test_a_place_that_cannot_be_written_to_is_told_and_no_half_file_is_left(record: Path) -> None:
    with pytest.raises(CommandError, match="Nothing was written; name a place that can be written to"):
        call_command("dump_data", output=str(record / "absent" / "dump.jsonl"))


@pytest.mark.parametrize("name", ["backup", "backup/", "2026.07/", "deep/backup"])
def test_a_folder_that_is_not_there_is_made(record: Path, name: str) -> None:
    call_command("dump_data", output=f"{record}/{name}")
    assert sorted(path.name for path in (record / name).iterdir()) == ["initiatives.jsonl", "organizations.csv"]


def test_a_file_that_is_there_stays_a_file_whatever_its_name(record: Path) -> None:
    (record / "dump").touch()
    call_command("dump_data", output=str(record / "dump"))
    assert (record / "dump").read_text(encoding="utf-8") == (record / "record.jsonl").read_text(encoding="utf-8")


def test_a_folder_below_a_file_is_refused_in_words(record: Path) -> None:
    with pytest.raises(CommandError, match="Nothing was written; name a place that can be written to"):
        call_command("dump_data", output=str(record / "record.jsonl" / "backup"))
