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
    try:
        return _written(opened(title, day, slides, template)), ""
    except TemplateRefused as error:
        return _written(opened(title, day, slides)), OWN_STYLE.format(why=error)


def opened(title: str, day: date | None, slides: Sequence[Made], template: bytes | None = None) -> Deck:
    """The slides in a deck that is not written yet. Raises TemplateRefused in words."""
    found = Deck(title, day, None if template is None else open_template(template))
    for made in laid.out(slides, found.content()):
        put(found, made.slide, made.picture)
    return found


def _written(opened: Deck) -> bytes:
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
