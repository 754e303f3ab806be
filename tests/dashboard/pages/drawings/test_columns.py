"""Columns share one scale, stand on one axis, and keep their figure inside the drawing."""

from decimal import Decimal

from dashboard.pages.drawings import Columns, columns
from dashboard.pages.drawings.columns import HEAD, TALLEST

YEARS = ["2023", "2024", "2025", "2026"]


def drawn(by_year: dict[str, dict[str, Decimal]], tallest: int = 100) -> Columns:
    return columns(by_year, YEARS, Decimal(tallest), str, lambda year: f"/ledger/?from={year}")


def test_the_parts_of_a_year_stand_on_one_another() -> None:
    found = drawn({"2025": {"private": Decimal(25), "public": Decimal(50)}})
    (column,) = found.columns
    assert [slab.name for slab in column.slabs] == ["public", "private"]
    public, private = column.slabs
    assert Decimal(public.y) + Decimal(public.height) == HEAD + TALLEST == found.axis
    assert Decimal(private.y) + Decimal(private.height) == Decimal(public.y)
    assert Decimal(public.height) == TALLEST / 2
    assert (column.words, column.address) == ("75", "/ledger/?from=2025")


def test_the_largest_year_bears_its_figure_inwards_at_an_edge() -> None:
    found = drawn({"2023": {"public": Decimal(10)}, "2026": {"public": Decimal(90)}})
    assert found.largest is not None
    assert (found.largest.words, found.largest.anchor, found.largest.x) == ("90", "end", "100.000%")


def test_nothing_is_an_empty_drawing_with_its_years() -> None:
    found = drawn({}, tallest=0)
    assert (found.columns, found.largest, [mark.words for mark in found.years]) == ((), None, YEARS)


def test_what_is_small_is_still_seen() -> None:
    (column,) = drawn({"2024": {"public": Decimal("0.001")}}, tallest=10**9).columns
    assert Decimal(column.slabs[0].height) > 0
