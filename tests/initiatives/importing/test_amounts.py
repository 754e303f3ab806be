"""Amounts as people type them into tables, with a unit and a currency in words; what can be read in two ways is refused."""

from decimal import Decimal

import pytest

from initiatives.importing.amounts import read
from initiatives.importing.faults import Unfit

POINT, COMMA = ".", ","


@pytest.mark.parametrize(
    ("text", "amount", "meant"),
    [
        ("1.5tn yen", 15 * 10**11, {"JPY"}),
        ("¥1兆", 10**12, {"CNY", "JPY"}),
        ("1兆5000億円", 15 * 10**11, {"JPY"}),
        ("€2,5 Mrd", 25 * 10**8, {"EUR"}),
        ("20 Mio. €", 20_000_000, {"EUR"}),
        ("20 Millionen Euro", 20_000_000, {"EUR"}),
        ("2 bn", 2 * 10**9, set()),
        ("500 crore", 5 * 10**9, set()),
        ("1.200.000,50", Decimal("1200000.5"), set()),
        ("US$ 1,250,000.50", Decimal("1250000.5"), {"USD"}),
        ("2.5bn EUR", 25 * 10**8, {"EUR"}),
        ("5 K€", 5000, {"EUR"}),
    ],
)
@pytest.mark.parametrize("mark", [POINT, COMMA])
def test_what_can_mean_one_sum_only_is_that_sum_whatever_the_file_writes(text: str, amount: Decimal, meant: set[str], mark: str) -> None:
    assert read(text, mark) == (amount, meant)


@pytest.mark.parametrize(("mark", "amount"), [(POINT, "1.25"), (COMMA, "1250")])
def test_what_can_mean_two_sums_is_what_the_file_writes(mark: str, amount: str) -> None:
    assert read("€1.250 m", mark)[0] == Decimal(amount) * 10**6


def test_a_mark_of_several_countries_names_none_of_them_alone() -> None:
    assert read("Rs 500 crore", POINT)[1] >= {"INR", "PKR", "LKR"}
    assert read("$5 bn", POINT)[1] >= {"USD", "CAD", "TWD"}


@pytest.mark.parametrize("text", ["undisclosed", "n/a", "Not disclosed"])
def test_words_for_an_unknown_sum_are_no_sum(text: str) -> None:
    assert read(text, POINT) == (None, set())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(1,200)", "brackets"),
        ("about 2 bn euros", "Put “about” in the column hedge"),
        ("1-2 bn euros", "is a range"),
        ("5 bn in cash", "is no amount"),
        ("€5m USD", "names two currencies"),
        ("around 1.250 bn", "is no amount"),
        ("1e9", "is no amount"),
        ("much", "is no amount"),
    ],
)
def test_what_is_no_plain_sum_is_refused_with_the_way_out(text: str, words: str) -> None:
    with pytest.raises(Unfit, match=words):
        read(text, POINT)
