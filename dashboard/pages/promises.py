"""The calendar of an initiative's money: which years each statement covers and when it was said; knows no requests."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from dashboard.pages.drawings import Promise, Years, years
from dashboard.pages.families import FamilyTable
from dashboard.pages.statements import Line
from dashboard.templatetags.shown import as_published
from initiatives import dates
from initiatives.names.countries import COUNTRIES

PARTIES: Final = ("public", "mixed", "private")


def calendar(families: Sequence[FamilyTable], slug: str, today: date) -> Years | None:
    """Every statement of the families that names the years it covers, unless another stands for it; None where none does."""
    lines = [(line, len(family.rows) > 1) for family in families for line in family.lines]
    return years([promise(line, slug, numbered) for line, numbered in lines if line.entry.period and line.entry.live], today)


def promise(line: Line, slug: str, numbered: bool) -> Promise:
    """One statement with its days, by its number in the family; fiscal years begin as its country's do."""
    row = line.entry
    first, last = (int(year) for year in (row.period or "").split("-"))
    month = COUNTRIES[row.country].fiscal_year_start_month if row.country in COUNTRIES else 1
    begin = date(first, month, 1)
    end = date(last + (month > 1), month, 1) if month > 1 else date(last + 1, 1, 1)
    origin = row.origin if row.origin in PARTIES else "mixed"
    return Promise(
        f"{f'{row.number} ' if numbered else ''}{as_published(row)}{'' if row.initiative_slug == slug else f', {row.initiative_name}'}",
        in_words(line),
        row.anchor,
        origin,
        begin,
        end,
        dates.first_day(row.announced_on),
        bool(row.counts),
    )


def in_words(line: Line) -> str:
    """`announced, 2026–2030: counted, less what it contains`; of one year only that year."""
    row = line.entry
    first, last = (row.period or "").split("-")
    return f"{row.stage}, {first if first == last else f'{first}–{last}'}: {line.reason}"
