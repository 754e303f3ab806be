"""The lines of an effect name their sums, and say why dollars move where no money is new."""

from decimal import Decimal

from initiatives.publication import Effect, EntryEffect
from initiatives.templatetags.desk_shown import entry_effect


def line(adds: int, adds_usd: int, *others: EntryEffect) -> str:
    entry = EntryEffect(0, Decimal(adds), "JPY", Decimal(adds_usd), "part of METI's support", None, "“1 billion yen”", "2026-03-04")
    return entry_effect(entry, Effect("JPN", (entry, *others), (), None, None)).replace("\u00a0", " ")


def test_dollars_that_move_although_no_money_is_new_have_their_reason() -> None:
    assert line(0, 12_600_000) == (
        "It adds ¥0: part of METI's support. In dollars the total moves by +$12.6 m, though no money is new: "
        "this part now has the rate of 4 Mar 2026, the rest that of its own day."
    )
    assert "moves by −$12.6 m" in line(0, -12_600_000)


def test_dollars_of_new_money_need_none() -> None:
    assert line(10**9, 6_700_000) == "It adds ¥1 bn ($6.70 m): part of METI's support."
    assert line(0, 0) == "It adds ¥0: part of METI's support."


def test_among_several_sums_each_line_names_its_own() -> None:
    other = EntryEffect(1, Decimal(5), "JPY", Decimal(0), "counted in full", None, "“5 yen”")
    assert line(0, 0, other).startswith("“1 billion yen” adds ¥0")
