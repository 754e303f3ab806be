"""Stances left and right of one line: critical and cautious, supportive, neutral astride; draws counts and knows neither requests nor models."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.figures import text, theme
from dashboard.figures.theme import LIGHT, STANCES, Figure, Fill
from initiatives import formats

TOP: Final = 20
COUNTS_ROOM: Final = 34  # pixels beside the bars for the counts
NAMES_SHARE: Final = 0.36
HEAD: Final = 22  # pixels above the bars for the words of the two sides


@dataclass(frozen=True, slots=True)
class Stand:
    """One row: its label, its comments by stance, and the page that each stance opens."""

    label: str
    counts: Mapping[str, int]
    addresses: Mapping[str, str]

    @property
    def left(self) -> float:
        """How far the row reaches left of the line."""
        return self.counts["critical"] + self.counts["cautious"] + self.counts["neutral"] / 2

    @property
    def right(self) -> float:
        """How far the row reaches right of the line."""
        return self.counts["supportive"] + self.counts["neutral"] / 2


STARTS: Final[Mapping[str, Callable[[Stand], float]]] = {
    "critical": lambda row: -row.left,
    "cautious": lambda row: -row.counts["cautious"] - row.counts["neutral"] / 2,
    "neutral": lambda row: -row.counts["neutral"] / 2,
    "supportive": lambda row: row.counts["neutral"] / 2,
}


def figure(rows: Sequence[Stand], width: int, top: int = TOP) -> Figure:
    """The rows in their order, both sides in one unit, so that lengths can be compared across the line. `width` in pixels."""
    shown = rows[:top]
    left, right = max((row.left for row in shown), default=1) or 1, max((row.right for row in shown), default=1) or 1
    names = int(min(max((text.width_of(row.label) for row in shown), default=0) + 10, width * NAMES_SHARE))
    count = max(len(shown), 1)
    return theme.figure(
        [_trace(shown, stance) for stance in STANCES if any(row.counts[stance] for row in shown)],
        width,
        theme.PITCH * count + HEAD + 4,
        margin={"l": names + COUNTS_ROOM, "r": COUNTS_ROOM, "t": HEAD, "b": 4},
        annotations=[*_sides(), *(words for index, row in enumerate(shown) for words in _words(index, row, left, names))],
        xaxis={"visible": False, "range": [-left, right]},
        yaxis=theme.rows_axis(count),
        shapes=[theme.zero_line()],
    )


def look(stance: str) -> Fill:
    """How a stance is painted: edged in ink, the doubtful ones lined or dotted, so that they stay apart in print."""
    edge = {"color": LIGHT["ink"], "width": 1}
    if stance == "cautious":
        return {"color": LIGHT[stance], "pattern": theme.pattern("/", 6, 0.16, "ink", stance), "line": edge}
    return {"color": LIGHT[stance], "line": edge}


def _trace(rows: Sequence[Stand], stance: str) -> dict[str, Any]:
    found = [(index, row) for index, row in enumerate(rows) if row.counts[stance]]
    words = [f"{text.plain(row.label)}<br>{stance}: {text.plain(formats.counted(row.counts[stance], 'comment'))}" for _, row in found]
    return {
        "type": "bar",
        "orientation": "h",
        "name": stance,
        "y": [index for index, _ in found],
        "x": [row.counts[stance] for _, row in found],
        "base": [STARTS[stance](row) for _, row in found],
        "marker": look(stance),
        **theme.hover(words, [row.addresses.get(stance) for _, row in found]),
    }


def _sides() -> list[dict[str, Any]]:
    """What left and right of the line mean, above it."""
    high = {"yref": "paper", "yanchor": "bottom", "yshift": 4} | theme.quiet()
    return [
        theme.note(text.plain("doubt"), 0, 1, xanchor="right", xshift=-8, **high),
        theme.note(text.plain("support"), 0, 1, xanchor="left", xshift=8, **high),
    ]


def _words(index: int, row: Stand, left: float, names: int) -> list[dict[str, Any]]:
    label = text.plain(text.shortened(row.label, names - 6))
    name = theme.note(label, -left, index, xanchor="right", xshift=-COUNTS_ROOM, align="right")
    doubting = theme.note(formats.count(row.counts["critical"] + row.counts["cautious"]), -row.left, index, xanchor="right", xshift=-5)
    return [name, doubting, theme.note(formats.count(row.counts["supportive"]), row.right, index, xanchor="left", xshift=5)]
