"""Files that look odd and are right."""

import json
from pathlib import Path

import pytest

from initiatives.exchange.load import load
from initiatives.models import Country, FundingCount, Initiative
from tests.initiatives.exchange.files import entry, initiative, write

pytestmark = pytest.mark.django_db


def test_control_characters_and_damaged_text_are_cleaned_on_entry(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(summary="Worth\u0000 Â£5 million.\u0007")))
    assert Initiative.objects.get().summary == "Worth £5 million."


def test_an_actor_that_is_no_country_may_own_an_initiative(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(countries=["ASEAN"]), initiative("bahamas", countries=["BHS"])))
    assert Country.objects.get(code="ASEAN").is_actor
    assert {count.country for count in FundingCount.objects.all()} == {"ASEAN", "BHS"}


def test_a_file_with_a_byte_order_mark_and_blank_lines_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, b"\xef\xbb\xbf" + json.dumps(initiative()).encode(), b"", b"  ")
    assert load(path).new == 1


def test_an_entry_dated_ahead_is_taken(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(funding=[entry("fjord-computer#1", announced_on="2031-01-01")])))
    assert FundingCount.objects.get().rate_mark == "provisional"
