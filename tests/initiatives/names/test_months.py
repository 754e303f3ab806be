"""The names of months of many languages lead to one month each."""

import pytest
from babel import Locale

from initiatives.names.months import LANGUAGES, MONTHS


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_month_of_a_language_leads_to_its_number(language: str) -> None:
    whole = Locale(language).months["format"]["wide"]
    assert [MONTHS[whole[number].lower()] for number in range(1, 13)] == list(range(1, 13))
