"""Reads the typed fields of the form; what cannot be read becomes a fault with the way out, and the next field is read."""

import re
from collections.abc import Mapping
from decimal import Decimal

from initiatives import dates, formats, vocabulary
from initiatives.names.countries import COUNTRIES, find
from initiatives.publication import Fault
from initiatives.review.amounts import AmountError, amount_of
from initiatives.review.known import Known
from initiatives.text import is_web_address

WITH_CODE = re.compile(r"[^()]+ \(([A-Za-z]{3})\)")
PARTS = re.compile("[;,]")
ANY_CURRENCY = "EUR"  # stands in where a number is read that is no money
YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")


def code_of(typed: str) -> str | None:
    """The code of the country or actor that was typed: `JPN`, `jpn`, `Japan` or `Japan (JPN)`; None for what is none."""
    with_code = WITH_CODE.fullmatch(typed)
    code = with_code[1] if with_code else typed
    return code.upper() if code.upper() in COUNTRIES else find(code) if code else None


class Reader:
    """Reads typed fields; what cannot be read becomes a fault instead of stopping at the first."""

    def __init__(self, known: Known | None = None) -> None:
        self.faults: list[Fault] = []
        self.known = known or Known()  # what the record was asked for already

    def fault(self, field: str, value: str, message: str) -> None:
        """Notes one field that cannot be published as it stands."""
        self.faults.append(Fault(field, value, message))

    def word(self, field: str, value: str, words: Mapping[str, str], *, optional: bool = False) -> str:
        """One word of a closed list."""
        if value not in words and not (optional and not value):
            choice = formats.listed(words.values(), "or")
            self.fault(field, value, f"“{value}” is none of these: {choice}. Choose one." if value else f"choose one: {choice}.")
        return value

    def tier(self, field: str, value: str) -> int:
        """How near the source is, 1 to 4; 0 where it is none of them."""
        tiers = {str(tier): words for tier, words in vocabulary.TIERS.items()}
        return int(value) if self.word(field, value, tiers) in tiers else 0

    def year(self, field: str, value: str) -> int | None:
        """A year, None where the field is empty."""
        if not YEAR.fullmatch(value):
            if value:
                self.fault(field, value, f'"{value}" is not a year. Use four digits, or leave it empty.')
            return None
        return int(value)

    def amount(self, field: str, value: str, currency: str = "") -> Decimal | None:
        """An amount above 0, as quick entry reads it, None where the field is empty or says undisclosed."""
        try:
            return amount_of(value, currency)
        except AmountError as error:
            self.fault(field, value, str(error))
            return None

    def number(self, field: str, value: str) -> Decimal | None:
        """A number above 0, with or without a word for its size: `13 thousand`."""
        try:
            return amount_of(value, ANY_CURRENCY)
        except AmountError:
            self.fault(field, value, f"“{value}” is not a number above 0. Write it as 13000, 13,000 or 13 thousand.")
            return None

    def country(self, field: str, value: str) -> str | None:
        """A country or an actor by its code or a name it goes by, None where the field is empty."""
        code = code_of(value)
        if value and code is None:
            self.fault(
                field, value, f'"{value}" is no country or actor. Use its name or its code of three letters (JPN for Japan), or leave it empty.'
            )
        return code

    def countries(self, field: str, value: str) -> tuple[str, ...]:
        """Countries or actors by names or codes, divided by semicolons or commas; codes by blanks too."""
        if not value:
            self.fault(field, value, "say who owns it, by name or code: Japan, or JPN.")
        named = [part.strip() for part in PARTS.split(value) if part.strip()]
        typed = [each for part in named for each in ([part] if code_of(part) else part.split())]
        return tuple(dict.fromkeys(code for each in typed if (code := self.country(field, each))))

    def day(self, field: str, value: str, *, optional: bool = False) -> str | None:
        """A day, month or year."""
        if not value:
            if not optional:
                self.fault(field, value, "say when: a year, a month (2025-12) or a day (2025-12-23).")
            return None
        try:
            dates.parse(value)
        except ValueError as error:
            self.fault(field, value, str(error))
        return value

    def text(self, field: str, value: str, way_out: str) -> str:
        """A text that must not be empty."""
        if not value:
            self.fault(field, value, way_out)
        return value

    def address(self, field: str, value: str) -> str:
        """An address of the web, since every published value leads to its source."""
        if not is_web_address(value):
            wrong = f"“{value}” leads nobody to the article. Give" if value else "no reader finds the article without one. Give"
            self.fault(field, value, f"{wrong} the address it was published at, beginning with http:// or https://.")
        return value
