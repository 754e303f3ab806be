"""CSV that spreadsheets, pandas and people read alike."""

import csv
import io
import tracemalloc
from datetime import date
from decimal import Decimal

import pytest

from dashboard.exports import as_csv
from dashboard.exports.table import Cell
from tests.dashboard.exports.worlds import table

ROWS: list[tuple[Cell, ...]] = [
    ("Côte d’Ivoire", Decimal(37_333_760_000), date(2025, 12, 21), None),
    ("Türkiye", Decimal("0.5"), "2025-12", "two\nlines, a comma and “quotes”"),
    ("経済産業省", Decimal(0), "2025", 'say "hi"'),
]


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_it_begins_with_the_mark_and_reads_back_the_same() -> None:
    content = b"".join(as_csv.stream(table("name amount day note", ROWS)))
    assert content.startswith(b"\xef\xbb\xbfname,")
    assert read(content)[1:] == [
        ["Côte d’Ivoire", "37333760000", "2025-12-21", ""],
        ["Türkiye", "0.5", "2025-12", "two\nlines, a comma and “quotes”"],
        ["経済産業省", "0", "2025", 'say "hi"'],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-x", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x.example")'])
def test_no_text_starts_a_formula(text: str) -> None:
    ((_, (cell,))) = read(b"".join(as_csv.stream(table("name", [(text,)]))))
    assert cell == f"'{text}"


def test_amounts_stay_numbers_when_they_are_negative_or_long() -> None:
    rows = [(Decimal("-82173768174.16"),), (Decimal("5394014814798.17"),), (Decimal("1E+3"),)]
    assert read(b"".join(as_csv.stream(table("amount", rows))))[1:] == [["-82173768174.16"], ["5394014814798.17"], ["1000"]]


def test_a_hundred_thousand_rows_take_flat_memory() -> None:
    rows = ((f"initiative {number}", Decimal(number), date(2025, 1, 1), "x" * 200) for number in range(100_000))
    tracemalloc.start()
    size = sum(len(piece) for piece in as_csv.stream(table("name amount day note", rows)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size > 20_000_000
    assert peak < 2_000_000
