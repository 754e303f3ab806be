"""Slides as they are read again: words in their places, charts that can be edited, nothing outside the theme, the same bytes every time."""

import io
import re
import subprocess
import zipfile
from pathlib import Path
from shutil import which
from typing import Any

import openpyxl
import pytest
from PIL import Image

from dashboard.charts.native import Native, Series
from dashboard.exports.slides import Deck, Grid, Picture
from dashboard.exports.slides.boxes import LAYOUTS
from tests.dashboard.exports.slides.worlds import HOSTILE, WORDS, amounts, drawn, file, grid, native, opened, opened_whole, whole_deck, whole_file


def charts_of(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def sheet_of(chart: Any, name: str = "Sheet1") -> Any:
    return openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))[name]


def test_every_slide_has_takeaway_basis_contents_source_number_and_notes() -> None:
    slides = list(opened_whole().slides)
    assert [slide.slide_layout.name for slide in slides] == [
        "Briefing title", "Chart and notes", "Chart and table", "Half chart and table", "Two charts", "Table", "Table",
    ]  # fmt: skip
    for place, slide in enumerate(slides):
        words = {shape.placeholder_format.idx: shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame}
        assert words[0] == WORDS.takeaway
        assert place == 0 or words[13].startswith("Announced or firmer")
        assert words[14] == WORDS.source
        assert 'type="slidenum"' in slide.part.blob.decode()
        assert any(shape.has_chart or shape.has_table for shape in slide.shapes)
        assert slide.notes_slide.notes_text_frame.text.startswith("How it is counted.")


def test_our_template_has_seven_layouts_of_real_placeholders() -> None:
    layouts = opened_whole().slide_layouts
    assert {layout.name: set(LAYOUTS[layout.name]) - {one.placeholder_format.idx for one in layout.placeholders} for layout in layouts} == {
        name: set() for name in LAYOUTS
    }


def test_a_chart_carries_its_figures_and_leaves_what_nobody_said_empty() -> None:
    chart = charts_of(opened_whole().slides[1])[0]
    assert [series.name for series in chart.plots[0].series] == ["Public", "Mixed", "Public, “up to”", "Total"]
    assert list(chart.plots[0].categories) == ["Japan", "Kenya", "Belgium: undisclosed"]
    assert list(chart.plots[0].series[0].values) == [30e9, 1e9, None]
    sheet = sheet_of(chart)
    assert [cell.value for cell in sheet[1]] == [None, "Public", "Mixed", "Public, “up to”", "Total"]
    assert [cell.value for cell in sheet[2]] == ["Japan", 30e9, 6e9, 1e9, 37e9]
    assert [cell.value for cell in sheet[4]] == ["Belgium", None, None, None, None]
    assert [cell.value for cell in sheet_of(chart, "About")["A"]] == ["Question", "Edition"]


def test_charts_tables_and_pictures_describe_themselves() -> None:
    deck = Deck("Who pays?")
    target = io.BytesIO()
    Image.new("RGB", (1600, 300)).save(target, "PNG")
    deck.picture(WORDS, Picture("Map", target.getvalue(), "A map of figures"), grid(), "Picture; its figures are in the table.")
    deck.chart(WORDS, drawn(), grid())
    for slide in opened(deck).slides:
        told = [shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in slide.shapes if not shape.has_text_frame]
        assert all(told)
    picture = next(shape for shape in opened(deck).slides[0].shapes if shape.shape_type == 13)
    assert picture.width / picture.height == pytest.approx(1600 / 300, rel=0.01)
    assert "Picture" in " ".join(shape.text_frame.text for shape in opened(deck).slides[0].shapes if shape.has_text_frame)


def test_no_run_names_a_font_or_a_colour_of_its_own_and_nothing_is_smaller_than_twelve_points() -> None:
    with zipfile.ZipFile(io.BytesIO(whole_file())) as parts:
        for name in parts.namelist():
            if re.match(r"ppt/(slides|slideLayouts|slideMasters|charts)/[^/]+\.xml", name):
                xml = parts.read(name).decode()
                assert "srgbClr" not in xml, name
                assert set(re.findall(r'typeface="([^"]*)"', xml)) <= {"+mj-lt", "+mn-lt", "+mj-ea", "+mn-ea", "+mj-cs", "+mn-cs"}, name
                assert all(int(size) >= 1200 for size in re.findall(r'\bsz="(\d+)"', xml)), name


def test_the_same_slides_give_the_same_bytes() -> None:
    assert file(whole_deck()) == whole_file()


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_outside_stays_text(text: str) -> None:
    deck = Deck(text)
    words = type(WORDS)(text, text, text, text)
    deck.chart(words, drawn(native(("Japan", "Kenya", "Belgium", text))), Grid(text, (text, "Sum"), ((text, text),)))
    content = file(deck)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        relations = b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".rels"))
    assert b"External" not in relations
    chart = charts_of(opened(deck).slides[0])[0]
    with zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as parts:
        sheets = b"".join(parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets"))
    assert b"<f>" not in sheets
    assert b"hyperlink" not in sheets
    cell = sheet_of(chart)["A5"]
    assert cell.data_type == "s"
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))


def test_a_table_without_room_counts_what_it_leaves_out_and_several_slides_hold_more() -> None:
    deck = Deck("Who pays?")
    deck.table(WORDS, grid(200))
    deck.table(WORDS, grid(26), slides=3)
    slides = list(opened(deck).slides)
    tables = [next(shape.table for shape in slide.shapes if shape.has_table) for slide in slides]
    shown = len(tables[0].rows) - 2
    assert tables[0].cell(shown + 1, 0).text == f"and {200 - shown} more; the workbook has all"
    assert len(tables) == 3
    assert sum(len(table.rows) - 1 for table in tables[1:]) == 26


def test_the_last_cell_of_a_row_leads_to_its_slide() -> None:
    deck = Deck("Who pays?")
    deck.table(WORDS, Grid("Answer", ("Figure", "Slide"), (("$5 bn", "2"), ("$6 bn", "9")), jumps=(2, 9)))
    deck.words(WORDS, [("Counted", "once")])
    xml = opened(deck).slides[0].part.blob.decode()
    assert xml.count("ppaction://hlinksldjump") == 1


def test_a_single_bar_needs_no_axes_and_writes_its_words_on_its_parts() -> None:
    deck = Deck("Who pays?")
    parts = tuple(Series(name, amounts(sum_), name, labels=(f"${sum_}.0\u00a0bn",)) for name, sum_ in (("public", 30), ("private", 20)))
    deck.opening(WORDS, "Briefing", [("Counted", "once")], drawn(Native("bars", ("All",), parts, "US dollars")))
    chart = charts_of(opened(deck).slides[0])[0]
    xml = chart.part.blob.decode()
    assert xml.count('<c:delete val="1"/>') == 2
    assert xml.count("<c:dLbl>") == 2
    assert '<c:max val="50000000000"/>' in xml


def test_totals_stand_past_their_stack_under_a_format_that_follows_the_cell() -> None:
    xml = charts_of(opened_whole().slides[1])[0].part.blob.decode()
    assert "&quot;$&quot;0.0,,,&quot;\u00a0bn&quot;" in xml


@pytest.mark.slow
@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_every_slide(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(whole_file())
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(["soffice", "--headless", profile, "--convert-to", "pdf", "deck.pptx"], cwd=tmp_path, check=True, timeout=180, capture_output=True)
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "deck.pdf").read_bytes())) == 7
