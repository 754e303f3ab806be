"""Bands of money from payers to initiatives to those who lead or receive; draws rows and knows neither requests nor models."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from dashboard.figures import text, theme
from dashboard.figures.areas import Pixel, area, axes
from dashboard.figures.flow_layout import GATHERED_ORIGIN, INITIATIVE, LINE, NOBODY, PAYER, REST, Band, Flows, Node, arranged, place
from dashboard.figures.labels import Labels
from dashboard.figures.theme import LIGHT, Figure, Fill, Opens
from dashboard.queries.money_flows import Flow

NODE: Final = 4  # pixels across
BENDS: Final = 14  # straight steps along the edge of a band
LEVEL: Final = 0.3  # of a band at each end that is level
THREE_COLUMNS: Final = 600  # pixels of width from which those who lead or receive are drawn
MOST: Final = 12  # nodes of a column that have a name of their own
NAME_SHARE: Final = 0.47  # of the way between two columns, for a name
DEPTH: Final = 330  # pixels of height for the money alone


def figure(
    rows: Sequence[Flow], labels: Labels, width: int, most: int = MOST, depth: int = DEPTH, whole: bool = True, opens: Opens = theme.nowhere
) -> Figure:
    """The largest payers on top. `depth`: pixels of height for the money alone; not `whole`: without what is gathered; `opens` is asked with
    flows and `payer`, `initiative`, `taker` or `flow`."""
    columns = 3 if width >= THREE_COLUMNS else 2
    shown = [row for row in rows if row.kind == "named" or (whole and row.kind == "others")]
    span = (width - NODE) / (columns - 1)
    flows = arranged(shown, columns, span * NAME_SHARE, most, whole, opens, labels)
    height = place(flows, depth)
    across = [index * span for index in range(columns)]
    nodes = [node for column in flows.columns for node in column]
    words = [note for node in nodes for note in _label(node, across, columns, labels)]
    return theme.figure([*_bands(flows, across), *(_node(node, across) for node in nodes)], width, height, annotations=words, **axes(width, height))


def look_of(origin: str, open_end: bool = False) -> Fill:
    """The pale paint of a band: private edged, mixed stippled, unknown hatched, so that they differ in greyscale; what is open is the paper with an
    edge."""
    if origin == GATHERED_ORIGIN:
        return theme.solid("land", "land-edge")
    edge = LIGHT[origin]
    if open_end:
        return {"color": LIGHT["paper"], "line": {"color": edge, "width": 1}}
    if origin == "mixed":
        stipple = theme.pattern(".", 5, 0.14, "mixed", "mixed-open")
        return {"color": LIGHT["mixed-open"], "pattern": stipple, "line": {"color": edge, "width": 0}}
    if origin == "unknown":
        return theme.patterned("/", 6, 0.16, "ink-2", "land")
    return {"color": LIGHT[f"{origin}-open"], "line": {"color": edge, "width": 1 if origin == "private" else 0}}


def _bands(flows: Flows, across: Sequence[float]) -> list[dict[str, Any]]:
    """Every band from where it leaves to where it arrives; the open part of each lies below its stated part."""
    scale = next((node.height / float(node.amount) for column in flows.columns for node in column if node.amount), 0.0)
    rank = {id(node): place for column in flows.columns for place, node in enumerate(column)}
    leaving = _stacked(flows.bands, lambda band: band.start, lambda band: (rank[id(band.end)], band.origin), scale)
    arriving = _stacked(flows.bands, lambda band: band.end, lambda band: (rank[id(band.start)], band.origin), scale)
    return [
        drawn
        for band in flows.bands
        for drawn in _pieces(
            band, (across[band.start.column] + NODE, leaving[id(band)]), (across[band.end.column], arriving[id(band)]), scale,
        )
    ]  # fmt: skip


def _stacked(bands: Sequence[Band], side: Callable[[Band], Node], order: Callable[[Band], tuple[int, str]], scale: float) -> dict[int, float]:
    """The upper edge of every band at one of its nodes, one below the other."""
    used: dict[int, float] = {}
    found = {}
    for band in sorted(bands, key=order):
        node = side(band)
        found[id(band)] = used.setdefault(id(node), node.top)
        used[id(node)] += float(band.amount) * scale
    return found


def _pieces(band: Band, start: Pixel, end: Pixel, scale: float) -> Iterator[dict[str, Any]]:
    stated, ceiling = float(band.amount - band.ceiling) * scale, float(band.ceiling) * scale
    for below, deep, open_end in ((0.0, stated, False), (stated, ceiling, True)):
        if deep > 0:
            outline = ribbon((start[0], start[1] + below), (end[0], end[1] + below), deep)
            yield area(f"{band.origin}{', up to' if open_end else ''}", outline, look_of(band.origin, open_end), band.words, band.address)


def ribbon(start: Pixel, end: Pixel, deep: float) -> list[Pixel]:
    """The outline of a band `deep` pixels high that leaves and arrives level; it bends in the middle, so that it keeps off the names at its ends."""
    steps = [index / BENDS for index in range(BENDS + 1)]
    bend = [(LEVEL + (1 - 2 * LEVEL) * step, step * step * (3 - 2 * step)) for step in steps]
    upper = [(start[0] + (end[0] - start[0]) * along, start[1] + (end[1] - start[1]) * down) for along, down in ((0.0, 0.0), *bend, (1.0, 1.0))]
    return [*upper, *((x, y + deep) for x, y in reversed(upper))]


def _node(node: Node, across: Sequence[float]) -> dict[str, Any]:
    x, height = across[node.column], max(node.height, 1)
    corners = [(x, node.top), (x + NODE, node.top), (x + NODE, node.top + height), (x, node.top + height)]
    return area(node.name, corners, {"color": LIGHT["ink"]}, text.plain(node.name), node.address)


def _label(node: Node, across: Sequence[float], columns: int, labels: Labels) -> list[dict[str, Any]]:
    """The name inside the drawing, in its node's height or above it; beside an initiative its sum, where there are three columns."""
    upper = node.top + (-LINE * len(node.lines) if node.is_low else (node.height - LINE * len(node.lines)) / 2)
    ink = text.italic if node.key in (REST, NOBODY) else text.plain
    value = labels.value(node.amount)
    is_payer = node.column == PAYER
    side = "left" if is_payer else "right"
    x = across[0] + NODE + 4 if is_payer else across[node.column] - 4
    lines = [theme.note(ink(line), x, upper + (index + 0.5) * LINE - 1, xanchor=side) for index, line in enumerate(node.lines)]
    if node.column == INITIATIVE and columns > 2:
        at = node.top - LINE / 2 - 1 if node.is_low else node.top + node.height / 2
        lines.append(theme.note(text.bold(value), across[1] + NODE + 4, at, xanchor="left"))
    return lines
