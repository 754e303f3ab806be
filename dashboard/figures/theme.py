"""The one look of every chart: the table of colours for light and dark, and our own small Plotly template; knows no rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

Figure = dict[str, Any]  # Plotly's own JSON: {"data": [...], "layout": {...}}
Fill = dict[str, Any]
Opens = Callable[[Any, str], str | None]  # what a row is called in an address, and which part of it → the page behind its mark


@dataclass(frozen=True, slots=True)
class Shade:
    """One colour in the two modes of a page; files are always light."""

    light: str
    dark: str


TOKENS: Final[dict[str, Shade]] = {
    "paper": Shade("#ffffff", "#15171a"),
    "ink": Shade("#1b1e22", "#e9e7e2"),
    "ink-2": Shade("#565b62", "#a8adb5"),
    "rule": Shade("#d9dbde", "#34383e"),
    "land": Shade("#f6f5f2", "#1d2023"),
    "land-edge": Shade("#c6c8cb", "#454a51"),
    "public": Shade("#1f5fa8", "#5f9bdf"),
    "mixed": Shade("#8a7fa8", "#a096c0"),
    "private": Shade("#d9822b", "#db8f42"),
    "private-edge": Shade("#8f4f10", "#f0c28e"),
    "unknown": Shade("#8b9098", "#8b9099"),
    "public-open": Shade("#d3e1f1", "#1c3450"),
    "mixed-open": Shade("#e5e2ee", "#2f2b40"),
    "private-open": Shade("#f9e4cf", "#47301a"),
    "unknown-open": Shade("#eceded", "#2a2d31"),
    "sum-1": Shade("#d6e4d0", "#2b4a38"),
    "sum-2": Shade("#b4cdac", "#3d694f"),
    "sum-3": Shade("#8ab083", "#538868"),
    "sum-4": Shade("#5f9260", "#73a784"),
    "sum-5": Shade("#37703f", "#9ec8a8"),
    "sum-6": Shade("#174a2b", "#d2ead5"),
    "supportive": Shade("#1b8a7a", "#3fb7a4"),
    "cautious": Shade("#c99a06", "#deb43c"),
    "critical": Shade("#c8452f", "#ea7460"),
    "neutral": Shade("#7f858d", "#989ea6"),
}
LIGHT: Final = {name: shade.light for name, shade in TOKENS.items()}
NAMED: Final = {shade.light: name for name, shade in TOKENS.items()}  # the light colour in a figure → its token

# System faces first, then the packaged faces for Chinese, Japanese, Korean and Arabic, then whatever there is.
SANS: Final = '"Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, "Noto Sans CJK JP", "Noto Sans CJK KR", "Noto Sans Arabic", sans-serif'
TEXT_SIZE: Final = 13  # pixels; a chart is drawn at the width it is shown at, so that its text keeps this size
TITLE_SIZE: Final = 20
PITCH: Final = 24  # pixels from one bar to the next
BAR_GAP: Final = 0.32

ORIGINS: Final = ("public", "mixed", "private", "unknown")
STAGE_TOKENS: Final = {"headline": "sum-1", "announced": "sum-2", "budgeted": "sum-4", "committed": "sum-5", "disbursed": "sum-6"}
STANCES: Final = ("critical", "cautious", "neutral", "supportive")

AXIS: Final = {
    "showgrid": True,
    "gridcolor": LIGHT["rule"],
    "gridwidth": 1,
    "zeroline": False,
    "showline": False,
    "ticks": "",
    "tickangle": 0,
    "tickfont": {"size": TEXT_SIZE, "color": LIGHT["ink-2"]},
    "fixedrange": True,
    "automargin": False,
}
TEMPLATE: Final[dict[str, Any]] = {
    "layout": {
        "font": {"family": SANS, "size": TEXT_SIZE, "color": LIGHT["ink"]},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "xaxis": AXIS,
        "yaxis": AXIS,
        "showlegend": False,
        "barmode": "overlay",
        "bargap": BAR_GAP,
        "hovermode": "closest",
        "dragmode": False,
        "colorway": [LIGHT["public"], LIGHT["mixed"], LIGHT["private"]],
        "hoverlabel": {"bgcolor": LIGHT["paper"], "bordercolor": LIGHT["ink"], "font": {"family": SANS, "size": TEXT_SIZE, "color": LIGHT["ink"]}},
    },
    "data": {"bar": [{"type": "bar", "cliponaxis": False}], "scatter": [{"type": "scatter", "cliponaxis": False}]},
}
NO_HOVER: Final[dict[str, Any]] = {"hoverinfo": "skip"}


def nowhere(_row: Any, _part: str) -> None:
    """A drawing whose marks lead to no page."""


def hover(texts: list[str], addresses: Sequence[str | None] = ()) -> dict[str, Any]:
    """The words of each mark, ready as text: nothing is formatted in the browser; and the page that each opens, relative to the site."""
    return {"hovertext": texts, "hovertemplate": "%{hovertext}<extra></extra>"} | opened(*addresses)


def opened(*addresses: str | None) -> dict[str, Any]:
    """The page that each mark of a trace opens, relative to the site; an area is one mark. Nothing where none of them opens one."""
    return {"customdata": list(addresses)} if any(addresses) else {}


def fill(origin: str, open_end: bool = False) -> Fill:
    """How money of one origin is painted. Mixed is stippled and private edged, so that the three differ in greyscale; unknown is hatched."""
    if open_end:
        return {"color": LIGHT[f"{origin}-open"], "line": {"color": LIGHT["private-edge" if origin == "private" else origin], "width": 1}}
    edge = {"color": LIGHT["private-edge" if origin == "private" else "paper"], "width": 1}
    if origin == "mixed":
        return {"color": LIGHT["mixed"], "pattern": pattern(".", 5, 0.12, "paper", "mixed"), "line": edge}
    if origin == "unknown":
        return {"color": LIGHT["land"], "pattern": pattern("/", 5, 0.3, "ink-2", "land"), "line": {"color": LIGHT["ink-2"], "width": 1}}
    return {"color": LIGHT[origin], "line": edge}


def pattern(shape: str, size: int, solidity: float, foreground: str, background: str) -> dict[str, Any]:
    """A Plotly pattern in two tokens; `shape` is one of `.`, `/`, `x`, `|`, `-`."""
    return {"shape": shape, "size": size, "solidity": solidity, "fgcolor": LIGHT[foreground], "bgcolor": LIGHT[background], "fillmode": "replace"}


def patterned(shape: str, size: int, solidity: float, foreground: str, background: str) -> Fill:
    """A pattern with an edge in the second ink."""
    drawn = pattern(shape, size, solidity, foreground, background)
    return {"color": LIGHT[background], "pattern": drawn, "line": {"color": LIGHT["ink-2"], "width": 1}}


def solid(token: str, edge: str | None = None) -> Fill:
    """One flat colour, edged in `edge` or in the paper's colour."""
    return {"color": LIGHT[token], "line": {"color": LIGHT[edge or "paper"], "width": 1}}


def note(text: str, x: float, y: float, **more: Any) -> dict[str, Any]:
    """Words at a place of the plot; `text` is markup made by `dashboard.figures.text`."""
    return {"text": text, "x": x, "y": y, "showarrow": False, "font": {"size": TEXT_SIZE, "color": LIGHT["ink"]}, "borderpad": 0} | more


def quiet() -> dict[str, Any]:
    """The font of second-order words."""
    return {"font": {"size": TEXT_SIZE, "color": LIGHT["ink-2"]}}


def line(token: str, x: tuple[float, float], y: tuple[float, float], **more: Any) -> dict[str, Any]:
    """A straight line one pixel wide."""
    return {"type": "line", "x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1], "line": {"color": LIGHT[token], "width": 1}} | more


def zero_line() -> dict[str, Any]:
    """The line that bars start at."""
    return line("ink", (0, 0), (0, 1), yref="paper")


def rows_axis(count: int, **more: Any) -> dict[str, Any]:
    """The axis of a chart with one bar a row: row 0 on top, nothing written on it."""
    return {"range": [count - 0.5, -0.5], "showticklabels": False, "showgrid": False, "visible": False} | more


def figure(marks: list[dict[str, Any]], width: int, height: int, **layout: Any) -> Figure:
    """A Plotly figure in our template; `marks` are traces, sizes are pixels."""
    margin = {"l": 0, "r": 0, "t": 0, "b": 0}
    bars = {"width": round(1 - layout.get("bargap", BAR_GAP), 4)}  # said, for plotly.js would widen the bars of a trace that stand far apart
    drawn = [bars | mark if mark.get("type") == "bar" else mark for mark in marks]
    return {"data": drawn, "layout": {"template": TEMPLATE, "width": width, "height": height, "margin": margin} | layout}
