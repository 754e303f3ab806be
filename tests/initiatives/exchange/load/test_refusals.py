"""What keeps a file out of the record, whole and in words."""

import json
from pathlib import Path
from typing import Any

import pytest

from initiatives.exchange.load import load
from initiatives.models import Edition, Initiative
from tests.initiatives.exchange.files import article, comment, entry, funder, initiative, participant, point, quantity, write
from tests.initiatives.exchange.stored import refusal, rows

pytestmark = pytest.mark.django_db


def test_all_faults_of_a_file_are_told_at_once_and_nothing_is_stored(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        initiative("good"),
        initiative(kind="computer", announced="2025-02-30", funding=[entry("fjord-computer#1", stage="comitted", amount=0)]),
        "{not json",
        initiative("last", countries=["NRW"], themes=["Upper Case"]),
    )
    words = refusal(path)
    assert 'record.jsonl line 2, kind: "computer" is not a kind. Use one of: strategy,' in words
    assert 'record.jsonl line 2, announced: "2025-02-30" does not exist: Feb 2025 has 28 days.' in words
    expected = '"comitted" is not a stage. Use one of: pledged, announced, budgeted, committed, disbursed.'
    assert f"record.jsonl line 2, funding[0].stage: {expected}" in words
    assert 'record.jsonl line 2, funding[0].amount: "0" is not above 0. Use null where it is undisclosed.' in words
    assert "record.jsonl line 3: not JSON" in words
    assert 'record.jsonl line 4, countries: "NRW" is not a country or actor of the record.' in words
    assert 'record.jsonl line 4, themes: "Upper Case" is not a tag.' in words
    assert words.endswith("record.jsonl: 7 faults. Nothing of this file was stored.")
    assert rows() == 0
    assert Edition.objects.current() is None


def test_a_slug_twice_in_one_file_is_refused_naming_both_lines(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(), name="a.jsonl"))
    words = refusal(write(tmp_path, initiative(status="paused"), initiative(countries=["SWE"]), name="b.jsonl"))
    assert words.startswith('b.jsonl line 2, slug: "fjord-computer" stands on line 1 already.')
    assert Initiative.objects.get().status == "underway"


def test_a_key_twice_is_refused_naming_both_places(tmp_path: Path) -> None:
    words = refusal(write(tmp_path, initiative(funding=[entry("fjord-computer#1"), entry("fjord-computer#1")])))
    assert 'line 1, funding[1].key: "fjord-computer#1" stands on line 1, funding[0] already.' in words


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"colour": "red"}, "colour", "unknown key. The keys here are: slug, name,"),
        ({"name": None}, "name", '"null" is not text.'),
        ({"name": "x" * 201}, "name", "has 201 characters. Use at most 200."),
        ({"slug": "Fjord Computer"}, "slug", '"Fjord Computer" is not a slug.'),
        ({"countries": []}, "countries", "the list is empty. Name at least one."),
        ({"end": "2024"}, "end", '"2024" lies before the start, 2025.'),
        ({"summary": "   "}, "summary", "is empty."),
        ({"funding": {}}, "funding", "is not a list."),
        ({"funding": [7]}, "funding[0]", "is not an object."),
        ({"funding": [entry("other#1")]}, "funding[0].key", "Use fjord-computer# and a number."),
        ({"funding": [entry("fjord-computer#1", amount="1 million")]}, "funding[0].amount", '"1 million" is not a number.'),
        ({"funding": [entry("fjord-computer#1", amount=True)]}, "funding[0].amount", '"true" is not a number.'),
        ({"funding": [entry("fjord-computer#1", amount=10**18)]}, "funding[0].amount", "does not fit."),
        ({"funding": [entry("fjord-computer#1", amount_low=2_000_000)]}, "funding[0].amount_low", "is above 1000000."),
        ({"funding": [entry("fjord-computer#1", currency="kroner")]}, "funding[0].currency", "Use an ISO 4217 code such as USD"),
        ({"funding": [entry("fjord-computer#1", period="2030-2026")]}, "funding[0].period", "for example 2026-2030."),
        ({"funding": [entry("fjord-computer#1", relation="restates")]}, "funding[0].related_to", "Name the key of the other entry."),
        ({"funding": [entry("fjord-computer#1", related_to="x#1")]}, "funding[0].related_to", "Use null, or name a relation."),
        (
            {"funding": [entry("fjord-computer#1", relation="restates", related_to="absent#1")]},
            "funding[0].related_to",
            '"absent#1" is not the key of an entry.',
        ),
        ({"funding": [entry("fjord-computer#1", source="https://elsewhere.example/")]}, "funding[0].source", "is not among the articles"),
        ({"funding": [entry("fjord-computer#1", funders=[funder()])]}, "funding[0].funders[0].organization", "one of the two"),
        (
            {"funding": [entry("fjord-computer#1", funders=[funder("A", share=0.7), funder("B", share=0.4)])]},
            "funding[0].funders",
            "the shares add up to 1.1.",
        ),
        ({"participants": [participant("A"), participant("A")]}, "participants[1].organization", "stands at participants[0] already."),
        ({"commentary": [comment(position="")]}, "commentary[0].position", "Put the position in words, or give the quote."),
        ({"points": [point(kind="model")]}, "points[0].country", "A model names the country that is followed"),
        ({"quantities": [quantity("fjord-computer~1", relation="part-of", related_to="fjord-computer~1")]}, "quantities[0].related_to", "leads back"),
        ({"articles": [article(), article()]}, "articles[1].url", "stands at articles[0] already."),
        ({"articles": [article(url="ftp://news.example/")]}, "articles[0].url", "is not a web address."),
        ({"articles": [article(url="http://[news.example/")]}, "articles[0].url", "is not a web address."),
        ({"articles": [article(url="https://news.example:99999999/")]}, "articles[0].url", "is not a web address."),
        ({"colour\u202e\n": "red"}, "colour\\u202e\\n", "unknown key."),
        ({"x" * 5000: "red"}, "x" * 60 + "…", "unknown key."),
    ],
)
def test_a_wrong_value_is_named_with_its_place_and_the_way_out(tmp_path: Path, change: dict[str, Any], field: str, words: str) -> None:
    told = refusal(write(tmp_path, initiative(**change)))
    assert f"record.jsonl line 1, {field}: " in told
    assert words in told
    assert rows() == 0


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"\xff\xfe", "line 1: byte 1 (0xff) is not UTF-8. Save the file as UTF-8."),
        ('{"slug": "a", "slug": "b", "kind": "x"}', 'line 1, kind: "x" is not a kind.'),
        ('{"slug": "a", "slug": "b"}', "line 1, slug: the key stands twice in one object."),
        ('{"slug": NaN}', "line 1: not JSON that can be read: NaN is not a number in JSON."),
        ('{"slug": 1e99999999999999999999}', "line 1: a number has an exponent that no number can have."),
        ("[1, 2]", "is not an object. Write one initiative a line"),
        ("[" * 100_000, "line 1: not JSON that can be read"),
        ('{"slug": "a\x00b"}', "line 1: not JSON: Invalid control character"),
    ],
)
def test_a_line_that_is_no_object_is_refused_in_words(tmp_path: Path, line: str | bytes, words: str) -> None:
    assert words in refusal(write(tmp_path, line))


def test_half_a_character_is_written_out_in_the_message(tmp_path: Path) -> None:
    told = refusal(write(tmp_path, json.dumps(initiative(kind="comp\ud800ute"))))
    assert 'line 1, kind: "comp\\ud800ute" is not a kind.' in told


def test_the_lines_after_one_that_is_too_long_are_checked_as_well(tmp_path: Path) -> None:
    told = refusal(write(tmp_path, b'{"slug": "' + b"x" * (9 * 1024 * 1024) + b'"}', "[1, 2]"))
    assert "line 1: the line is longer than 8,388,608 bytes." in told
    assert 'line 2: "[1, 2]" is not an object.' in told
