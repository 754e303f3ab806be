"""Small drawings that stand in the page as plain SVG: values to places in percent of the width; knows no rows, requests or colours."""

from dashboard.pages.drawings.bars import Bar, Piece, Rung, balance, ladder, split
from dashboard.pages.drawings.columns import STACK, Column, Columns, columns
from dashboard.pages.drawings.strip import Strip, Words, strip
from dashboard.pages.drawings.years import Promise, Span, Years, years

__all__ = [
    "STACK", "Bar", "Column", "Columns", "Piece", "Promise", "Rung", "Span", "Strip", "Words", "Years",
    "balance", "columns", "ladder", "split", "strip", "years",
]  # fmt: skip
