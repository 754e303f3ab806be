"""A law: what Babel writes in a locale is read back as the same amount of the same currency.

Left out, since the text alone does not say what is meant:
- Toki Pona (`tok`), which groups digits by twos,;
- marks of a currency that only one language writes ("د.إ.", "щ.д.", "зл") and marks of other houses ("元" for any currency, a bare "R");
- of the short forms: languages whose word for 10^12 is an English word for 10^9 ("Bn" in French, "bln" in Polish, "bil." in Czech) above 10^12,
  and languages that write no scale of their own, where CLDR falls back on "G", and Indonesian and Malay,
  whose "M" is 10^9 and "J" 10^6; three digits behind a single mark, which some languages group by.
"""

from decimal import Decimal

from babel.localedata import locale_identifiers
from babel.numbers import format_compact_currency, format_currency, get_currency_symbol
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article

HOMES = {
    "USD": "USA", "EUR": "FRA", "JPY": "JPN", "GBP": "GBR", "INR": "IND", "KRW": "KOR", "CNY": "CHN", "BRL": "BRA", "CHF": "CHE", "SEK": "SWE",
    "AUD": "AUS", "CAD": "CAN", "SGD": "SGP", "HKD": "HKG", "TWD": "TWN", "ZAR": "ZAF", "PLN": "POL", "AED": "ARE", "NOK": "NOR", "DKK": "DNK",
}  # fmt: skip
LOCALES = sorted(identifier for identifier in locale_identifiers() if not identifier.startswith("tok"))
LOCAL_MARKS = {"د.إ.\u200f", "щ.д.", "зл", "元", "R", "kr."}
OF_TAIWAN = {"zh_Hant", "zh_Hant_MY", "zh_Hant_TW"}  # they write a bare "$", which an English text means for the American dollar
WITHOUT_MINOR = {"JPY", "KRW", "TWD"}
SCALED = ["en", "en_GB", "en_IN", "de", "de_AT", "fr", "es", "it", "pt", "nl", "da", "nb", "sv", "pl", "cs", "fi", "ja", "zh", "ko", "ru"]
LONG_SCALE = {"de", "nl", "de_AT", "fr", "es", "it", "da", "nb", "sv", "pl", "cs", "fi"}


def read(text: str, currency: str) -> list[tuple[Decimal, str]]:
    return [(claim.amount, claim.currency) for claim in find_money(Article(text), (HOMES[currency],), True)]


@given(st.sampled_from(LOCALES), st.sampled_from(sorted(HOMES)), st.integers(min_value=100_000, max_value=10**16))
def test_an_amount_written_in_full_in_any_locale_is_read_back(locale: str, currency: str, cents: int) -> None:
    if get_currency_symbol(currency, locale) in LOCAL_MARKS or (currency == "TWD" and locale in OF_TAIWAN):
        return
    amount = Decimal(cents // 100) if currency in WITHOUT_MINOR else Decimal(cents) / 100
    written = format_currency(amount, currency, locale=locale, currency_digits=currency not in WITHOUT_MINOR)
    assert read(written, currency) == [(amount, currency)], written


@given(
    st.sampled_from(SCALED),
    st.sampled_from(["EUR", "USD", "JPY", "KRW", "GBP"]),
    st.integers(min_value=10, max_value=999),
    st.sampled_from([6, 7, 9]),
)
def test_an_amount_written_short_is_read_back(locale: str, currency: str, digits: int, zeros: int) -> None:
    amount = Decimal(digits) * 10**zeros
    if locale in LONG_SCALE and amount >= 10**12:
        return
    written = format_compact_currency(amount, currency, locale=locale, fraction_digits=2)
    assert read(written, currency) == [(amount, currency)], written
