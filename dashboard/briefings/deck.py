"""The slides of a making as a PPTX; knows neither the record nor how slides were gathered."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Final

from dashboard.briefings import laid
from dashboard.briefings.content.state import Made
from dashboard.briefings.values import Slide
from dashboard.charts.chart import SITE
from dashboard.exports.slides import Deck, TemplateRefused, open_template
from dashboard.exports.slides.values import Picture

OWN_STYLE: Final = "The deck is in our own style: the template could not be used any more. {why}"


def deck(title: str, day: date | None, slides: Sequence[Made], template: bytes | None) -> tuple[bytes, str]:
    """The file, and a remark where the template could not be used."""
    if template is None:
        return _written(Deck(title, day), slides), ""
    try:
        return _written(Deck(title, day, open_template(template)), slides), ""
    except TemplateRefused as error:
        return _written(Deck(title, day), slides), OWN_STYLE.format(why=error)


def _written(opened: Deck, slides: Sequence[Made]) -> bytes:
    for made in laid.out(slides, opened.content()):
        put(opened, made.slide, made.picture)
    target = BytesIO()
    opened.write(target)
    return target.getvalue()


def put(opened: Deck, slide: Slide, picture: bytes | None) -> None:
    """One slide at the end of the deck."""
    if slide.layout == "opening":
        opened.opening(slide.words, f"{SITE} · Briefing", slide.facts, slide.chart)
    elif slide.layout == "picture" and picture and slide.grid:
        opened.picture(slide.words, Picture(slide.name, picture, slide.alt), slide.grid, slide.notes[0].text if slide.notes else "")
    elif slide.layout == "chart" and slide.chart:
        opened.chart(slide.words, slide.chart, slide.grid or slide.notes, half=slide.half)
    elif slide.layout == "words" or slide.grid is None:
        opened.words(slide.words, slide.facts or tuple((note.head, note.text) for note in slide.notes) or (("", slide.remark),))
    else:
        opened.table(slide.words, slide.grid)
