"""Reads the sum that stands in brackets behind another and says it again ("US$1 billion (about €930 million)"); must not know rates."""

import re
from decimal import Decimal

from initiatives.ingest.steps.understand.money import marks
from initiatives.ingest.steps.understand.money.grammar import Sum, find_sums

_BRACKET = re.compile(
    r"^\s?\((?:(?:about|around|approximately|approx\.?|roughly|some|nearly|almost|or|over|equivalent to|equal to|"
    r"worth)\s)*(?P<sum>[^()]{3,40})\)"
)


def equivalent_behind(after: str) -> tuple[Decimal, str] | None:
    """Amount and ISO 4217 code of the sum that fills the brackets at the start of `after`; None where its currency is not sure."""
    bracket = _BRACKET.match(after)
    found = find_sums(bracket["sum"], "en") if bracket else []
    if bracket is None or len(found) != 1 or found[0].end - found[0].start < len(bracket["sum"].strip()):
        return None
    currency = _sure_currency(found[0])
    return None if currency is None else (found[0].value, currency)


def _sure_currency(found: Sum) -> str | None:
    if found.currency or found.unit is None:
        mark = found.mark or ""
        return found.currency or (None if mark in marks.BY_COUNTRY or mark in marks.ONLY_IN else marks.currency_of(mark, None))
    options = marks.WORDS[found.unit][1]
    return marks.currency_of_words(found.unit, found.people, None) if found.people or not options else None
