"""Ranks go out with a dump where an editor gave one, come back as they were, and a file that says nothing of them leaves them."""

import json
from pathlib import Path

import pytest

from initiatives.exchange.dump import dump_initiatives
from initiatives.exchange.load import load
from initiatives.exchange.problems import Refused
from initiatives.models import Edition, FundingEntry
from initiatives.publish import editing
from tests.initiatives.exchange.files import entry, initiative, write

pytestmark = pytest.mark.django_db


def ranked(folder: Path) -> Path:
    """A record of two entries, one of them preferred; its file from before."""
    file = write(folder, initiative(funding=[entry("fjord-computer#1"), entry("fjord-computer#2")]))
    load(file)
    row = FundingEntry.objects.get(key="fjord-computer#1")
    row.rank, row.rank_reason = "preferred", "the law itself"
    with editing(None, "Ranked") as session:
        session.save(row)
    return file


def test_a_rank_is_written_where_there_is_one_and_read_back(tmp_path: Path) -> None:
    ranked(tmp_path)
    out = tmp_path / "out.jsonl"
    with out.open("w") as file:
        dump_initiatives(file)
    first, second = json.loads(out.read_text())["funding"]
    assert (first["rank"], first["rank_reason"]) == ("preferred", "the law itself")
    assert "rank" not in second
    edition = Edition.objects.current_number()
    assert load(out).edition is None
    FundingEntry.objects.filter(key="fjord-computer#1").update(rank="normal", rank_reason=None)
    load(out)
    assert FundingEntry.objects.get(key="fjord-computer#1").rank == "preferred"
    assert Edition.objects.current_number() == edition + 1


def test_a_file_that_says_nothing_of_ranks_leaves_them(tmp_path: Path) -> None:
    assert load(ranked(tmp_path)).edition is None
    assert FundingEntry.objects.get(key="fjord-computer#1").rank == "preferred"


def test_a_rank_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match='"best" is not a rank'):
        load(write(tmp_path, initiative(funding=[entry("fjord-computer#1", rank="best")])))
