"""The steps from everything published down to the counted total; draws rows and knows neither requests nor models."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from dashboard.figures import text, theme
from dashboard.figures.labels import Labels
from dashboard.figures.theme import Figure, Opens
from dashboard.queries.rows import TotalStep
from initiatives import formats

OPEN_END: Final = theme.solid("sum-1", "sum-6")
WHOLE: Final = ("published", "counted")
PITCH, NARROW_PITCH = 34, 46  # pixels from one step to the next
GAP, NARROW_GAP = 0.28, 0.62
NAMES_SHARE: Final = 0.42
INSIDE_SHARE: Final = Decimal("0.16")  # a step that starts behind this share of the width has its figure on the left


@dataclass(frozen=True, slots=True)
class Bar:
    """One step as it lies on the axis, and the running sum after it."""

    step: TotalStep
    low: Decimal
    high: Decimal
    running: Decimal

    @property
    def whole(self) -> bool:
        """Whether the bar stands on zero: the first and the last."""
        return self.step.step in WHOLE


def figure(rows: Sequence[TotalStep], labels: Labels, width: int, narrow: bool = False, opens: Opens = theme.nowhere) -> Figure:
    """One row a step; the bar is what the step takes, thin connectors carry the running sum down. `width` in pixels; `opens` is asked with a step."""
    bars = laid(rows)
    top = max((bar.high for bar in bars), default=Decimal(0)) or Decimal(1)
    names = 0 if narrow else int(min(max((text.width_of(_name(bar.step)) for bar in bars), default=0) * 1.06 + 24, width * NAMES_SHARE))
    count = max(len(bars), 1)
    return theme.figure(
        [_trace(bars, labels, opens), *_open_end(bars, labels, opens)],
        width,
        (NARROW_PITCH if narrow else PITCH) * count + (20 if narrow else 8),
        margin={"l": names, "r": 82, "t": 16 if narrow else 4, "b": 4},
        annotations=[words for index, bar in enumerate(bars) for words in _words(index, bar, top, labels, narrow, names)],
        shapes=[*([] if narrow else _connectors(bars)), theme.zero_line()],
        bargap=NARROW_GAP if narrow else GAP,
        xaxis={"visible": False, "range": [0, float(top)]},
        yaxis=theme.rows_axis(count),
    )


def laid(rows: Sequence[TotalStep]) -> list[Bar]:
    """The steps as stretches of one axis, in their order."""
    running, bars = Decimal(0), []
    for step in rows:
        before = Decimal(0) if step.step in WHOLE else running
        running = before + step.amount
        bars.append(Bar(step, min(before, running), max(before, running), running))
    return bars


def _name(step: TotalStep) -> str:
    return f"{step.label}  {formats.count(step.entries)}" if step.step in WHOLE else f"{_sign(step)}{step.label}  {formats.count(step.entries)}"


def _sign(step: TotalStep) -> str:
    return "plus " if step.amount > 0 else "less "


def _trace(bars: list[Bar], labels: Labels, opens: Opens) -> dict[str, Any]:
    fills = [theme.LIGHT["sum-6" if bar.step.step == "counted" else "sum-3" if bar.whole else "rule"] for bar in bars]
    edges = [colour if bar.whole else theme.LIGHT["ink-2"] for bar, colour in zip(bars, fills, strict=True)]
    words = [f"{text.plain(bar.step.label)}<br>{text.plain(labels.value(bar.step.amount))}" for bar in bars]
    return {
        "type": "bar",
        "orientation": "h",
        "name": "steps",
        "y": list(range(len(bars))),
        "base": [float(bar.low) for bar in bars],
        "x": [float(bar.high - bar.low) for bar in bars],
        "marker": {"color": fills, "line": {"color": edges, "width": 1}},
        **theme.hover(words, [opens(bar.step.step, "") for bar in bars]),
    }


def _open_end(bars: list[Bar], labels: Labels, opens: Opens) -> list[dict[str, Any]]:
    """The part of what is counted that is only a ceiling, over the end of its bar."""
    found = [(index, bar.step) for index, bar in enumerate(bars) if bar.step.ceiling > 0]
    if not found:
        return []
    return [
        {
            "type": "bar",
            "orientation": "h",
            "name": "up to",
            "y": [index for index, _ in found],
            "base": [float(step.amount - step.ceiling) for _, step in found],
            "x": [float(step.ceiling) for _, step in found],
            "marker": OPEN_END,
            **theme.hover(
                [f"{text.plain(step.label)}<br>of it “up to” or a target: {text.plain(labels.value(step.ceiling))}" for _, step in found],
                [opens(step.step, "") for _, step in found],
            ),
        }
    ]


def _words(index: int, bar: Bar, top: Decimal, labels: Labels, narrow: bool, names: int) -> list[dict[str, Any]]:
    inside = bar.low > top * INSIDE_SHARE and not bar.whole
    value = labels.value(bar.step.amount)
    place = {"xanchor": "right", "xshift": -6} if inside else {"xanchor": "left", "xshift": 6}
    figure_words = theme.note(text.bold(value) if bar.whole else text.plain(value), float(bar.low if inside else bar.high), index, **place)
    return [_label(index, bar, narrow, names), figure_words]


def _label(index: int, bar: Bar, narrow: bool, names: int) -> dict[str, Any]:
    words = text.bold(bar.step.label) if bar.whole else text.plain(_sign(bar.step) + bar.step.label)
    if narrow:
        return theme.note(words, 0, index, xref="paper", xanchor="left", yshift=18)
    entries = f"  {text.second(formats.count(bar.step.entries))}"
    return theme.note(words + entries, 0, index, xanchor="right", xshift=-10, align="right")


def _connectors(bars: list[Bar]) -> list[dict[str, Any]]:
    half = (1 - GAP) / 2
    return [theme.line("ink-2", (float(bar.running),) * 2, (index + half, index + 1 - half)) for index, bar in enumerate(bars[:-1])]
