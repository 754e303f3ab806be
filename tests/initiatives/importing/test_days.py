"""Days with the day or the month first."""

import pytest

from initiatives.importing import days


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("03.04.2026", days.DAY_FIRST, "2026-04-03"), ("03.04.2026", days.MONTH_FIRST, "2026-03-04"), ("25/04/2026", None, "2026-04-25"),
        ("04/25/2026", None, "2026-04-25"), ("3-3-2026", None, "2026-03-03"), ("2026-04", None, "2026-04"), ("2026", days.MONTH_FIRST, "2026"),
    ],
)  # fmt: skip
def test_a_day_is_read_in_its_order(text: str, order: str | None, day: str) -> None:
    assert days.read(text, order) == day


@pytest.mark.parametrize(("text", "order"), [("25.04.2026", days.MONTH_FIRST), ("31.02.2026", days.DAY_FIRST), ("soon", None), ("2026-13", None)])
def test_a_day_that_does_not_exist_is_refused_in_words(text: str, order: str | None) -> None:
    with pytest.raises(ValueError, match=r"."):
        days.read(text, order)


def test_only_some_days_can_be_two() -> None:
    assert days.matters("03.04.2026")
    assert not days.matters("25.04.2026")
    assert not days.matters("03.03.2026")
    assert not days.matters("2026-04-03")
