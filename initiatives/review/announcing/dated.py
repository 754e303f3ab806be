"""Finds in the words of a source the day on which it was said, in the forms and languages that days are printed in. Pure."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from initiatives.review.announcing.days import DAY_FIRST, FIGURES, LOOSE, MONTH_FIRST, REIWA, read_day

SHAPES: Final = (MONTH_FIRST, DAY_FIRST, LOOSE, FIGURES, REIWA)
# Words around a day that make it the beginning or end of something, and not the day on which it was said.
BEFORE_AN_END: Final = re.compile(
    r"\b(?:by|until|till|before|through|from|starting|beginning|since|due|after|to|bis(?: zum)?|ab|vor dem|jusqu['’]au|d['’]ici(?: au| le)?|"
    r"avant le|dès le|"
    r"à partir du|hasta el|antes del|desde el|até|antes de|desde|entro il|dal|fino al|до|к|с)\s(?:the\s)?$",
    re.IGNORECASE,
)
BEHIND_AN_END: Final = re.compile(r"\s?(?:まで|から|以降|までに|까지|부터|之前|前|起|以前)")
LEAD_CHARACTERS: Final = 20


def day_match(text: str) -> re.Match[str] | None:
    """The first whole day that stands in the words and is no term; None where there is none."""
    said = (match for match in whole_days(text) if not is_a_term(text, match))
    return min(said, key=lambda match: match.start(), default=None)


def whole_days(text: str) -> Iterator[re.Match[str]]:
    """Every day that can be read, in the order of the shapes."""
    for shape in SHAPES:
        yield from (match for match in shape.finditer(text) if match["day"] and day_as_kept(match[0]))


def is_a_term(text: str, match: re.Match[str]) -> bool:
    """Whether the words beside a day make it a beginning or an end ("by 31 December 2030")."""
    lead = text[max(0, match.start() - LEAD_CHARACTERS) : match.start()]
    return BEFORE_AN_END.search(lead) is not None or BEHIND_AN_END.match(text, match.end()) is not None


def day_in(text: str) -> str:
    """That day as the record keeps it; empty where there is none."""
    match = day_match(text)
    return day_as_kept(match[0]) if match else ""


def day_as_kept(text: str) -> str:
    """A day as the record keeps it; empty for what is none."""
    try:
        return read_day(text, date.max) if text else ""
    except ValueError:
        return ""
