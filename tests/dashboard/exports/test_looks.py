"""Pictures are cut as their address asks, and an address that asks for what there is not is refused in words."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.http import QueryDict
from django.test import Client

from dashboard import charts
from dashboard.exports import as_image, looks
from dashboard.exports.looks import Look
from dashboard.figures import drawing
from dashboard.filters import Filters
from tests.dashboard.conftest import Ask


@pytest.mark.parametrize("shape", ["slide", "square"])
def test_every_chart_has_the_shape_that_is_asked_for(two_countries: Path, ask: Ask, shape: str) -> None:
    look = Look(shape)
    for chart in charts.ALL:
        layout = as_image.figure_of(chart, ask(), "https://example.org/", look)["layout"]
        assert layout["width"] / layout["height"] == pytest.approx(look.cut.ratio, rel=0.01), chart.slug
        assert layout["width"] >= look.cut.width, chart.slug


def test_a_page_is_as_wide_as_paper_and_as_high_as_its_contents(two_countries: Path, ask: Ask) -> None:
    layout = as_image.figure_of(charts.get("why-this-total"), ask(), "https://example.org/", Look("page"))["layout"]
    assert layout["width"] == 794


def test_a_cut_picture_keeps_title_source_and_drawing_inside(two_countries: Path, ask: Ask) -> None:
    chart, filters = charts.get("funding-by-country"), ask()
    svg = ElementTree.fromstring(as_image.svg(chart, filters, "https://example.org/", Look("square")))
    height, width = float(svg.get("height", "0")), float(svg.get("width", "0"))
    places = [(float(text.get("x", "0")), float(text.get("y", "0")), "".join(text.itertext())) for text in svg.iter(f"{{{drawing.SVG}}}text")]
    assert all(0 <= x <= width and 0 <= y <= height for x, y, _ in places)
    said = " ".join(words for *_, words in places)
    assert "Which country has announced" in said
    assert "Source: National AI initiatives" in said


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("funding-by-country.png?scale=4", "scale: “4” is no scale of a picture. Use one of: 1, 2, 3."),
        ("funding-by-country.png?scale=-1", "“-1” is no scale"),
        ("funding-by-country.png?scale=1&scale=2", "“1 and 2” is no scale"),
        ("funding-by-country.svg?scale=2", "only a PNG has a scale"),
        ("funding-by-country.pdf?format=poster", "format: “poster” is no shape of a picture. Use one of: slide, page, square"),
        ("funding-by-country.svg?format=%00%3Cb%3E", "is no shape"),
    ],
)
def test_an_unknown_look_is_refused_in_words(two_countries: Path, client: Client, address: str, said: str) -> None:
    refused = client.get(f"/charts/{address}")
    assert refused.status_code == 400
    assert said in refused.content.decode()


def test_a_switch_of_the_chart_with_the_same_name_is_left_to_the_filters() -> None:
    look, rest = looks.read(QueryDict("scale=sum&scale=3&format=slide&country=JPN"), "png")
    assert look == Look("slide", 3)
    assert Filters.from_query(rest).scale == "sum"


def test_the_name_of_a_file_says_how_it_is_cut(two_countries: Path, client: Client) -> None:
    named = client.get("/charts/funding-by-country.svg?format=slide").headers["Content-Disposition"]
    assert named.endswith('_edition-1_slide.svg"')
    assert Look("square", 3).suffix == "_square_3x"
    assert Look().suffix == ""
