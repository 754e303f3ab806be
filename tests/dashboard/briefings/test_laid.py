"""Slides as they are laid out: nothing of a table is lost, numbers lead to where slides then stand, no stance is cut before another."""

import html
from collections import Counter

from dashboard.briefings import deck, laid, printed
from dashboard.briefings.content.state import Made
from dashboard.briefings.content.voices import NAME, VOICES
from dashboard.briefings.values import Slide
from dashboard.exports.slides.boxes import CONTENT, Box
from dashboard.exports.slides.values import Grid, SlideWords

WORDS = SlideWords("A takeaway", "As of today", "Source: the record · https://example.org/s/abc", "")
LONG = "An initiative with a name of so many words that two lines of its column hardly hold all of them, whoever reads it"


def slide(grid: Grid, name: str = "Initiatives", words: SlideWords = WORDS) -> Made:
    return Made(Slide(name, "table", words, grid))


def many(number: int) -> Grid:
    rows = tuple((f"{place}. {LONG}", "Japan", f"{place} bn") for place in range(number))
    return Grid("Initiatives", ("Initiative", "Owner", "Counted"), rows, widths=(4.4, 1.9, 1.2), sizes=(12, 12, 12))


def test_a_table_that_is_too_high_goes_on_on_further_slides_and_loses_no_row() -> None:
    parts = laid.out([slide(many(25))])
    assert len(parts) > 1
    assert [row for part in parts for row in part.slide.grid.rows] == list(many(25).rows)  # type: ignore[union-attr]
    page = html.unescape(printed.html("Title", [slide(many(25))]))
    assert all(f">{place} bn<" in page for place in range(25))
    assert "the workbook has all" not in page
    assert page.count("https://example.org/s/abc") == len(parts)


def test_numbers_of_slides_follow_those_that_moved() -> None:
    answer = Grid("The answer", ("Figure", "Said", "Slide"), (("1", "first", "2"), ("2", "last", "3")), jumps=(2, 3))
    first, *_, last = laid.out([slide(answer), slide(many(25)), slide(many(1))])
    assert first.slide.grid is not None
    assert last.slide.grid is not None
    assert first.slide.grid.jumps == (2, len(laid.out([slide(many(25))])) + 2)
    assert [row[2] for row in first.slide.grid.rows] == ["2", str(first.slide.grid.jumps[1])]


def test_deck_and_pdf_have_the_same_slides() -> None:
    slides = [slide(many(25)), slide(many(3))]
    made, _ = deck.deck("Title", None, slides, None)
    assert made.startswith(b"PK")
    assert printed.html("Title", slides).count("<section") == len(laid.out(slides)) == len(deck.opened("Title", None, slides).opened.slides)


def test_where_two_voices_of_each_stance_have_no_room_there_is_one_of_each() -> None:
    rows = tuple((stance, LONG, f"{number}. Somebody", "Something") for stance in ("for", "wary", "against") for number in (1, 2))
    grid = Grid("Voices", ("Stance", "Says", "Who", "On"), rows, sizes=(12,) * 4)
    told = SlideWords(f"All speak: {VOICES[2]} for each", "", "", "")
    wide, low = laid.out([slide(grid, NAME, told)]), laid.out([slide(grid, NAME, told)], Box(0, 0, CONTENT.width, 3.0))
    for parts, number in ((wide, 2), (low, 1)):
        stances = Counter(row[0] for part in parts for row in part.slide.grid.rows)  # type: ignore[union-attr]
        assert stances == {"for": number, "wary": number, "against": number}
        assert VOICES[number] in parts[0].slide.words.takeaway


def test_a_long_title_of_the_first_slide_is_set_smaller_and_stays_whole() -> None:
    title = "How much public and private money stands behind national artificial intelligence initiatives, and how firm is it today"
    page = printed.html("T", [Made(Slide("First slide", "opening", SlideWords(title, "Basis", "Source", ""), facts=(("Counted", "all"),)))])
    assert title in page
    assert "font-size: 40pt" not in page
