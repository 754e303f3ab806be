"""Where things stand on a slide of 13.333 by 7.5 inches, and how that is stretched to a slide of another size; knows no file format."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

EMU_AN_INCH: Final = 914_400
WIDTH, HEIGHT = 13.333, 7.5
LEFT, CONTENT_WIDTH = 0.6, 12.134
TOP, BOTTOM = 1.86, 6.68  # of the content


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in inches from the upper left corner."""

    left: float
    top: float
    width: float
    height: float

    def within(self, whole: "Box") -> "Box":
        """The same part of `whole` that this is of the content of our own slides."""
        across, down = whole.width / CONTENT.width, whole.height / CONTENT.height
        return Box(
            whole.left + (self.left - CONTENT.left) * across, whole.top + (self.top - CONTENT.top) * down, self.width * across, self.height * down
        )

    def lowered(self, by: float) -> "Box":
        """Without the first `by` inches of its height."""
        return Box(self.left, self.top + by, self.width, self.height - by)

    def emu(self) -> tuple[int, int, int, int]:
        """Left, top, width, height in the unit of the files."""
        return (round(self.left * EMU_AN_INCH), round(self.top * EMU_AN_INCH), round(self.width * EMU_AN_INCH), round(self.height * EMU_AN_INCH))


CONTENT: Final = Box(LEFT, TOP, CONTENT_WIDTH, BOTTOM - TOP)
TITLE: Final = Box(LEFT, 0.5, CONTENT_WIDTH, 0.9)
BASIS: Final = Box(LEFT, 1.42, CONTENT_WIDTH, 0.3)
SOURCE: Final = Box(LEFT, 6.87, 11.35, 0.46)
NUMBER: Final = Box(12.0, 6.87, 0.734, 0.25)

# Numbers of placeholders, the same in every layout.
TITLE_AT, NOTES_AT, NUMBER_AT, BASIS_AT, SOURCE_AT, NAME_AT, TABLE_AT, CHART_AT, SECOND_NOTES_AT, SECOND_CHART_AT, PICTURE_AT = (
    0, 1, 12, 13, 14, 15, 16, 17, 18, 19, 20,
)  # fmt: skip

OPENING, TABLE, CHART_AND_NOTES, CHART_AND_TABLE, HALF_CHART_AND_TABLE, TWO_CHARTS, PICTURE_AND_TABLE = (
    "Briefing title", "Table", "Chart and notes", "Chart and table", "Half chart and table", "Two charts", "Picture and table",
)  # fmt: skip

# Layout → number of the placeholder → its box, in reading order.
LAYOUTS: Final[Mapping[str, Mapping[int, Box]]] = {
    OPENING: {
        TITLE_AT: Box(LEFT, 0.95, 10.6, 1.5),
        NAME_AT: Box(LEFT, 0.5, 12.1, 0.32),
        TABLE_AT: Box(LEFT, 2.75, CONTENT_WIDTH, 2.15),
        CHART_AT: Box(LEFT, 5.1, CONTENT_WIDTH, 1.52),
    },
    TABLE: {TITLE_AT: TITLE, BASIS_AT: BASIS, TABLE_AT: CONTENT},
    CHART_AND_NOTES: {TITLE_AT: TITLE, BASIS_AT: BASIS, CHART_AT: Box(LEFT, TOP, 8.022, 4.82), NOTES_AT: Box(8.822, TOP, 3.911, 4.82)},
    CHART_AND_TABLE: {
        TITLE_AT: TITLE, BASIS_AT: BASIS, CHART_AT: Box(LEFT, TOP, 8.022, 4.82), TABLE_AT: Box(8.822, TOP, 3.911, 4.82),
        NOTES_AT: Box(8.822, 5.35, 3.911, 1.25),
    },
    HALF_CHART_AND_TABLE: {
        TITLE_AT: TITLE, BASIS_AT: BASIS, CHART_AT: Box(LEFT, TOP, 5.967, 4.82), TABLE_AT: Box(6.767, TOP, 5.967, 4.82),
        NOTES_AT: Box(6.767, 5.75, 5.967, 0.85),
    },
    TWO_CHARTS: {
        TITLE_AT: TITLE, BASIS_AT: BASIS, NOTES_AT: Box(LEFT, TOP, 4.939, 0.3), CHART_AT: Box(LEFT, 2.2, 4.939, 4.48),
        SECOND_NOTES_AT: Box(5.739, TOP, 6.995, 0.3), SECOND_CHART_AT: Box(5.739, 2.2, 6.995, 4.48),
    },
    PICTURE_AND_TABLE: {
        TITLE_AT: TITLE, BASIS_AT: BASIS, PICTURE_AT: Box(LEFT, TOP, 8.022, 4.82), TABLE_AT: Box(8.822, TOP, 3.911, 4.82),
        NOTES_AT: Box(8.822, 5.35, 3.911, 1.25),
    },
}  # fmt: skip
