"""The world, each country painted by its sum; draws rows and knows neither requests nor models."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, Literal

from dashboard.figures import projection, text, theme
from dashboard.figures.labels import Labels
from dashboard.figures.theme import Figure
from dashboard.queries.rows import CountryFunding

State = Literal["absent", "nothing", "undisclosed", "not-convertible", "zero", "sum"]
CLASSES: Final = 6
RING: Final = 7  # pixels across, for a country too small to see
STATE_WORDS: Final[Mapping[State, str]] = {
    "nothing": "in the record, nothing at this basis",
    "undisclosed": "sum undisclosed",
    "not-convertible": "not convertible",
    "zero": "zero: counted elsewhere",
    "absent": "not in the record",
}
PATTERNS: Final[Mapping[State, dict[str, Any]]] = {
    "nothing": theme.pattern("/", 5, 0.24, "ink-2", "land"),
    "undisclosed": theme.pattern(".", 5, 0.2, "ink", "land"),
    "not-convertible": theme.pattern("x", 6, 0.28, "ink-2", "land"),
    "zero": theme.pattern("-", 5, 0.24, "ink-2", "paper"),
}


def figure(rows: Sequence[CountryFunding], labels: Labels, width: int, narrow: bool = False, recorded: Collection[str] = ()) -> Figure:
    """Equal Earth, polygons of our own so that patterns work and nothing is fetched. `recorded`: codes that the record knows. `width` in pixels."""
    found = {row.country: row for row in rows}
    edges = breaks([value for row in rows if (value := measured(row, labels)) is not None and value > 0])
    known = frozenset(recorded)
    marks = [_area(outline, found.get(outline.code), known, edges, labels) for outline in projection.outlines()]
    rings = [
        _ring(code, place, found.get(code), known, edges, labels) for code, place in projection.points().items() if code in found or code in known
    ]
    return theme.figure(
        [*sorted(marks, key=lambda mark: mark["name"] != "absent"), *rings],
        width,
        projection.height_of(width),
        xaxis={"visible": False, "range": [projection.LEFT, projection.RIGHT]},
        yaxis={"visible": False, "range": [projection.BOTTOM, projection.TOP]},
    )


def measured(row: CountryFunding, labels: Labels) -> Decimal | None:
    """The value that paints the country, in the unit of `labels`."""
    return {"total": row.total, "gdp": row.gdp_percent, "person": row.per_person}[labels.per]


def state_of(row: CountryFunding | None, recorded: bool, labels: Labels) -> State:
    """Why a country looks as it does; a sum that nobody said is never zero."""
    if row is None or not row.entries:
        return "nothing" if recorded or row is not None else "absent"
    if row.total is None:
        return "not-convertible" if row.not_convertible and not row.undisclosed else "undisclosed"
    if row.total == 0:
        return "zero"
    return "sum" if measured(row, labels) is not None else "not-convertible"


def breaks(values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """At most five rising limits that cut the positive `values` into classes of about the same number: 1, 2 or 5 times a power of ten."""
    ranked = sorted(values)
    if not ranked:
        return ()
    cuts = (round_down(ranked[len(ranked) * step // CLASSES]) for step in range(1, CLASSES))
    return tuple(sorted({cut for cut in cuts if cut > ranked[0]}))


def round_down(value: Decimal) -> Decimal:
    """The largest of 1, 2, 5 times a power of ten that is not above the positive `value`."""
    power = Decimal(1).scaleb(value.adjusted())
    return max(step * power for step in (Decimal(1), Decimal(2), Decimal(5)) if step * power <= value)


def token_of(value: Decimal, edges: Sequence[Decimal]) -> str:
    """The class of a positive value; with fewer classes than six the darkest are kept."""
    return f"sum-{CLASSES - len(edges) + sum(value >= edge for edge in edges)}"


def legend(rows: Sequence[CountryFunding], labels: Labels) -> list[tuple[str, str]]:
    """The drawn ramp: (token, lower edge in words) of each class, lightest first."""
    edges = breaks([value for row in rows if (value := measured(row, labels)) is not None and value > 0])
    lower = ["above 0", *(_round(edge, labels) for edge in edges)]
    return [(f"sum-{CLASSES - len(edges) + index}", words) for index, words in enumerate(lower)]


def _round(edge: Decimal, labels: Labels) -> str:
    words = labels.value(edge)
    return words.replace(".00", "").replace(".0", "") if ".0" in words else words


def _look(row: CountryFunding | None, known: frozenset[str], code: str, edges: Sequence[Decimal], labels: Labels) -> tuple[State, str]:
    state = state_of(row, code in known, labels)
    value = measured(row, labels) if row and state == "sum" else None
    return state, theme.LIGHT[token_of(value, edges)] if value else theme.LIGHT["land"]


def _words(row: CountryFunding | None, state: State, labels: Labels) -> str:
    if row is None:
        return STATE_WORDS[state] if state != "sum" else ""
    words = labels.value(measured(row, labels)) if state == "sum" else STATE_WORDS[state]
    return f"{text.plain(row.country_name)}<br>{text.plain(words)}"


def _area(outline: projection.Outline, row: CountryFunding | None, known: frozenset[str], edges: Sequence[Decimal], labels: Labels) -> dict[str, Any]:
    state, colour = _look(row, known, outline.code, edges, labels)
    edge = theme.LIGHT["paper" if state == "sum" else "land-edge"]
    fill = {"fillpattern": PATTERNS[state]} if state in PATTERNS else {"fillcolor": colour}
    words = theme.NO_HOVER if row is None else {"text": _words(row, state, labels), "hoverinfo": "text"}
    shape = {"x": outline.x, "y": outline.y, "line": {"color": edge, "width": 0.6}, "fill": "toself", "hoveron": "fills"}
    return {"type": "scatter", "mode": "lines", "name": state, **shape, **fill, **words}


def _ring(
    code: str, place: projection.Place, row: CountryFunding | None, known: frozenset[str], edges: Sequence[Decimal], labels: Labels
) -> dict[str, Any]:
    state, colour = _look(row, known, code, edges, labels)
    marker = {"symbol": "circle", "size": RING, "color": colour, "line": {"color": theme.LIGHT["ink"], "width": 1}}
    words = theme.hover([_words(row, state, labels)]) if row else theme.NO_HOVER
    return {"type": "scatter", "mode": "markers", "name": state, "x": [place[0]], "y": [place[1]], "marker": marker, **words}
