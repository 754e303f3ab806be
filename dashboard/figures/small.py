"""The small drawings beside a sentence: the ladder of bases, the split by origin, the balance of stances, one country among all."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from dashboard import formats
from dashboard.figures import text, theme
from dashboard.figures.labels import Labels
from dashboard.figures.theme import Figure

LADDER_PITCH: Final = 28
STANCE_PITCH: Final = 26
ORIGIN_WORDS: Final = {
    "public": "public",
    "mixed": "mixed: state and private in one figure",
    "private": "private",
    "unknown": "of unknown origin",
}


def ladder(values: Mapping[str, Decimal | None], labels: Labels, width: int, chosen: str = "announced", top: Decimal | None = None) -> Figure:
    """One bar a basis, softest first; `top` is the end of a scale that several ladders share. `width` in pixels."""
    order = list(values)
    longest = top or max((value for value in values.values() if value), default=Decimal(1))
    tokens = [theme.STAGE_TOKENS[basis] for basis in order]
    edges = [theme.LIGHT["sum-4" if token in ("sum-1", "sum-2") else token] for token in tokens]
    trace = {
        "type": "bar",
        "orientation": "h",
        "name": "bases",
        "y": list(range(len(order))),
        "x": [float(value) if value else None for value in values.values()],
        "marker": {"color": [theme.LIGHT[token] for token in tokens], "line": {"color": edges, "width": 1}},
        **theme.hover([f"{basis}: {text.plain(_sum(value, labels))}" for basis, value in values.items()]),
    }
    return theme.figure(
        [trace],
        width,
        LADDER_PITCH * len(order) + 4,
        margin={"l": 92, "r": 84, "t": 2, "b": 2},
        annotations=[words for index, basis in enumerate(order) for words in _rung(index, basis, values[basis], labels, basis == chosen)],
        bargap=0.3,
        xaxis={"visible": False, "range": [0, float(longest)]},
        yaxis=theme.rows_axis(len(order)),
        shapes=[theme.zero_line()],
    )


def split(values: Mapping[str, Decimal | None], labels: Labels, width: int, narrow: bool = False, height: int = 58) -> Figure:
    """One bar: what is public, mixed, private, unknown; each part is named above it. Sizes in pixels."""
    parts = [(origin, value) for origin, value in values.items() if value]
    whole = sum((value for _, value in parts), Decimal(0))
    starts = [sum((value for _, value in parts[:index]), Decimal(0)) for index in range(len(parts))]
    traces = [_part(origin, value, start, labels) for (origin, value), start in zip(parts, starts, strict=True)]
    places = _places(parts, starts, whole, labels, width, narrow)
    return theme.figure(
        traces,
        width,
        height,
        margin={"l": 0, "r": 0, "t": 26, "b": 0},
        bargap=0,
        annotations=places,
        xaxis={"visible": False, "range": [0, float(whole) or 1.0]},
        yaxis={"visible": False, "range": [-0.5, 0.5]},
    )


def stances(rows: Sequence[tuple[str, Mapping[str, int]]], width: int, names: int = 118) -> Figure:
    """Diverging bars of counts: critical and cautious left, supportive right, neutral astride the middle. `width` and `names` in pixels."""
    counts = [{stance: found.get(stance, 0) for stance in theme.STANCES} for _, found in rows]
    left = max((found["critical"] + found["cautious"] + found["neutral"] / 2 for found in counts), default=1)
    right = max((found["supportive"] + found["neutral"] / 2 for found in counts), default=1)
    return theme.figure(
        [_stance(stance, rows, counts) for stance in theme.STANCES],
        width,
        STANCE_PITCH * max(len(rows), 1) + 6,
        margin={"l": names + 26, "r": 34, "t": 2, "b": 4},
        annotations=[words for index, (name, _) in enumerate(rows) for words in _tally(index, name, counts[index], left, names)],
        barmode="overlay",
        bargap=0.3,
        xaxis={"visible": False, "range": [-left or -1, right or 1]},
        yaxis=theme.rows_axis(max(len(rows), 1)),
        shapes=[theme.zero_line()],
    )


def strip(values: Mapping[str, Decimal], chosen: str, ticks: Sequence[tuple[Decimal, str]], width: int, height: int = 64) -> Figure:
    """Every country a tick on one logarithmic line, the chosen one tall; `ticks` are (value, words) of the axis. Sizes in pixels."""
    others = [float(value) for name, value in values.items() if name != chosen and value > 0]
    mine = [float(values[chosen])] if values.get(chosen, Decimal(0)) > 0 else []
    marks = [_ticks(others, 16, 1, "ink-2"), _ticks(mine, 28, 4, "sum-6")]
    positive = [*others, *mine] or [1.0]
    return theme.figure(
        marks,
        width,
        height,
        margin={"l": 8, "r": 8, "t": 4, "b": 24},
        xaxis={
            "type": "log",
            "showgrid": False,
            "range": _decades(positive),
            "tickvals": [float(value) for value, _ in ticks],
            "ticktext": [words for _, words in ticks],
        },
        yaxis={"visible": False, "range": [-1, 1]},
        shapes=[theme.line("rule", (0, 1), (0, 0), xref="paper")],
    )


def _sum(value: Decimal | None, labels: Labels) -> str:
    return "nothing" if value is not None and not value else labels.value(value)


def _rung(index: int, basis: str, value: Decimal | None, labels: Labels, chosen: bool) -> list[dict[str, Any]]:
    ink = text.bold if chosen else text.plain
    return [
        theme.note(ink(basis), 0, index, xanchor="right", xshift=-8),
        theme.note(ink(_sum(value, labels)), float(value or 0), index, xanchor="left", xshift=6),
    ]


def _part(origin: str, value: Decimal, start: Decimal, labels: Labels) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": origin,
        "y": [0],
        "base": [float(start)],
        "x": [float(value)],
        "marker": theme.fill(origin),
        **theme.hover([f"{origin}: {text.plain(labels.value(value))}"]),
    }


def _places(
    parts: list[tuple[str, Decimal]], starts: list[Decimal], whole: Decimal, labels: Labels, width: int, narrow: bool
) -> list[dict[str, Any]]:
    """The words above the parts; the last stands at the right edge where it would run over, one without room is left out."""
    notes, taken = [], -12.0
    for index, ((origin, value), start) in enumerate(zip(parts, starts, strict=True)):
        words = origin if narrow else f"{ORIGIN_WORDS[origin]}, {formats.percent(100 * value / whole)}"
        room = text.width_of(f"{labels.value(value)} {words}")
        left = float(start / whole) * width
        last = index == len(parts) - 1
        at_edge = last and left + room > width
        begins = width - room if at_edge else left
        if begins < taken + 12:
            continue
        place = {"x": float(whole), "xanchor": "right"} if at_edge else {"x": float(start), "xanchor": "left"}
        notes.append(theme.note(f"{text.bold(labels.value(value))} {text.plain(words)}", 0, 1, yref="paper", yanchor="bottom", yshift=3) | place)
        taken = begins + room
    return notes


def _stance(stance: str, rows: Sequence[tuple[str, Mapping[str, int]]], counts: list[dict[str, int]]) -> dict[str, Any]:
    words = [f"{text.plain(name)}<br>{stance}: {found[stance]}" for (name, _), found in zip(rows, counts, strict=True)]
    return {
        "type": "bar",
        "orientation": "h",
        "name": stance,
        "y": list(range(len(rows))),
        "base": [_stance_start(stance, found) for found in counts],
        "x": [found[stance] or None for found in counts],
        "marker": theme.solid(stance, "ink"),
        **theme.hover(words),
    }


def _stance_start(stance: str, found: dict[str, int]) -> float:
    half = found["neutral"] / 2
    starts = {"critical": -half - found["cautious"] - found["critical"], "cautious": -half - found["cautious"], "neutral": -half, "supportive": half}
    return starts[stance]


def _tally(index: int, name: str, found: dict[str, int], left: float, names: int) -> list[dict[str, Any]]:
    doubt = found["critical"] + found["cautious"]
    half = found["neutral"] / 2
    return [
        theme.note(text.plain(text.shortened(name, names)), -left, index, xanchor="right", xshift=-30),
        theme.note(text.plain(formats.count(doubt)), -doubt - half, index, xanchor="right", xshift=-5),
        theme.note(text.plain(formats.count(found["supportive"])), found["supportive"] + half, index, xanchor="left", xshift=5),
    ]


def _ticks(values: list[float], size: int, thickness: int, token: str) -> dict[str, Any]:
    marker = {"symbol": "line-ns", "size": size, "color": theme.LIGHT[token], "line": {"width": thickness, "color": theme.LIGHT[token]}}
    return {"type": "scatter", "mode": "markers", "name": "countries", "x": values, "y": [0] * len(values), "marker": marker, **theme.NO_HOVER}


def _decades(values: list[float]) -> list[float]:
    """The ends of a logarithmic axis, as Plotly wants them: powers of ten, a little wider than the values."""
    low, high = (Decimal(str(value)).log10() for value in (min(values), max(values)))
    slack = max((high - low) * Decimal("0.03"), Decimal("0.05"))
    return [float(low - slack), float(high + slack)]
