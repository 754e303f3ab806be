"""Title and text of printed documents."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.steps.extract.printed import PrintedDocument, PrintedPage, PrintedPiece, printed

WIDTH = 595.0
SECONDS_FOR_A_TRAP = 20
PROSE = (
    "The ministry will train a national language",
    "model with EUR 45 million from the research",
    "budget. Work starts in March, and a first",
    "version is due in two years, said Ada Nordin,",
    "the minister for digital affairs of the state.",
)


def page(*pieces: tuple[float, float, float, str]) -> PrintedPage:
    return PrintedPage(WIDTH, tuple(PrintedPiece(*piece) for piece in pieces))


def column(lines: Sequence[str], x: float = 60, y: float = 700, size: float = 11) -> list[tuple[float, float, float, str]]:
    return [(x, y - 15 * number, size, line) for number, line in enumerate(lines)]


def text_of(*pages: PrintedPage) -> str:
    return printed(PrintedDocument(pages)).text


def test_lines_become_paragraphs_parted_where_the_gap_is_wider() -> None:
    assert text_of(page(*column(PROSE), *column(PROSE, y=600))).splitlines() == [" ".join(PROSE)] * 2


def test_the_largest_letters_are_the_title_and_no_part_of_the_text() -> None:
    found = printed(
        PrintedDocument((page((60, 780, 22, "A model for three"), (60, 755, 22, "languages"), *column(PROSE)),), title="draft3_final.docx")
    )
    assert (found.title, found.text) == ("A model for three languages", " ".join(PROSE))


def test_a_letterhead_in_larger_letters_than_the_headline_is_not_the_title() -> None:
    found = printed(
        PrintedDocument((page((60, 780, 24, "Ministry of Research, Press release"), (60, 750, 18, "State trains a model"), *column(PROSE)),))
    )
    assert found.title == "State trains a model"
    assert found.text.splitlines() == ["Ministry of Research, Press release", " ".join(PROSE)]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("about:blank", ""),
        ("猼牣灩㹴慬敬瑲", ""),
        ("A model", "A model"),
        ("Microsoft Word - release.doc", ""),
        ("release_12.pdf", ""),
        ("untitled", ""),
        (None, ""),
    ],
)
def test_what_a_document_calls_itself_is_its_title_where_that_is_one(said: str | None, title: str) -> None:
    assert printed(PrintedDocument((page(*column(PROSE)),), title=said)).title == title


@pytest.mark.parametrize(
    ("said", "author"), [("Ada Nordin", "Ada Nordin"), ("user", None), ("DOMAIN\\an12", None), ("press@x.example", None), ("", None)]
)
def test_an_account_is_no_author(said: str, author: str | None) -> None:
    assert printed(PrintedDocument((page(*column(PROSE)),), author=said)).author == author


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("The state pays for infra-", "structure in the north of the country."), "The state pays for infrastructure in the north of the country."),
        (
            ("A state-owned firm and a state-", "owned bank will pay for it this year."),
            "A state-owned firm and a state-owned bank will pay for it this year.",
        ),
        (("It will build a large AI-", "based service for all its citizens."), "It will build a large AI-based service for all its citizens."),
        (("The plan of the Franco-", "German council is to be made public."), "The plan of the Franco-German council is to be made public."),
        (("It is said to cost €1.5 bil\u00ad", "lion over five years from now on."), "It is said to cost €1.5 billion over five years from now on."),
        (
            ("An of\ufb01ce for arti\ufb01cial intelligence", "opens in the spring of next year."),
            "An office for artificial intelligence opens in the spring of next year.",
        ),
    ],
)
def test_words_parted_at_the_end_of_a_line_are_made_whole(lines: tuple[str, str], text: str) -> None:
    assert text_of(page(*column(lines))) == text


def test_items_of_a_list_are_lines_of_their_own() -> None:
    items = ["The money goes to three lines:", "• EUR 600 million for a centre", "• EUR 300 million for a model", "1. EUR 100 million for schools"]
    assert text_of(page(*column(items))).splitlines() == items


def test_running_heads_feet_and_page_numbers_are_taken_out() -> None:
    pages = [
        page((60, 820, 8, f"Ministry of Digital Affairs – release 12/2026 – {number}"), *column(told), (280, 30, 8, f"Page {number} of 3"))
        for number, told in enumerate((PROSE[:2], PROSE[2:4], PROSE[4:]), start=1)
    ]
    assert text_of(*pages) == " ".join(PROSE)


def test_a_sum_alone_in_the_middle_of_a_page_is_no_page_number() -> None:
    assert "2026" in text_of(page(*column(PROSE[:2]), (60, 600, 11, "2026"), *column(PROSE[2:], y=500)))


@pytest.mark.parametrize("by_rows", [True, False])
def test_two_columns_are_read_one_after_the_other_however_they_were_drawn(by_rows: bool) -> None:
    left, right = column(PROSE), column([line.upper() for line in PROSE], x=320)
    pieces = [piece for pair in zip(left, right, strict=True) for piece in pair] if by_rows else [*left, *right]
    across = (60.0, 740.0, 11.0, "A line that runs across both columns of the page, from the left edge to the right edge.")
    assert text_of(page(across, *pieces)).splitlines() == [across[3], " ".join(PROSE), " ".join(PROSE).upper()]


def test_cells_of_a_table_stay_in_their_rows() -> None:
    rows = [("Computing centre", "EUR 600 million"), ("National model", "EUR 300 million"), ("Schools", "EUR 90 million"), ("Law", "EUR 10 million")]
    pieces = [piece for y, (name, total) in zip(range(700, 500, -40), rows, strict=False) for piece in ((60, y, 11, name), (320, y, 11, total))]
    assert text_of(page(*pieces)).splitlines() == [f"{name} {total}" for name, total in rows]


def test_a_paragraph_goes_on_over_the_page() -> None:
    assert text_of(page(*column(PROSE[:3])), page(*column(PROSE[3:]))) == " ".join(PROSE)


places = st.floats(-2_000, 2_000, allow_nan=False)


@given(st.lists(st.lists(st.tuples(places, places, st.floats(0, 200), st.text(max_size=30)), max_size=12), max_size=3))
def test_no_document_breaks_the_reading(pages: list[list[tuple[float, float, float, str]]]) -> None:
    assert isinstance(text_of(*(page(*pieces) for pieces in pages)), str)


@pytest.mark.parametrize("x", [60.0, 320.0])
def test_a_page_of_a_hundred_thousand_letters_one_by_one_costs_seconds(x: float) -> None:
    begun = time.process_time()
    text_of(page(*((x + number % 7, 800 - number / 200, 11, "a") for number in range(100_000))))
    assert time.process_time() - begun < SECONDS_FOR_A_TRAP
