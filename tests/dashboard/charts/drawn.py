"""An SVG of ours as a list of what stands in it, so that two of them can be told apart within a tolerance."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
PLACES = ("x", "y", "width", "height", "cx", "cy", "r", "d", "viewBox")
LOOKS = ("fill", "stroke", "font-weight", "font-style", "text-anchor", "href", "aria-label", "role")
LARGEST_PATH_KEPT = 400  # characters: a coastline is held by the tests of the map, its colour and its words here


@dataclass(frozen=True, slots=True)
class Mark:
    """One element: what it is, what it says and looks like, and its numbers in pixels."""

    tag: str
    words: str
    looks: tuple[str, ...]
    places: tuple[float, ...]

    def differs(self, other: "Mark", pixels: float) -> bool:
        """Whether the other is another kind of thing, or lies more than so many pixels away."""
        if (self.tag, self.words, self.looks, len(self.places)) != (other.tag, other.words, other.looks, len(other.places)):
            return True
        return any(abs(one - two) > pixels for one, two in zip(self.places, other.places, strict=True))


def marks(svg: str) -> list[Mark]:
    """Every element that is seen, heard or pressed, in its order; land without words is left out."""
    return [mark(element) for element in ElementTree.fromstring(svg).iter() if not is_land(element)]


def mark(element: ElementTree.Element) -> Mark:
    places = [element.get(name, "") for name in PLACES if len(element.get(name, "")) <= LARGEST_PATH_KEPT]
    numbers = tuple(float(number) for place in places for number in NUMBER.findall(place))
    return Mark(element.tag.rpartition("}")[2], (element.text or "").strip(), tuple(element.get(look, "") for look in LOOKS), numbers)


def is_land(element: ElementTree.Element) -> bool:
    """A country that is not in the record."""
    return element.tag.endswith("path") and len(element) == 0 and len(element.get("d", "")) > LARGEST_PATH_KEPT


def difference(kept: Sequence[Mark], made: Sequence[Mark], pixels: float) -> str:
    """The first thing that differs, in words; nothing where the two are alike."""
    for place, (one, two) in enumerate(zip(kept, made, strict=False)):
        if one.differs(two, pixels):
            return f"element {place}: kept {one}, drawn {two}"
    return "" if len(kept) == len(made) else f"{len(kept)} elements are kept, {len(made)} drawn"


def small(svg: str) -> str:
    """The drawing without the land that nothing is said about, and with a line for each element, for a file that a person reads and compares."""
    without = re.sub(rf'<path d="[^"]{{{LARGEST_PATH_KEPT},}}"[^>]*/>', "", svg)
    shorter = re.sub(rf'(<path d=")[^"]{{{LARGEST_PATH_KEPT},}}(")', r"\1M0 0z\2", without)
    return shorter.replace("><", ">\n<") + "\n"
