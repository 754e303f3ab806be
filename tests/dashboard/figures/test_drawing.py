"""The SVG drawn here: safe for a strict page, whole as a file, and like the one that plotly.js draws."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from dashboard.figures import country_bars, drawing, text, theme
from dashboard.figures.drawing.ink import Ink
from dashboard.figures.drawing.words import runs
from dashboard.figures.labels import Labels, round_step
from tests.dashboard.figures.rows import HOSTILE, MINISTRY, country, small_world
from tests.dashboard.figures.test_figures import FIGURES


@pytest.mark.parametrize("name", FIGURES)
def test_the_svg_of_a_page_holds_nothing_that_a_strict_policy_refuses(name: str) -> None:
    svg = drawing.for_page(FIGURES[name], "chart", "Title", "Description")
    ElementTree.fromstring(svg)
    for forbidden in (" style=", "<script", "<style", "@import", "http:", "https:", "xlink", "<foreignObject", "<image"):
        assert forbidden not in svg.replace(drawing.SVG, ""), forbidden
    assert not re.search(r" on[a-z]+=", svg)
    assert all(reference.startswith("url(#chart-p") for reference in re.findall(r"url\([^)]*\)", svg))


@pytest.mark.parametrize("name", FIGURES)
def test_colours_of_a_page_are_tokens_with_the_light_colour_behind(name: str) -> None:
    svg = drawing.for_page(FIGURES[name], "chart", "Title", "Description")
    bare = re.findall(r'"(#[0-9a-f]{6})"', svg)
    assert bare == []
    assert "var(--ink, #1b1e22)" in svg


def test_a_file_is_light_with_a_full_size_background_first() -> None:
    svg = drawing.for_file(FIGURES["bars-wide"], "chart", "Title", "Description")
    root = ElementTree.fromstring(svg.encode())
    first = root[0]
    assert first.tag.endswith("rect")
    assert (first.get("width"), first.get("height"), first.get("fill")) == (root.get("width"), root.get("height"), "#ffffff")
    assert "var(" not in svg
    assert root.get("font-family", "").endswith("sans-serif")


def test_a_drawing_has_a_name_and_a_description_for_screen_readers() -> None:
    root = ElementTree.fromstring(drawing.for_page(FIGURES["bars-wide"], "chart", "Which <country>?", 'The "first" & last'))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "chart-title chart-desc"
    assert [element.text for element in root if element.get("id")] == ["Which <country>?", 'The "first" & last']


def test_two_drawings_on_a_page_share_no_id() -> None:
    ids = [set(re.findall(r' id="([^"]+)"', drawing.for_page(FIGURES["bars-wide"], name, "t", "d"))) for name in ("one", "two")]
    assert ids[0].isdisjoint(ids[1])
    assert len(ids[0]) > 2


def test_text_from_outside_is_text_whatever_it_looks_like() -> None:
    svg = drawing.for_page(country_bars.figure([country("A", HOSTILE, 5), country("B", MINISTRY, 3)], Labels("USD"), 1200), "c", HOSTILE, HOSTILE)
    shown = [element.text for element in ElementTree.fromstring(svg).iter() if element.tag.endswith("text")]
    assert HOSTILE in shown
    assert MINISTRY in shown


def test_our_own_markup_is_read_and_nothing_else() -> None:
    markup = f"{text.bold('a < b')} {text.second('<i>')}{text.italic('x')}"
    pieces = list(runs(markup, Ink("x", follows_page=False)))
    assert pieces == [
        '<tspan font-weight="bold">a &lt; b</tspan>',
        " ",
        f'<tspan fill="{theme.LIGHT["ink-2"]}">&lt;i&gt;</tspan>',
        '<tspan font-style="italic">x</tspan>',
    ]


def test_a_map_is_small_enough_for_a_first_visit() -> None:
    assert len(drawing.for_page(FIGURES["map-wide"], "map", "t", "d")) < 120_000


def test_marks_say_what_they_are_without_a_script() -> None:
    svg = drawing.for_page(country_bars.figure(small_world(), Labels("USD"), 789), "c", "t", "d")
    assert "<title>United States: public: $37.5\u00a0bn</title>" in svg


@pytest.mark.parametrize(("top", "step"), [("53.5e9", "10e9"), ("0.18", "0.05"), ("7", "2"), ("1", "0.2")])
def test_axes_have_round_steps(top: str, step: str) -> None:
    assert round_step(Decimal(top), 6) == Decimal(step)


def test_the_last_mark_of_an_axis_carries_the_unit() -> None:
    assert Labels("USD").scale(Decimal("53.5e9")).words == ("0", "10", "20", "30", "40", "$50\u00a0bn")
    assert Labels("EUR", "gdp").scale(Decimal("0.18")).words == ("0", "0.05", "0.1", "0.15\u00a0%")
    assert Labels("USD").scale(Decimal(0)).words == ("0",)


def test_wide_characters_take_more_room_and_long_words_are_broken() -> None:
    assert text.width_of("経済産業省") > text.width_of("abcde")
    assert text.shortened("a name", 500) == "a name"
    assert text.width_of(text.shortened("United Arab Emirates and more", 80)) <= 80
    assert all(text.width_of(line) <= 100 for line in text.wrapped("x" * 90 + " and words", 100))
