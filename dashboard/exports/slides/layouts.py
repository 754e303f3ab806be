"""Finds in any template the layout for a slide and the places on it: by name, else by what the layout offers; knows no contents."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Opened
from pptx.util import Emu

from dashboard.exports.slides import boxes
from dashboard.exports.slides.boxes import EMU_AN_INCH, LAYOUTS, Box

TITLES: Final = frozenset({PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE})
FURNITURE: Final = frozenset({PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.HEADER})
LARGEST_TITLE_SHARE: Final = 0.3  # of the height of a slide, for what a foreign layout may give its title
EDGE_SHARE: Final = 0.045  # of the width of a slide, where a layout has no title to go by
SMALLEST_CONTENT: Final = 2.0  # inches


@dataclass(frozen=True, slots=True)
class Stage:
    """A new slide with the boxes of its parts; `own` says that the layout is one of ours and has a placeholder for each."""

    slide: Any
    places: Mapping[int, Box]
    own: bool

    def placeholder(self, at: int) -> Any | None:
        """The placeholder of this number, None where the layout has none."""
        return next((one for one in self.slide.placeholders if one.placeholder_format.idx == at), None) if self.own or at == boxes.TITLE_AT else None


def stage(opened: Opened, name: str) -> Stage:
    """Adds a slide for the layout of this name, or for the one that comes nearest to it."""
    layout = next((one for one in opened.slide_layouts if one.name == name and _is_ours(one, name)), None)
    if layout is not None:
        return Stage(opened.slides.add_slide(layout), {**LAYOUTS[name], boxes.SOURCE_AT: boxes.SOURCE, boxes.NUMBER_AT: boxes.NUMBER}, True)
    slide = opened.slides.add_slide(_nearest(opened, name == boxes.OPENING))
    title = _title_box(slide, opened)
    _cleared(slide)
    return Stage(slide, _stretched(name, title, opened), False)


def stage_places(opened: Opened, name: str) -> Mapping[int, Box]:
    """The boxes that a slide of this layout will have."""
    if any(one.name == name and _is_ours(one, name) for one in opened.slide_layouts):
        return LAYOUTS[name]
    layout = _nearest(opened, name == boxes.OPENING)
    return _stretched(name, _title_box(layout, opened), opened)


def _is_ours(layout: Any, name: str) -> bool:
    return set(LAYOUTS[name]) <= {one.placeholder_format.idx for one in layout.placeholders}


def _nearest(opened: Opened, opening: bool) -> Any:
    """Among the layouts with a title the one with least beside it; for the opening one with a centred title, where there is one."""
    return min(opened.slide_layouts, key=lambda layout: _distance(layout, opening))


def _distance(layout: Any, opening: bool) -> tuple[bool, bool, int]:
    kinds = [one.placeholder_format.type for one in layout.placeholders]
    centred = PP_PLACEHOLDER.CENTER_TITLE in kinds
    return not TITLES & set(kinds), centred != opening, sum(kind not in TITLES | FURNITURE for kind in kinds)


def _title_box(slide: Any, opened: Opened) -> Box:
    """Where the layout has its title, kept within sense."""
    wide, high = _inches(opened.slide_width), _inches(opened.slide_height)
    title = next((one for one in slide.placeholders if one.placeholder_format.type in TITLES), None)
    edge = wide * EDGE_SHARE
    if title is None or title.width is None or title.top is None:
        return Box(edge, high * 0.06, wide - 2 * edge, high * 0.13)
    left = min(max(_inches(title.left), 0.1), wide * 0.3)
    width = min(_inches(title.width), wide - left - 0.1)
    top = min(max(_inches(title.top), 0.05), high * 0.2)
    return Box(left, top, max(width, wide * 0.5), min(max(_inches(title.height), 0.6), high * LARGEST_TITLE_SHARE - top))


def _stretched(name: str, title: Box, opened: Opened) -> dict[int, Box]:
    """Our boxes in the room that a foreign layout leaves under its title."""
    high = _inches(opened.slide_height)
    foot = high - 0.62
    basis = Box(title.left, title.top + title.height + 0.02, title.width, 0.3)
    content = Box(title.left, basis.top + 0.42, title.width, max(foot - basis.top - 0.5, SMALLEST_CONTENT))
    places = {at: box.within(content) for at, box in LAYOUTS[name].items() if at not in (boxes.TITLE_AT, boxes.BASIS_AT, boxes.NAME_AT)}
    if name == boxes.OPENING:
        places = {boxes.TABLE_AT: _part(content, 0.0, 0.6), boxes.CHART_AT: _part(content, 0.64, 0.36), boxes.NAME_AT: basis}
    else:
        places[boxes.BASIS_AT] = basis
    number = Box(title.left + title.width - 0.8, foot, 0.8, 0.25)
    return {**places, boxes.TITLE_AT: title, boxes.SOURCE_AT: Box(title.left, foot, title.width - 0.95, 0.44), boxes.NUMBER_AT: number}


def _part(whole: Box, top: float, height: float) -> Box:
    return Box(whole.left, whole.top + whole.height * top, whole.width, whole.height * height)


def _cleared(slide: Any) -> None:
    """Takes every placeholder but the title away: what stands on the slide is placed by us."""
    for one in list(slide.placeholders):
        if one.placeholder_format.type not in TITLES:
            one._element.getparent().remove(one._element)


def _inches(length: Emu | int | None) -> float:
    return (length or 0) / EMU_AN_INCH
