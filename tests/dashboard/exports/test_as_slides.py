"""Every chart as slides: what each slide says, whose figures the charts hold, and what a reader hears when one cannot be made."""

import csv
import io
import re
import subprocess
import time
from decimal import Decimal
from pathlib import Path
from shutil import which
from typing import Any

import openpyxl
import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory
from PIL import Image
from pptx import Presentation
from pytest_django import Settings

from dashboard import charts
from dashboard.exports import as_csv, as_image, as_slides, pictures, tables
from dashboard.exports.slides.boxes import SOURCE
from dashboard.filters import Filters
from initiatives import formats
from tests.dashboard.conftest import Ask
from tests.dashboard.exports.slides.rooms import lowest, source

pytestmark = pytest.mark.django_db
SITE = "https://example.org"


def a_picture() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (64, 36)).save(target, "PNG")
    return target.getvalue()


def deck_of(slug: str, filters: Filters) -> Any:
    chart = charts.get(slug)
    made = as_slides.make(chart, filters, as_image.address_of(chart, filters, SITE), None if as_slides.is_native(chart) else a_picture())
    return Presentation(io.BytesIO(made))


def rows_of(slug: str, filters: Filters) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(b"".join(as_csv.stream(tables.chart_table(slug, filters))).decode("utf-8-sig"), newline="")))


def sheet_of(deck: Any) -> list[list[Any]]:
    """The cells behind the first chart."""
    chart = next(shape.chart for shape in deck.slides[0].shapes if shape.has_chart)
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return [[cell.value for cell in row] for row in book["Sheet1"].iter_rows()]


def summed(cells: list[list[Any]], *names: str) -> dict[str, Decimal]:
    """Of each category what the columns whose names begin so hold together."""
    places = [place for place, name in enumerate(cells[0]) if name and name.startswith(names)]
    return {row[0]: sum((Decimal(str(row[place])) for place in places if row[place] is not None), Decimal(0)) for row in cells[1:]}


@pytest.mark.parametrize("query", ["", "country=SWE&basis=committed", "country=NOR&currency=NOK&as_of=2025-07-01"])
def test_every_slide_of_every_chart_has_contents_and_a_source_and_there_are_figures_and_a_method(two_countries: Path, ask: Ask, query: str) -> None:
    filters = ask(query)
    for slug in charts.CHARTS:
        slides = list(deck_of(slug, filters).slides)
        assert len(slides) >= 3
        for slide in slides:
            words = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
            assert "Source: National AI initiatives, edition" in words
            assert f"{SITE}/charts/{slug}/" in words
            assert any(shape.has_chart or shape.has_table or shape.shape_type == 13 for shape in slide.shapes)
            assert slide.notes_slide.notes_text_frame.text
        assert any(shape.has_table for shape in slides[1].shapes)
        assert "Not seen" in " ".join(cell.text for shape in slides[-1].shapes if shape.has_table for cell in shape.table.iter_cells())


LONG_QUERY = (
    "country=JPN&country=KOR&country=FRA&currency=JPY&basis=committed&scope=ai&scope=chips&q=national+computing+centre+for+safe+and+open+models"
)


@pytest.mark.slow
@pytest.mark.parametrize("query", ["", LONG_QUERY, "country=ARE&basis=headline&scope=ai&scope=chips&scope=wider"])
def test_nothing_on_any_slide_of_any_chart_reaches_the_source_line(curated: Path, ask: Ask, query: str) -> None:
    filters = ask(query)
    for slug in charts.CHARTS:
        for number, slide in enumerate(deck_of(slug, filters).slides, 1):
            assert lowest(slide) <= SOURCE.top, f"{slug}, slide {number}"
            assert source(slide).startswith("Source: National AI initiatives, edition")
            assert query or ("…" not in source(slide) and f"/charts/{slug}/" in source(slide))


def test_beside_a_chart_stand_whole_sentences_and_the_money_of_a_table_is_totalled(curated: Path, ask: Ask) -> None:
    filters = ask()
    for slug in charts.CHARTS:
        chart = charts.get(slug)
        rows = chart.rows(filters)
        for note in as_slides.notes(chart, rows, filters, chart.native(rows, filters)):
            assert note.text[:1] == note.text[:1].upper()
            assert note.text.endswith((".", "”", "!"))
    table = next(shape.table for shape in deck_of("funding-by-country", filters).slides[1].shapes if shape.has_table)
    whole = sum((Decimal(row["total"] or 0) for row in rows_of("funding-by-country", filters)), Decimal(0))
    last = [cell.text for cell in table.rows[len(table.rows) - 1].cells]
    assert last[0] == "All"
    assert formats.money(whole, "USD") in last


def test_a_picture_says_that_it_is_one_and_stands_beside_its_figures(curated: Path, ask: Ask) -> None:
    for slug in ("funding-map", "dependence", "composition", "money-flows"):
        slide = deck_of(slug, ask()).slides[0]
        assert "Picture; its figures are in the table." in " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert any(shape.has_table for shape in slide.shapes)


def test_a_period_of_which_nobody_says_how_much_is_an_empty_cell(two_countries: Path, ask: Ask) -> None:
    rows = rows_of("funding-over-time", ask("country=SWE&country=FIN&basis=announced&to=2026-01"))
    assert [row["total"] for row in rows] == [""]
    cells = sheet_of(deck_of("funding-over-time", ask("country=NOR&country=SWE&to=2026-01")))
    by_period = {row[0]: row[1:] for row in cells[1:]}
    assert by_period["2026"] == [None] * len(by_period["2026"])
    assert any(by_period["2025"])


@pytest.mark.parametrize("query", ["", "basis=committed&currency=EUR", "country=JPN&country=KOR&country=EUU&scope=ai&scope=chips"])
def test_charts_hold_the_figures_of_the_csv(curated: Path, ask: Ask, query: str) -> None:
    filters = ask(query)
    countries = {row["country_name"]: row for row in rows_of("funding-by-country", filters)}
    cells = sheet_of(deck_of("funding-by-country", filters))
    for name, total in summed(cells, "Total").items():
        if row := countries.get(name.removesuffix(" ▸")):
            assert float(total) == pytest.approx(float(row["total"] or 0))
    for origin in ("public", "mixed", "private"):
        for name, amount in summed(cells, origin.capitalize()).items():
            if row := countries.get(name.removesuffix(" ▸")):
                assert float(amount) == pytest.approx(float(row[origin] or 0))
    whole = sum(Decimal(row["total"] or 0) for row in countries.values())
    assert float(sum(summed(cells, "Total").values())) == pytest.approx(float(whole))
    periods = {row["period"]: Decimal(row["total"] or 0) for row in rows_of("funding-over-time", filters)}
    assert {name: float(total) for name, total in summed(sheet_of(deck_of("funding-over-time", filters)), "Total").items()} == pytest.approx(
        {name: float(total) for name, total in periods.items()}
    )
    steps = [abs(Decimal(row["amount"])) for row in rows_of("why-this-total", filters)]
    assert [float(one) for one in summed(sheet_of(deck_of("why-this-total", filters)), "Total").values()] == pytest.approx(
        [float(one) for one in steps]
    )


def test_the_same_edition_and_filter_give_the_same_bytes(two_countries: Path, ask: Ask) -> None:
    chart, filters = charts.get("funding-by-country"), ask()
    made = as_slides.make(chart, filters, "/x")
    time.sleep(1.1)
    assert as_slides.make(chart, filters, "/x") == made


def test_the_address_gives_a_file_with_its_name_and_a_second_reader_the_kept_one(two_countries: Path, client: Client) -> None:
    answer = client.get("/charts/why-this-total.pptx?basis=committed")
    assert answer.status_code == 200
    assert answer["Content-Type"] == as_slides.CONTENT_TYPE
    assert answer["Content-Disposition"] == 'attachment; filename="why-this-total_committed_ai_USD_edition-1.pptx"'
    assert client.get("/charts/why-this-total.pptx?basis=committed").content == answer.content
    assert client.get("/charts/no-such-chart.pptx").status_code == 404
    assert client.get("/charts/why-this-total.pptx?basis=comitted").status_code == 400


def test_without_a_browser_only_charts_that_need_a_picture_are_refused(two_countries: Path, settings: Settings, rf: RequestFactory) -> None:
    settings.CHROMIUM_PATH = "/nonexistent"
    cache.clear()
    answer = pictures.deck(rf.get("/charts/funding-map.pptx"), "funding-map", "pptx")
    assert answer.status_code == 503
    assert "stands on its slide as a picture. No Chromium" in answer.content.decode()
    assert answer["Retry-After"]
    assert pictures.deck(rf.get("/charts/funding-by-country.pptx"), "funding-by-country", "pptx").status_code == 200


@pytest.mark.slow
@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_slides_of_every_chart(curated: Path, ask: Ask, tmp_path: Path) -> None:
    filters, expected = ask(), {}
    for slug in charts.CHARTS:
        deck = deck_of(slug, filters)
        deck.save(str(tmp_path / f"{slug}.pptx"))
        expected[slug] = len(deck.slides)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    files = [f"{slug}.pptx" for slug in expected]
    subprocess.run(["soffice", "--headless", profile, "--convert-to", "pdf", *files], cwd=tmp_path, check=True, timeout=300, capture_output=True)
    pages = {slug: len(re.findall(rb"/Type\s*/Page\b", (tmp_path / f"{slug}.pdf").read_bytes())) for slug in expected}
    assert pages == expected
