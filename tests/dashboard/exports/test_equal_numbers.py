"""Whatever is asked, page, CSV, JSON, workbook, slides and the questions themselves give the same numbers."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import openpyxl
import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation

from dashboard import charts
from dashboard.exports import as_csv, as_json, as_slides, as_xlsx, tables
from dashboard.exports.slides.sheet import columns_of
from dashboard.exports.table import Cell
from dashboard.filters import Filters
from dashboard.queries.readiness import state_of
from dashboard.queries.totals import totals
from dashboard.templatetags.shown import digits

Query = list[tuple[str, str]]
FEW = settings(max_examples=2, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
MORE = settings(FEW, max_examples=5)
PLACES = ("JPN", "KOR", "USA", "FRA", "GBR", "EUU", "joint", "-USA")


def some(name: str, values: Iterable[str], most: int = 2) -> st.SearchStrategy[Query]:
    return st.lists(st.sampled_from(list(values)), max_size=most, unique=True).map(lambda found: [(name, value) for value in found])


QUERIES = st.tuples(
    some("country", PLACES, 3),
    some("basis", ("headline", "announced", "budgeted", "committed", "disbursed"), 1),
    some("scope", ("ai", "chips", "wider"), 3),
    some("currency", ("USD", "EUR", "JPY", "NOK"), 1),
    some("as_of", ("2025-07-01", "2024"), 1),
    some("origin", ("public", "private", "-mixed")),
    some("kind", ("compute", "strategy", "-chips")),
    some("per", ("gdp", "person"), 1),
).map(lambda parts: urlencode([pair for part in parts for pair in part]))


def written_cell(cell: Cell) -> Any:
    """A cell as a workbook gives it back."""
    if isinstance(cell, Decimal):
        return pytest.approx(float(cell))
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day)
    return None if cell == "" else cell


def sheets(slug: str, filters: Filters) -> Any:
    target = io.BytesIO()
    as_xlsx.write([tables.chart_table(slug, filters)], target)
    return openpyxl.load_workbook(io.BytesIO(target.getvalue()))


def plain(values: Iterable[Decimal | None]) -> list[Any]:
    return [None if value is None else pytest.approx(float(value)) for value in values]


def summed(slug: str, filters: Filters, column: str, **only: str) -> Decimal:
    """What a column of a download adds up to, over the rows whose cells are as said."""
    table = tables.chart_table(slug, filters) if slug in tables.CHART_ROWS else tables.list_table(slug, filters)
    rows = [dict(zip(table.names, cells, strict=True)) for cells in table.cells()]
    amounts = [row[column] for row in rows if all(row[name] == value for name, value in only.items())]
    return sum((amount for amount in amounts if isinstance(amount, Decimal)), Decimal(0))


@pytest.mark.slow
@MORE
@given(query=QUERIES)
def test_csv_json_and_workbook_hold_the_same_cells(curated: Path, query: str) -> None:
    with state_of(QueryDict(query)) as filters:
        for slug in charts.CHARTS:
            names, cells = tables.chart_table(slug, filters).names, list(tables.chart_table(slug, filters).cells())
            flat = list(csv.reader(io.StringIO(b"".join(as_csv.stream(tables.chart_table(slug, filters))).decode("utf-8-sig"), newline="")))
            wrapped = json.loads(b"".join(as_json.stream(tables.chart_table(slug, filters))))["rows"]
            sheet = [[cell.value for cell in row] for row in sheets(slug, filters).worksheets[0].iter_rows()]
            assert flat == [names, *([as_csv.written(cell) for cell in row] for row in cells)], slug
            assert [list(row.values()) for row in wrapped] == [[as_json.written(cell) for cell in row] for row in cells], slug
            assert sheet == [names, *([written_cell(cell) for cell in row] for row in cells)], slug


@FEW
@given(query=QUERIES)
def test_every_chart_of_money_and_the_ledger_add_up_to_the_total_of_the_page(curated: Path, client: Client, query: str) -> None:
    with state_of(QueryDict(query)) as filters:
        total = totals(filters).total or Decimal(0)
        shown = filters.currency, total.quantize(Decimal(1))
        sums = {
            "funding-by-country": summed("funding-by-country", filters, "total"),
            "funding-map": summed("funding-map", filters, "total"),
            "funding-over-time": summed("funding-over-time", filters, "total"),
            "why-this-total": summed("why-this-total", filters, "amount", step="counted"),
            "composition": summed("composition", filters, "amount"),
            "money-flows": summed("money-flows", filters, "amount") - summed("money-flows", filters, "amount", kind="beside-scope"),
            "funding-ladder": summed("funding-ladder", filters, filters.basis),
            "ledger": summed("ledger", filters, "counts"),
        }
    assert {name: float(amount) for name, amount in sums.items()} == {name: pytest.approx(float(total), abs=1) for name in sums}
    page = client.get(f"/charts/funding-by-country/?{query}&view=table").content.decode()
    assert not total or str(digits(total)) in page, shown


@pytest.mark.slow
@MORE
@given(query=QUERIES)
def test_the_charts_of_slides_and_workbooks_hold_what_is_drawn(curated: Path, query: str) -> None:
    with state_of(QueryDict(query)) as filters:
        for chart in charts.ALL:
            native = chart.native(chart.rows(filters), filters)
            if native is None or not native.categories:
                continue
            drawn = [plain(values) for _, values in columns_of(native)]
            deck = Presentation(io.BytesIO(as_slides.make(chart, filters, "https://our.example/s/x")))
            first = next(shape.chart for shape in deck.slides[0].shapes if shape.has_chart)
            behind = openpyxl.load_workbook(io.BytesIO(first.part.chart_workbook.xlsx_part.blob))["Sheet1"]
            assert columns(behind, 2, len(native.categories))[: len(drawn)] == drawn, chart.slug
            assert columns(sheets(chart.slug, filters).worksheets[1], 5, len(native.categories))[: len(drawn)] == drawn, chart.slug


def columns(sheet: Any, first: int, rows: int) -> list[list[Any]]:
    """The cells of some rows by column, without the first, which names the rows."""
    found = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first, max_row=first + rows - 1)]
    return [list(column) for column in zip(*found, strict=True)][1:]
