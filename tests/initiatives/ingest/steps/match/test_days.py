"""How far apart two days are."""

import pytest

from initiatives.ingest.steps.match.days import gap, gap_in_words, is_far


@pytest.mark.parametrize(
    ("earlier", "later", "days", "words"),
    [
        ("2026-01-10", "2026-02-01", 22, "22 days later"),
        ("2026-02-01", "2026-01-31", -1, "1 day earlier"),
        ("2026-02-01", "2026-02-01", 0, "on the same day"),
        ("2026-02", "2026-02-11", 0, "at about the same time"),
        ("2025", "2026-01-02", 2, "2 days later"),
    ],
)
def test_days_are_counted_between_the_nearest_ends(earlier: str, later: str, days: int, words: str) -> None:
    assert (gap(earlier, later), gap_in_words(earlier, later)) == (days, words)


def test_far_is_more_than_about_a_year_and_an_unknown_day_is_not_far() -> None:
    assert is_far("2018-03-29", "2026-02-11")
    assert not is_far("2025-02-11", "2026-02-11")
    assert not is_far("2018-03-29", None)
