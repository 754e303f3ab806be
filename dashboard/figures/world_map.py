"""The world, each country painted by its sum; draws rows and knows neither requests nor models."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, Literal

from dashboard.figures import projection, text, theme
from dashboard.figures.labels import Labels
from dashboard.figures.theme import Figure, Opens
from dashboard.queries.rows import CountryFunding

State = Literal["absent", "nothing", "undisclosed", "not-convertible", "zero", "no-figure", "sum"]
CLASSES: Final = 6
SHARES: Final = (0.2, 0.4, 0.6, 0.8, 0.92)  # of the countries below each limit; few in the darkest class, because few hold most
RING: Final = 7  # pixels across, for a country too small to see
STATE_WORDS: Final[Mapping[State, str]] = {
    "nothing": "in the record, nothing at this basis",
    "undisclosed": "sum undisclosed",
    "not-convertible": "not convertible",
    "zero": "zero",
    "no-figure": "no figure of GDP or population",
    "absent": "not in the record",
}
PATTERNS: Final[Mapping[State, dict[str, Any]]] = {
    "nothing": theme.pattern("/", 5, 0.24, "ink-2", "land"),
    "undisclosed": theme.pattern(".", 5, 0.2, "ink", "land"),
    "not-convertible": theme.pattern("x", 6, 0.28, "ink-2", "land"),
    "zero": theme.pattern("-", 5, 0.24, "ink-2", "paper"),
    "no-figure": theme.pattern(".", 7, 0.1, "ink-2", "paper"),
}


def figure(rows: Sequence[CountryFunding], labels: Labels, width: int, narrow: bool = False, opens: Opens = theme.nowhere) -> Figure:
    """Equal Earth, polygons of our own so that patterns work and nothing is fetched. `rows`: every country of the record; `width` in pixels;
    `opens` is asked with a country's code and its state."""
    found = {row.country: row for row in rows}
    edges = breaks([value for row in rows if (value := measured(row, labels)) is not None and value > 0])
    marks = [_area(outline, found.get(outline.code), edges, labels, opens) for outline in projection.outlines()]
    rings = [_ring(place, found[code], edges, labels, opens) for code, place in projection.points().items() if code in found]
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


def state_of(row: CountryFunding | None, labels: Labels) -> State:
    """Why a country looks as it does; a sum that nobody said is never zero."""
    if row is None:
        return "absent"
    if row.total:
        return "sum" if measured(row, labels) is not None else "no-figure"
    if row.undisclosed:
        return "undisclosed"
    if row.not_convertible:
        return "not-convertible"
    return "zero" if row.entries else "nothing"


def look_of(state: State) -> theme.Fill:
    """How a country without a sum is painted, as an entry of the key."""
    return {"color": theme.LIGHT["land"], "pattern": PATTERNS[state], "line": {"color": theme.LIGHT["land-edge"], "width": 1}}


def breaks(values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """At most five rising limits that cut the positive `values` into classes: 1, 2 or 5 times a power of ten."""
    ranked = sorted(values)
    if not ranked:
        return ()
    cuts = (round_down(ranked[int(len(ranked) * share)]) for share in SHARES)
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
    values = [value for row in rows if (value := measured(row, labels)) is not None and value > 0]
    if not values:
        return []
    edges = breaks(values)
    lower = ["above 0", *(labels.edge(edge) for edge in edges)]
    return [(f"sum-{CLASSES - len(edges) + index}", words) for index, words in enumerate(lower)]


def _look(row: CountryFunding | None, edges: Sequence[Decimal], labels: Labels) -> tuple[State, str]:
    state = state_of(row, labels)
    value = measured(row, labels) if row and state == "sum" else None
    return state, theme.LIGHT[token_of(value, edges)] if value else theme.LIGHT["land"]


def _words(row: CountryFunding, state: State, labels: Labels) -> str:
    words = labels.value(measured(row, labels)) if state == "sum" else STATE_WORDS[state]
    return f"{text.plain(row.country_name)}<br>{text.plain(words)}{_hedged(row, labels)}"


def _hedged(row: CountryFunding, labels: Labels) -> str:
    """What of a sum is only a ceiling, and what only a floor: a colour cannot say it."""
    ceiling = sum(row.ceilings.values(), Decimal(0))
    hedges = ((ceiling, "“up to” or a target"), (row.at_least, "“at least”"))
    if labels.per != "total":
        return ""
    return "".join(f"<br>of it {text.plain(labels.value(amount))} {words}" for amount, words in hedges if amount)


def _area(outline: projection.Outline, row: CountryFunding | None, edges: Sequence[Decimal], labels: Labels, opens: Opens) -> dict[str, Any]:
    state, colour = _look(row, edges, labels)
    edge = theme.LIGHT["paper" if state == "sum" else "land-edge"]
    fill = {"fillpattern": PATTERNS[state]} if state in PATTERNS else {"fillcolor": colour}
    words = theme.NO_HOVER if row is None else {"text": _words(row, state, labels), "hoverinfo": "text", **theme.opened(opens(row.country, state))}
    shape = {"x": outline.x, "y": outline.y, "line": {"color": edge, "width": 0.6}, "fill": "toself", "hoveron": "fills"}
    return {"type": "scatter", "mode": "lines", "name": state, **shape, **fill, **words}


def _ring(place: projection.Place, row: CountryFunding, edges: Sequence[Decimal], labels: Labels, opens: Opens) -> dict[str, Any]:
    state, colour = _look(row, edges, labels)
    marker = {"symbol": "circle", "size": RING, "color": colour, "line": {"color": theme.LIGHT["ink"], "width": 1}}
    words = theme.hover([_words(row, state, labels)], [opens(row.country, state)])
    return {"type": "scatter", "mode": "markers", "name": state, "x": [place[0]], "y": [place[1]], "marker": marker, **words}
