"""How a picture is cut: how sharp it is and which shape it has; must not know what is in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from dashboard import charts
from dashboard.figures.stamped import EDGE

SCALES: Final = (1, 2, 3)  # pixels of a PNG for each pixel of the drawing
USUAL_SCALE: Final = 2


@dataclass(frozen=True, slots=True)
class Shape:
    """A picture's width in pixels with its white edges, and width over height; None where the height follows from the contents."""

    width: int
    ratio: float | None
    words: str


FREE: Final = Shape(charts.PICTURE + 2 * EDGE, None, "as wide as it needs")
BARE: Final = "bare"  # for a slide, whose own words stand around the picture; no reader asks for it
SHAPES: Final[Mapping[str, Shape]] = {
    "slide": Shape(1280, 16 / 9, "for a slide, 16 : 9"),
    "page": Shape(794, None, "for a page, as wide as A4"),
    "square": Shape(1080, 1.0, "square"),
}


class LookRefused(ValueError):
    """A shape or a scale that there is not; the message says which there are."""


@dataclass(frozen=True, slots=True)
class Look:
    """One way to cut a picture: the name of its shape, empty for the usual one, and its scale, which only a PNG has."""

    shape: str = ""
    scale: int = USUAL_SCALE

    @property
    def cut(self) -> Shape:
        """The shape in pixels."""
        return SHAPES.get(self.shape, FREE)

    @property
    def suffix(self) -> str:
        """What the name of the file says of it: `_slide_3x`; nothing for the usual look."""
        return "".join([f"_{self.shape}" if self.shape else "", f"_{self.scale}x" if self.scale != USUAL_SCALE else ""])


USUAL: Final = Look()


def read(query: QueryDict, extension: str) -> tuple[Look, QueryDict]:
    """The look that an address asks for with `format` and `scale`, and the rest of its query. Raises LookRefused, in words.

    Some charts have a switch of the same name `scale`, whose values are words; those are left to the filters."""
    rest = query.copy()
    shapes, scales = rest.pop("format", []), rest.pop("scale", [])
    words = [value for value in scales if value.isalpha()]
    if words:
        rest.setlist("scale", words)
    numbers = [value for value in scales if value not in words]
    return Look(_shape(shapes), _scale(numbers, extension)), rest


def _shape(values: list[str]) -> str:
    found = [value for value in values if value]
    if len(found) > 1 or any(value not in SHAPES for value in found):
        raise LookRefused(f"format: “{_shown(found)}” is no shape of a picture. Use one of: {', '.join(SHAPES)}, or none for the usual one.")
    return found[0] if found else ""


def _scale(values: list[str], extension: str) -> int:
    found = [value for value in values if value]
    if len(found) > 1 or any(value not in map(str, SCALES) for value in found):
        raise LookRefused(f"scale: “{_shown(found)}” is no scale of a picture. Use one of: {', '.join(map(str, SCALES))}.")
    if found and extension != "png":
        raise LookRefused(f"scale: only a PNG has a scale; {extension.upper()} is sharp at every size. Leave it out.")
    return int(found[0]) if found else USUAL_SCALE


def _shown(values: list[str]) -> str:
    text = " and ".join(values)
    visible = "".join(character if character.isprintable() else "\ufffd" for character in text)
    return visible if len(visible) <= 60 else f"{visible[:60]}…"
