"""Sums as the press of many countries prints them, each sentence with all that is to be read in it."""

from decimal import Decimal
from pathlib import Path

import pytest

from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article

LINES = (Path(__file__).parent / "press.psv").read_text(encoding="utf-8").splitlines()
Sum = tuple[str, Decimal, Decimal | None, str, str, Decimal | None]


def wanted(expected: str) -> Sum:
    """`passage = 5e9..7e9 CURRENCY hedge $dollars` as values."""
    passage, _, rest = expected.strip().rpartition(" = ")
    words = [word for word in rest.split() if not word.startswith("$")]
    low, _, high = words[0].partition("..")
    hedge = words[2] if len(words) > 2 else "range" if high else "exact"
    dollars = next((Decimal(word[1:]) for word in rest.split() if word.startswith("$")), None)
    return passage, Decimal(low), Decimal(high) if high else None, words[1], hedge, dollars


@pytest.mark.parametrize("line", [line for line in LINES if line and not line.startswith("#")])
def test_a_sentence_gives_its_sums_and_no_others(line: str) -> None:
    owner, text, sums = (piece.strip() for piece in line.split("|"))
    read = find_money(Article(text), (owner,), True)
    assert [(each.evidence.text, each.amount, each.amount_high, each.currency, each.hedge, each.usd_quoted) for each in read] == [
        wanted(each) for each in sums.split(";;") if each.strip()
    ]


def test_there_are_more_than_five_hundred_sentences() -> None:
    assert sum(bool(line) and not line.startswith("#") for line in LINES) > 500
