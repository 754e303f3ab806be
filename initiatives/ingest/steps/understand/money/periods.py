"""Reads the years that a sum covers and whether it is a yearly one; must not know a clock."""

import re
from decimal import Decimal

from initiatives.ingest.steps.understand.money.numbers import NUMBER_WORDS, read_words

_SPAN = re.compile(
    r"\b(?:between|from|for|in|over|period|until|during)?\s*(?P<first>20\d\d)\s?(?:-|–|—|/|to|and|until|"
    r"through)\s?(?P<last>20\d\d|\d\d)\b"
)
_LISTED = re.compile(r"\b(?P<first>20\d\d), (?:20\d\d, )*(?:20\d\d,? )?and (?P<last>20\d\d)\b")
_FROM = re.compile(r"\b(?:from|starting in|starting|beginning in|as of|since)\s+(?:fiscal(?: year)?\s|FY\s?|[A-Z][a-z]+\s)?(?P<first>20\d\d)\b", re.I)
_UNTIL = re.compile(
    r"\b(?:by|until|through|to the end of|up to|up until)\s+(?:the end of\s|end-|late\s|early\s|mid-)?(?:fiscal(?: year)?\s|FY\s?|[A-Z][a-z]+\s)?"
    r"(?P<last>20\d\d|the end of the decade|the decade)\b", re.I
)  # fmt: skip
_YEARS = re.compile(
    rf"\b(?:over|across|within|during|for|spread over|in)\s+(?:a\s+|the\s+)?(?:next\s+|coming\s+|following\s+|period of\s+)?(?:(?P<count>\d{{1,2}}|"
    rf"(?i:{NUMBER_WORDS}))[ -]years?|(?P<decade>decade))\b|\b(?P<length>\d{{1,2}}|two|three|four|five|six|seven|eight|ten)-year\b(?!-old)",
    re.I,
)
_YEARLY = re.compile(
    r"^\s?(?:\([^)]{1,40}\)\s?)?(?:-?a-year\b|(?:a|per|each|every)\s(?:fiscal\s|financial\s)?year\b(?!\s(?:ago|earlier|later|before|after))|"
    r"annually\b|yearly\b|p\.a\.|per annum\b)", re.I
)  # fmt: skip
_FISCAL = re.compile(
    r"\b(?:fiscal(?: year)?|FY|budget(?: for)?|for)\s?(?P<first>20\d\d)\b|\b(?P<named>20\d\d) (?:budget|fiscal year|financial year)\b", re.I
)
_NEXT_YEAR = re.compile(r"\b(?:(?P<next>next|coming) (?:fiscal |financial )?year|this (?:fiscal |financial )?year)(?!['’]s\b)", re.I)
END_OF_DECADE_YEARS = 10


def period_of(text: str, published: str | None) -> str | None:
    """`YYYY-YYYY` that the words of a sum's sentence give it; the article's year stands in where only a number of years is said. None otherwise."""
    span, years = _LISTED.search(text) or _SPAN.search(text), _YEARS.search(text)
    if span and not (years and _is_fiscal_year(span)):
        return _bounded(int(span["first"]), _whole_year(span["first"], span["last"]))
    fiscal, until = _FISCAL.search(text), _UNTIL.search(text)
    start = span or _FROM.search(text) or (None if until else fiscal)
    this_year = int(published[:4]) if published else None
    first = _first_year(start) or this_year
    if first is None:
        return None
    if years:
        return _bounded(first, first + _number_of_years(years) - 1)
    if until:
        return _bounded(first, _last_year(until["last"], first))
    if start and (fiscal or "starting" in start.group()):
        return _bounded(first, first)
    return _named_year(text, this_year)


def _first_year(start: re.Match[str] | None) -> int | None:
    """The year with which a period starts, however the words name it."""
    if start is None:
        return None
    groups = start.groupdict()
    year = groups.get("first") or groups.get("named")
    return int(year) if year else None


def _last_year(text: str, first: int) -> int:
    return int(text) if text.isdigit() else (first // END_OF_DECADE_YEARS + 1) * END_OF_DECADE_YEARS


def _number_of_years(years: re.Match[str]) -> int:
    return END_OF_DECADE_YEARS if years["decade"] else int(_count(years["count"] or years["length"]))


def _named_year(text: str, this_year: int | None) -> str | None:
    """ "next year" and "this year", against the year of the article."""
    match = _NEXT_YEAR.search(text)
    if match is None or this_year is None:
        return None
    year = this_year + 1 if match["next"] else this_year
    return _bounded(year, year)


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
