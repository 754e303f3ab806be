"""Writing the record in its exchange format."""

import io
import json
from pathlib import Path

import pytest
from django.db import connection

from initiatives.exchange.dump import dump_initiatives, dump_organizations
from initiatives.exchange.load import load
from tests.initiatives.exchange.files import entry, initiative, participant, write

pytestmark = pytest.mark.django_db


def dumped() -> str:
    output = io.StringIO()
    dump_initiatives(output)
    return output.getvalue()


def test_the_curated_record_comes_out_as_it_went_in(curated: Path) -> None:
    assert dumped() == curated.read_text(encoding="utf-8")


def test_the_curated_organizations_come_out_as_they_went_in(curated: Path) -> None:
    output = io.StringIO()
    assert dump_organizations(output) == 714
    assert output.getvalue() == (curated.parent / "organizations.csv").read_text(encoding="utf-8")


def test_loading_what_was_dumped_changes_nothing(curated: Path, tmp_path: Path) -> None:
    path = tmp_path / "dumped.jsonl"
    path.write_text(dumped(), encoding="utf-8")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # the record was put in just now, and nothing has told the planner how large it is
    report = load(path)
    assert (report.unchanged, report.edition) == (257, None)


def test_amounts_keep_every_digit(tmp_path: Path) -> None:
    line = json.dumps(initiative(funding=[entry("fjord-computer#1", amount="AMOUNT")])).replace('"AMOUNT"', "123456789012345678.123456")
    load(write(tmp_path, line))
    assert "123456789012345678.123456" in dumped()


def test_described_stands_only_at_participants_that_nobody_named(tmp_path: Path) -> None:
    unnamed = participant(None, kind=None, country=None, described="major banks", role="investor")
    load(write(tmp_path, initiative(participants=[participant("Fjord Machines"), unnamed])))
    named, described = json.loads(dumped())["participants"]
    assert "described" not in named
    assert described == unnamed
