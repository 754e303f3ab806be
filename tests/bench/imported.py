"""Checks spreadsheets of 20,000 rows as a worker does, in a process that `manage.py shell` has set up; stores nothing of the record."""

import csv
import json
import resource
import time
from io import BytesIO, StringIO
from itertools import cycle, islice
from typing import Any, Final

import xlsxwriter

from initiatives.importing import run, upload
from initiatives.models import BulkImport, Initiative

ROWS: Final = 20_000
HEADERS: Final = (
    "initiative", "announced_on", "amount", "currency", "hedge", "stage", "origin", "scope", "funders", "period", "instrument", "relation",
    "related_to", "tier", "source", "note",
)  # fmt: skip


def main() -> None:
    """Prints seconds of both kinds of files, of processor time, and the most memory in MB, as JSON."""
    table = rows()
    began = time.process_time()
    workbook = seconds("bench.xlsx", as_workbook(table))
    processor = time.process_time() - began
    text = seconds("bench.csv", as_text(table))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"workbook": workbook, "text": text, "processor": processor, "megabytes": megabytes}))


def rows() -> list[list[Any]]:
    """New entries of many initiatives, a fifth of which restate the row before them."""
    slugs = cycle(Initiative.objects.order_by("pk").values_list("slug", flat=True)[:ROWS])
    made = []
    for number, slug in enumerate(islice(slugs, ROWS)):
        same = number % 5 == 4
        relation = ["restates", f"row {number + 1}"] if same else ["new", ""]
        amount = 1_000_000 + number
        day = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"
        payers = f"Ministry {number % 50} (60 %); Bank {number % 7} (40 %)"
        source = f"https://bench.example/{number // 3}"
        made.append(
            [slug, day, amount, "EUR", "about", "announced", "public", "ai", payers, "2026-2030", "grant", *relation, 3, source, f"Row {number}"]
        )
    return made


def seconds(name: str, content: bytes) -> float:
    """How long the check of a file takes, which has to find nothing wrong."""
    row = upload.take("funding", name, content, None)
    upload.ask_for_check(row, row.mapping, row.reading, row.version)
    began = time.monotonic()
    run.work_on(row.pk)
    took = time.monotonic() - began
    row.refresh_from_db()
    assert (row.state, row.problem_count, row.effect["new"]) == ("checked", 0, ROWS), (row.state, row.message, row.problems[:3])
    BulkImport.objects.filter(pk=row.pk).delete()
    return took


def as_workbook(table: list[list[Any]]) -> bytes:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([list(HEADERS), *table]):
            sheet.write_row(number, 0, row)
    return buffer.getvalue()


def as_text(table: list[list[Any]]) -> bytes:
    buffer = StringIO()
    csv.writer(buffer).writerows([HEADERS, *table])
    return buffer.getvalue().encode()
