"""What is published of a form stands in an order in which every sum finds the one that it belongs to."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.publication import Fault, PublicationRefused
from initiatives.review.decision import DecidedArticle, DecidedEntry, Decision, Words, amount_in, in_publishing_order
from initiatives.review.faults import on_the_form

ARTICLE = DecidedArticle("https://paper.example/a", "Title", "Paper", "press", "2026-01-05", "")
SUM = DecidedEntry(
    keep=True, money=0, amount="1", currency="NOK", hedge="exact", amount_low="", amount_high="", usd_as_published="", stage="announced",
    origin="public", scope="ai", announced_on="2026-01-05", period="", instrument="", funders="", channel="", recipient_country="",
    within="", new_money="unclear", tier="3",
    relation="new", related_to="", related_money="", note="", words=Words(0, 1, "1"),
)  # fmt: skip


def decision(*entries: DecidedEntry) -> Decision:
    return Decision("norland-model", ARTICLE, entries=entries)


def part(money: int, of: int, *, keep: bool = True) -> DecidedEntry:
    return replace(SUM, money=money, relation="part-of", related_money=str(of), keep=keep)


def test_an_envelope_said_after_its_part_is_published_before_it() -> None:
    assert in_publishing_order(decision(part(0, 1), replace(SUM, money=1)), "entries") == [1, 0]


def test_rows_that_are_left_out_are_not_published() -> None:
    assert in_publishing_order(decision(SUM, replace(SUM, money=1, keep=False), part(2, 0)), "entries") == [0, 2]


def test_a_fault_of_a_publication_is_named_by_the_row_of_the_form() -> None:
    form = decision(part(0, 2, keep=False), part(1, 2), replace(SUM, money=2))
    refused = on_the_form(form, PublicationRefused((Fault("entries-1-amount", "x", "no amount"), Fault("article-url", "y", "no address"))))
    assert [fault.field for fault in refused.faults] == ["entries-1-amount", "article-url"]
    assert on_the_form(form, PublicationRefused((Fault("entries-0-amount", "x", "no amount"),))).faults[0].field == "entries-2-amount"


relations = st.lists(st.tuples(st.integers(0, 6), st.booleans()), max_size=6)


@given(relations)
def test_every_kept_sum_is_published_once_even_when_sums_point_in_a_circle(links: list[tuple[int, bool]]) -> None:
    entries = [part(index, of, keep=keep) for index, (of, keep) in enumerate(links)]
    assert sorted(in_publishing_order(decision(*entries), "entries")) == [index for index, entry in enumerate(entries) if entry.keep]


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1500", "1500"),
        ("1500.5", "1500.5"),
        ("1,500,000", "1500000"),
        ("1 500 000", "1500000"),
        ("1\u00a0500\u202f000.25", "1500000.25"),
        ("1,03,72,00,00,000", "103720000000"),
    ],
)
def test_an_amount_is_read_with_its_groups(typed: str, amount: str) -> None:
    assert amount_in(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["1,5", "1.500,00", "1,2345", "0", "-5", "1e9", "NaN", "Infinity", "½", "", "9" * 30, "one trillion"])
def test_what_can_be_read_two_ways_or_not_at_all_is_no_amount(typed: str) -> None:
    assert amount_in(typed) is None
