"""Decks made of a few plain values, and templates good and bad, for what slides do with them."""

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from pptx import Presentation
from pptx.util import Inches

from dashboard.charts.native import Native, Series
from dashboard.exports.slides import Deck, DrawnChart, Grid, Note, SlideWords

BILLION = Decimal(10) ** 9
WORDS = SlideWords(
    "Japan leads with $37.0 bn; Kenya follows, and of Belgium nobody says how much",
    "Announced or firmer · AI only · US dollars at the rate of each day · as of 3 Jul 2026",
    "Source: National AI initiatives, edition 7 · /charts/funding-by-country/?edition=7",
    "How it is counted.",
)
HOSTILE = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "bell\x07 \x00null \ud800half", "_x0007_", "<b>&amp;</b>", "https://tracker.example/")


def amounts(*figures: float | None) -> tuple[Decimal | None, ...]:
    return tuple(None if figure is None else Decimal(str(figure)) * BILLION for figure in figures)


def native(names: tuple[str, ...] = ("Japan", "Kenya", "Belgium")) -> Native:
    """Bars of three countries: public, an “up to”, mixed; of the last nobody says how much."""
    rest = (0,) * (len(names) - 3)
    return Native(
        "bars",
        names,
        (
            Series("Public", amounts(30, 1, None, *rest), "public"),
            Series("Mixed", amounts(6, 0, None, *rest), "mixed", "lines"),
            Series("Public, “up to”", amounts(1, 0, None, *rest), "public", open_end=True),
        ),
        "US dollars",
        ("$37.0\u00a0bn", "$1.00\u00a0bn", "undisclosed", *("$0" for _ in rest)),
    )


def drawn(shown: Native | None = None) -> DrawnChart:
    return DrawnChart("Money by country", shown or native(), "Japan $37.0 bn; Kenya $1.00 bn.", (("Question", "Who pays?"), ("Edition", "7")))


def grid(rows: int = 4) -> Grid:
    return Grid("Figures", ("Country", "Entries", "Sum"), tuple((f"Country {number}", str(number), f"${number}.0 bn") for number in range(rows)))


def whole_deck(template: Any = None) -> Deck:
    """One slide of each kind that needs no picture."""
    deck = Deck("Who pays?", template_opened=template)
    deck.opening(WORDS, "National AI initiatives", [("Counted", "each sum once"), ("Currency", "US dollars")], drawn())
    deck.chart(WORDS, drawn(), (Note("In full", "Japan and Kenya."), Note("", "And more.")))
    deck.chart(WORDS, drawn(), grid(), "Each step opens its entries.")
    deck.chart(WORDS, drawn(), grid(), half=True)
    deck.charts(WORDS, ("Left?", drawn()), ("Right?", drawn()))
    deck.table(WORDS, grid(60))
    deck.words(WORDS, [("Counted", "Each sum once."), ("Sources", "Articles.")])
    return deck


def file(deck: Deck) -> bytes:
    target = io.BytesIO()
    deck.write(target)
    return target.getvalue()


@cache
def whole_file() -> bytes:
    """The whole deck on our template, made once."""
    return file(whole_deck())


def opened_whole() -> Any:
    return Presentation(io.BytesIO(whole_file()))


def opened(deck: Deck) -> Any:
    return Presentation(io.BytesIO(file(deck)))


def template(change: Callable[[Any], None] | None = None) -> bytes:
    """The template that python-pptx brings: eleven layouts, 4:3, blue, with one slide."""
    shown = Presentation()
    slide = shown.slides.add_slide(shown.slide_layouts[5])
    slide.shapes.title.text = "Confidential draft"
    slide.shapes.add_textbox(0, 0, Inches(1), Inches(1))
    if change:
        change(shown)
    target = io.BytesIO()
    shown.save(target)
    return target.getvalue()


def with_parts(content: bytes, named: dict[str, bytes | None]) -> bytes:
    """The file with some parts replaced, added, or left out (None)."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in named:
                new.writestr(name, old.read(name))
        for name, part in named.items():
            if part is not None:
                new.writestr(name, part)
    return target.getvalue()


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as file_:
        return file_.read(name)
