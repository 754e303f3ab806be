"""The workbooks that colleagues fill in: one for each kind of rows, with lists to choose from, an example, and a sheet that says what goes where."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from initiatives.importing.columns import COUNTRIES, COUNTRY, DAY, NUMBER, WHOLE, Column, Noun
from initiatives.importing.sheet import ROWS, letter

AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
HOW, LISTS = "How to fill this in", "Lists"
WIDTHS = {"initiative": 26, "source": 40, "funders": 44, "note": 44, "summary": 60, "name": 36, "other_names": 36, "related_to": 20}
RULES = (
    "One row is one statement about money by one source on one day. A newer figure is a new row with a relation, never a change of an old one.",
    "Empty cells mean “unknown”. An undisclosed amount stays empty; it is never 0. Of what is stored already, an empty cell changes nothing.",
    "Keep the first line. Columns that you do not need can be deleted, and others may be added: you are asked once what each is, or to leave it out.",
    "Nothing is stored before every row was checked. What is wrong is shown with its cell, its reason and a way out.",
)


def workbook_of(noun: Noun, countries: Sequence[str]) -> bytes:
    """The workbook for rows of this kind; `countries` are the names to choose from."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, AS_TEXT) as book:
        rows, how, lists = book.add_worksheet(noun.many), book.add_worksheet(HOW), book.add_worksheet(LISTS)
        ranges = _lists(lists, noun, countries)
        _rows(book, rows, noun, ranges)
        _how(book, how, noun)
    return buffer.getvalue()


def _rows(book: Any, sheet: Any, noun: Noun, ranges: dict[str, str]) -> None:
    plain, needed = book.add_format({"bold": True, "bottom": 1}), book.add_format({"bold": True, "bottom": 1, "bg_color": "#e6e6e0"})
    example = book.add_format({"italic": True, "font_color": "#565b62"})
    text = book.add_format({"num_format": "@"})
    for place, column in enumerate(noun.columns):
        kept_as_typed = None if column.kind == NUMBER else text
        sheet.set_column(place, place, WIDTHS.get(column.name, 16), kept_as_typed)
        sheet.write_string(0, place, column.name, needed if column.needed else plain)
        _write_example(sheet, place, column, noun.example.get(column.name, ""), example)
        if column.name in ranges:
            sheet.data_validation(1, place, ROWS, place, _choice(column, ranges[column.name]))
    sheet.freeze_panes(1, 0)


def _write_example(sheet: Any, place: int, column: Column, text: str, look: Any) -> None:
    if text and column.kind in (NUMBER, WHOLE):
        sheet.write_number(1, place, float(text), look)
    elif text:
        sheet.write_string(1, place, text, look)


def _choice(column: Column, source: str) -> dict[str, Any]:
    """A list to choose from. Other words can be typed: they are asked about when the file is taken in."""
    return {
        "validate": "list", "source": source, "ignore_blank": True, "error_type": "warning", "error_title": column.name,
        "error_message": "This is not in the list. It will be asked about when the file is taken in.",
        "input_title": column.name[:32], "input_message": column.help[:255],
    }  # fmt: skip


def _lists(sheet: Any, noun: Noun, countries: Sequence[str]) -> dict[str, str]:
    """Writes the words to choose from, a column each. Column of the rows → the cells that hold its words."""
    ranges: dict[str, str] = {}
    for column in noun.columns:
        words = list(column.words) if column.words else list(countries) if column.kind in (COUNTRY, COUNTRIES) else []
        if words:
            place = len(ranges)
            sheet.write_column(0, place, [column.name, *words])
            ranges[column.name] = f"={LISTS}!${letter(place)}$2:${letter(place)}${len(words) + 1}"
    return ranges


def _how(book: Any, sheet: Any, noun: Noun) -> None:
    bold, wrapped = book.add_format({"bold": True, "bottom": 1, "valign": "top"}), book.add_format({"text_wrap": True, "valign": "top"})
    for place, width in enumerate((22, 14, 80, 60)):
        sheet.set_column(place, place, width, wrapped)
    for number, words in enumerate(RULES):
        sheet.merge_range(number, 0, number, 3, words, wrapped)
    first = len(RULES) + 1
    for place, words in enumerate(("column", "needed", "what to write", "words to choose from")):
        sheet.write_string(first, place, words, bold)
    for number, column in enumerate(noun.columns, first + 1):
        for place, words in enumerate((column.name, _needed(column), _what(column), _words(column))):
            sheet.write_string(number, place, words, wrapped)


def _needed(column: Column) -> str:
    return "yes" if column.needed else "no"


def _what(column: Column) -> str:
    once = " May be said once for the whole file when it is taken in." if column.for_file else ""
    example = " A day as 2026-04-03." if column.kind == DAY and "2026" not in column.help else ""
    return f"{column.help or 'How good the source is.'}{example}{once}"


def _words(column: Column) -> str:
    if column.words:
        return "; ".join(word if word == seen else f"{word} ({seen})" for word, seen in column.words.items())
    return "a code such as FRA, or the name as the pages show it" if column.kind in (COUNTRY, COUNTRIES) else ""
