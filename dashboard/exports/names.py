"""Names of files and of sheets that say what they hold and that every program accepts; must not know the contents."""

import re
from collections.abc import Collection

from dashboard.exports.table import Heading

SHEET_UNITS = 31  # of UTF-16, the limit of spreadsheet programs
FORBIDDEN_IN_SHEETS = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
RESERVED_SHEETS = frozenset({"history"})
FILE_CHARACTERS = 120


def file_name(heading: Heading, extension: str, look: str = "") -> str:
    """`funding-by-country_JPN-KOR_committed_ai-chips_EUR_edition-12.csv`: the table, what narrows it, how it is counted, and its edition.

    `look` says how a picture is cut, such as `_slide_3x`."""
    filters = heading.filters
    narrowing = [re.sub(r"[^\w-]+", "-", "-".join(filters.values(active.field))) for active in filters.active() if active.field != "edition"]
    counting = [filters.basis, "-".join(filters.scope), filters.currency] if heading.has_money else []
    stem = "_".join([heading.name, *dict.fromkeys(narrowing), *counting])[:FILE_CHARACTERS]
    return f"{stem}_edition-{heading.edition}{look}.{extension}"


def sheet_name(title: str, taken: Collection[str] = ()) -> str:
    """A title as the name of a sheet: at most 31 units, without forbidden characters, unlike every other whatever the case."""
    plain = FORBIDDEN_IN_SHEETS.sub(" ", title)
    wanted = " ".join(plain.split()).strip("'") or "Sheet"
    used = {name.casefold() for name in taken} | RESERVED_SHEETS
    name, number = _cut(wanted, SHEET_UNITS), 1
    while name.casefold() in used:
        number += 1
        name = f"{_cut(wanted, SHEET_UNITS - len(str(number)) - 1)} {number}"
    return name


def _cut(text: str, units: int) -> str:
    """As much of the text as fits, counted as spreadsheet programs count."""
    while len(text.encode("utf-16-le")) // 2 > units:
        text = text[:-1]
    return text.strip().strip("'")
