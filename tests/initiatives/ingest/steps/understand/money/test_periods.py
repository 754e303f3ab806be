"""The years that a sum covers."""

import pytest

from initiatives.ingest.steps.understand.money.periods import is_yearly, period_of


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("It pays €5 billion over five years.", "2025-2029"),
        ("It pays €5 billion over the next five years.", "2025-2029"),
        ("It pays €5 billion over five years from fiscal 2026.", "2026-2030"),
        ("It pays €5 billion between 2026 and 2029.", "2026-2029"),
        ("It pays €5 billion in 2026-27.", "2026-2027"),
        ("It pays €5 billion from 2026 to 2030.", "2026-2030"),
        ("It pays €5 billion by 2030.", "2025-2030"),
        ("It pays €5 billion until 2030.", "2025-2030"),
        ("It pays €5 billion through fiscal 2030.", "2025-2030"),
        ("It pays €5 billion in a five-year plan.", "2025-2029"),
        ("The five-year, $1 billion plan was signed.", "2025-2029"),
        ("It pays €5 billion in the 2026 budget.", "2026-2026"),
        ("It pays €5 billion in FY2026.", "2026-2026"),
        ("It pays €5 billion in FY 2026-27.", "2026-2027"),
        ("It pays €5 billion in fiscal year 2025/26.", "2025-2026"),
        ("It pays €5 billion next year.", "2026-2026"),
        ("It pays €5 billion this year.", "2025-2025"),
        ("It pays €5 billion for 2026.", "2026-2026"),
        ("It pays €5 billion in three years.", "2025-2027"),
        ("It pays €5 billion over the 2025-2029 period.", "2025-2029"),
        ("It pays €5 billion for the years 2026, 2027 and 2028.", "2026-2028"),
        ("It pays €5 billion over a decade.", "2025-2034"),
        ("It pays €5 billion over a ten-year period.", "2025-2034"),
        ("It pays €5 billion over 10 years starting in 2026.", "2026-2035"),
        ("It pays €5 billion by the end of 2027.", "2025-2027"),
        ("It pays €5 billion by the end of the decade.", "2025-2030"),
        ("It pays €5 billion over two years.", "2025-2026"),
        ("It pays €5 billion in the next 18 months.", None),
        ("It pays €5 billion.", None),
        ("It pays €5 billion until December 2027.", "2025-2027"),
        ("It pays €5 billion for the 2026 fiscal year.", "2026-2026"),
        ("It pays €5 billion in the year starting April 2026.", "2026-2026"),
    ],
)
def test_the_words_of_a_sentence_give_the_years_of_its_sum(sentence: str, period: str | None) -> None:
    assert period_of(sentence, "2025-12-22") == period


def test_a_number_of_years_needs_a_year_to_begin_with() -> None:
    assert period_of("It pays €5 billion over five years.", None) is None
    assert period_of("It pays €5 billion over five years from 2026.", None) == "2026-2030"


@pytest.mark.parametrize("after", [" a year", " per year", " annually", "-a-year contract", " each year", " per annum", " ($53 million) a year"])
def test_a_sum_for_each_year_is_told(after: str) -> None:
    assert is_yearly(after)


@pytest.mark.parametrize("after", [" a year ago", " in annual instalments", " a year later", " over a year"])
def test_what_only_names_a_year_is_no_yearly_sum(after: str) -> None:
    assert not is_yearly(after)
