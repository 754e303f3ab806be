"""Entries of a file that rest on others: of its own lines, of other files, and of what is stored."""

from pathlib import Path

import pytest

from initiatives.exchange.load import load
from initiatives.models import FundingCount, FundingEntry
from tests.initiatives.exchange.files import entry, initiative, write
from tests.initiatives.exchange.stored import refusal

pytestmark = pytest.mark.django_db


def test_a_circle_is_refused_with_its_entries(tmp_path: Path) -> None:
    one = entry("fjord-computer#1", relation="part-of", related_to="fjord-computer#2")
    two = entry("fjord-computer#2", relation="part-of", related_to="fjord-computer#1")
    assert "runs in a circle" in refusal(write(tmp_path, initiative(funding=[one, two])))


def test_a_firmer_stage_as_a_restatement_is_refused(tmp_path: Path) -> None:
    firmer = entry("second#1", relation="restates", related_to="fjord-computer#1", stage="committed")
    words = refusal(write(tmp_path, initiative(), initiative("second", funding=[firmer])))
    assert "line 2, funding[0].relation: " in words
    assert "Use tranche-of" in words


def test_a_relation_reaches_into_other_lines_and_into_what_is_stored(tmp_path: Path) -> None:
    part = entry("second#1", relation="part-of", related_to="fjord-computer#1", amount=400_000)
    load(write(tmp_path, initiative("second", funding=[part]), initiative()))
    restated = entry("third#1", relation="restates", related_to="second#1")
    load(write(tmp_path, initiative("third", funding=[restated])))
    assert {count.family for count in FundingCount.objects.all()} == {"fjord-computer#1"}
    assert FundingCount.objects.get(entry__key="fjord-computer#1").net == 600_000


def test_an_entry_that_others_point_at_cannot_be_left_out(tmp_path: Path) -> None:
    part = entry("second#1", relation="part-of", related_to="fjord-computer#1", amount=400_000)
    load(write(tmp_path, initiative(), initiative("second", funding=[part])))
    words = refusal(write(tmp_path, initiative(funding=[])))
    assert "line 1, funding: fjord-computer#1 is stored and missing here" in words
    load(write(tmp_path, initiative(funding=[]), initiative("second", funding=[])))
    assert not FundingEntry.objects.exists()
    assert not FundingCount.objects.exists()


def test_the_later_of_two_replacements_is_put_behind_the_earlier(tmp_path: Path) -> None:
    first = entry("fjord-computer#2", relation="replaces", related_to="fjord-computer#1", announced_on="2025-04-01")
    later = entry("fjord-computer#3", relation="replaces", related_to="fjord-computer#1", announced_on="2025-05-01", amount=3_000_000)
    path = write(tmp_path, initiative(funding=[entry("fjord-computer#1"), first, later]))
    load(path)
    moved = FundingEntry.objects.select_related("related_to").get(key="fjord-computer#3")
    assert moved.related_to is not None
    assert moved.related_to.key == "fjord-computer#2"
    assert load(path).unchanged == 1
