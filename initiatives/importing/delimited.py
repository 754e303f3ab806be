"""Text files with a separator between cells, as European and American spreadsheets save them; must not know what the columns mean."""

import csv
from collections.abc import Collection
from io import StringIO

from initiatives.importing.sheet import Cell, Sheet, Unreadable, fitting, sheet_of
from initiatives.text import clean

SEPARATORS = {";": "semicolons between cells", ",": "commas between cells", "\t": "tabs between cells", "|": "bars between cells"}
HINT = "sep="  # the line with which some spreadsheets name their separator


def read(content: bytes, known: Collection[str], chosen: str = "") -> Sheet:
    """The table, with the separator that was chosen, else that under which most names of the header are known. Raises Unreadable.

    `known` are folded names."""
    text = _text(content)
    text = text.partition("\n")[2] if text.lower().startswith(HINT) else text
    first = text.lstrip("\n").partition("\n")[0]
    if "\x00" in text:
        raise Unreadable("The file holds zeros, as no text does. Save it as “CSV UTF-8” or as .xlsx.")
    likeliest = max(SEPARATORS, key=lambda mark: (fitting(first.replace('"', "").split(mark), known), first.count(mark)))
    separator = chosen if chosen in SEPARATORS else likeliest
    return sheet_of(_lines(text, separator), (SEPARATORS[separator],))


def _text(content: bytes) -> str:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise Unreadable(f"The file is not UTF-8 (byte {error.start}), so its letters would be guessed. Save it as “CSV UTF-8”.") from error


def _lines(text: str, separator: str) -> list[list[Cell]]:
    try:
        return [[_cell(text) for text in line] for line in csv.reader(StringIO(text), delimiter=separator, strict=True)]
    except csv.Error as error:
        raise Unreadable(f"The file is no table: {error}. Look for a quotation mark that is never closed.") from error


def _cell(text: str) -> str:
    """A cell's text; the apostrophe that our own files put before a would-be formula goes."""
    cleaned = clean(text).text.strip()
    return cleaned[1:] if cleaned.startswith("'") and cleaned[1:2] in ("=", "+", "-", "@") else cleaned
