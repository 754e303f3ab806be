"""Bars of promised and installed quantities by country, in greys; draws amounts and knows neither requests nor models."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from dashboard.figures import floors, text, theme
from dashboard.figures.labels import round_step
from dashboard.figures.theme import Figure, Fill
from initiatives import formats

TOP: Final = 20
NAMES_SHARE: Final = 0.42  # of the width, at most, for the names
BARS_SHARE: Final = 0.5  # of what the names leave, at least, for the bars where hedges stand behind them too
TICK_ROOM: Final = 72  # pixels from one mark of the axis to the next, at least
# No money, so no green: what stands is dark, what is planned light, and what is only a ceiling or an aim open.
LOOKS: Final[dict[str, Fill]] = {
    "installed": theme.solid("ink-2", "ink-2"),
    "planned": theme.solid("rule", "ink-2"),
    "open": theme.patterned("/", 6, 0.16, "ink-2", "paper"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One bar of `value`, as `written` with its unit and hedge; `open_end` of it is only a ceiling or an aim, a floor is marked, `words` follow."""

    name: str
    status: str
    value: Decimal
    written: str
    open_end: Decimal
    floor: bool
    words: str
    hover: str
    address: str | None = None
    first: bool = True  # of its country, which is then named


def figure(lines: Sequence[Line], unit: str, width: int, top: int = TOP) -> Figure:
    """The lines in their order, the value at each; planned and installed of one country lie under each other, since they are two sums."""
    shown = lines[:top]
    most = max((line.value for line in shown), default=Decimal(0))
    names = int(min(max((text.width_of(line.name) for line in shown), default=0) + 10, width * NAMES_SHARE))
    room = _room(shown, most, width - names)
    end = float(most) * 1.02 or 1.0
    count = max(len(shown), 1)
    marked = [(index, line.value) for index, line in enumerate(shown) if line.floor]
    return theme.figure(
        [*_traces(shown), *floors.marks(marked, room / end)],
        width,
        theme.PITCH * count + 30,
        margin={"l": names, "r": width - names - room, "t": 26, "b": 4},
        annotations=[words for index, line in enumerate(shown) for words in _words(index, line, names, room / end, width)],
        xaxis={"side": "top", "range": [0, end], **_ticks(most, unit, max(2, min(room // TICK_ROOM, 6)))},
        yaxis=theme.rows_axis(count),
        shapes=[theme.zero_line()],
    )


def written(value: Decimal) -> str:
    """All digits: `8,600`, `0.48`."""
    return f"{value.normalize():,f}"


def _room(lines: Sequence[Line], most: Decimal, width: int) -> int:
    """Pixels for the bars, of `width` for bars and words: as long as every value keeps its place, with its hedge where that leaves half."""
    with_words = min((_longest(line, f"{line.written}   {line.words}", most, width) for line in lines), default=float(width))
    if with_words >= width * BARS_SHARE:
        return int(with_words)
    return max(int(min((_longest(line, line.written, most, width) for line in lines), default=float(width))), 1)


def _longest(line: Line, words: str, most: Decimal, width: int) -> float:
    """How long the axis can be so that these words have room behind this bar."""
    left = width - text.width_of(words) * 1.1 - 10 - (floors.ARROW if line.floor else 0)
    return min(left / float(line.value / most) if most and line.value else float(width), float(width - 10))


def _traces(lines: Sequence[Line]) -> list[dict[str, Any]]:
    firm = [(index, line, line.value - line.open_end, Decimal(0)) for index, line in enumerate(lines)]
    open_ends = [(index, line, line.open_end, line.value - line.open_end) for index, line in enumerate(lines)]
    traces = [_trace(status, [piece for piece in firm if piece[1].status == status]) for status in ("planned", "installed")]
    return [trace for trace in [*traces, _trace("open", open_ends)] if trace["y"]]


def _trace(look: str, pieces: Sequence[tuple[int, Line, Decimal, Decimal]]) -> dict[str, Any]:
    found = [piece for piece in pieces if piece[2]]
    return {
        "type": "bar",
        "orientation": "h",
        "name": look,
        "y": [index for index, *_ in found],
        "x": [float(length) for _, _, length, _ in found],
        "base": [float(start) for *_, start in found],
        "marker": LOOKS[look],
        **theme.hover([line.hover for _, line, *_ in found], [line.address for _, line, *_ in found]),
    }


def _words(index: int, line: Line, names: int, pixels: float, width: int) -> list[dict[str, Any]]:
    """The name, the value at the end of the bar, and the hedge behind it where there is room."""
    shift = 6 + (floors.ARROW if line.floor else 0)
    end = names + float(line.value) * pixels + shift + text.width_of(f"{line.written}   {line.words}") * 1.06
    words = f"{text.bold(line.written)}  {text.second(line.words)}" if line.words and end <= width else text.bold(line.written)
    at_end = theme.note(words, float(line.value), index, xanchor="left", xshift=shift)
    name = text.plain(text.shortened(line.name, names - 8)) if line.first else ""
    return [*([theme.note(name, 0, index, xanchor="right", xshift=-8, align="right")] if name else []), at_end]


def _ticks(most: Decimal, unit: str, marks: int) -> dict[str, list[Any]]:
    """Round marks from zero; the last one carries the unit."""
    step = round_step(most, marks)
    values = [step * index for index in range(int(most / step) + 1)] if most else [Decimal(0)]
    words = [written(value) for value in values]
    return {"tickvals": [float(value) for value in values], "ticktext": [*words[:-1], f"{words[-1]}{formats.NO_BREAK}{unit}"]}
