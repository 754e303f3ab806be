"""What is published of a form stands in an order in which every sum finds the one that it belongs to."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from initiatives.publication import Fault, PublicationRefused
from initiatives.review.decision import DecidedArticle, DecidedEntry, Decision, Words, in_publishing_order
from initiatives.review.faults import on_the_form

ARTICLE = DecidedArticle("https://paper.example/a", "Title", "Paper", "press", "2026-01-05", "")
SUM = DecidedEntry(
    keep=True, money=0, amount="1", currency="NOK", hedge="exact", amount_low="", amount_high="", usd_as_published="", stage="announced",
    origin="public", scope="ai", announced_on="2026-01-05", period="", instrument="", funders="", channel="", new_money="unclear", tier="3",
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
