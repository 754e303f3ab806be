"""Reads the years that a sum covers and whether it is a yearly one; must not know a clock."""

import re
from decimal import Decimal

from initiatives.ingest.steps.understand.money.numbers import NUMBER_WORDS, read_words

_SPAN = re.compile(
    r"\b(?:between|from|for|in|over|period|until|during)?\s*(?P<first>20\d\d)\s?(?:-|–|—|/|to|and|until|"
    r"through)\s?(?P<last>20\d\d|\d\d)\b"
)
_FROM = re.compile(r"\b(?:from|starting in|beginning in|as of|since)\s+(?:fiscal(?: year)?\s|FY\s?)?(?P<first>20\d\d)\b", re.I)
_UNTIL = re.compile(r"\b(?:by|until|through|to the end of|up to)\s+(?P<last>20\d\d)\b", re.I)
_YEARS = re.compile(
    rf"\b(?:over|across|within|during|for|spread over|in)\s+(?:the\s+)?(?:next\s+|coming\s+|following\s+)?(?P<count>\d{{1,2}}|"
    rf"(?i:{NUMBER_WORDS}))[ -]years?\b",
    re.I,
)
_YEARLY = re.compile(r"^\s*(?:a|per|each|every)\s+year\b|^\s*(?:annually|yearly|p\.a\.|per annum)", re.I)
_FISCAL = re.compile(r"\b(?:fiscal(?: year)?|FY|budget(?: for)?)\s?(?P<first>20\d\d)\b", re.I)


def period_of(text: str, published: str | None) -> str | None:
    """`YYYY-YYYY` that the words of a sum's sentence give it; the article's year stands in where only a number of years is said. None otherwise."""
    span, years = _SPAN.search(text), _YEARS.search(text)
    if span and not (years and _is_fiscal_year(span)):
        return _bounded(int(span["first"]), _whole_year(span["first"], span["last"]))
    start, until = span or _FROM.search(text) or _FISCAL.search(text), _UNTIL.search(text)
    first = int(start["first"]) if start else int(published[:4]) if published else None
    if first is None:
        return None
    if years:
        return _bounded(first, first + int(_count(years["count"])) - 1)
    if until:
        return _bounded(first, int(until["last"]))
    return _bounded(first, first) if start and _FISCAL.search(text) else None


def is_yearly(after: str) -> bool:
    """True where the words after a sum say that it is for each year."""
    return _YEARLY.match(after) is not None


def _is_fiscal_year(span: re.Match[str]) -> bool:
    """`2024-25` is one year; "for five years from 2024-25" begins with it."""
    return len(span["last"]) == 2 and _whole_year(span["first"], span["last"]) == int(span["first"]) + 1


def _whole_year(first: str, last: str) -> int:
    return int(last) if len(last) == 4 else int(first[:2] + last)


def _bounded(first: int, last: int) -> str | None:
    return f"{first}-{last}" if first <= last <= first + 50 else None


def _count(text: str) -> Decimal:
    return Decimal(text) if text.isdigit() else read_words(text)
