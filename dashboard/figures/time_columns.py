"""Columns of money by year or quarter with the running total as figures; draws rows and knows neither requests nor models."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from dashboard.figures import floors, text, theme, word_room
from dashboard.figures.labels import Labels
from dashboard.figures.theme import Figure, Opens
from dashboard.queries.rows import PeriodFunding
from initiatives import formats

HEIGHT: Final = 300
TOP, BOTTOM, RIGHT = 22, 46, 4  # pixels around the columns
GAP: Final = 0.36  # of the room of a column, between two
SEEN: Final = Decimal("0.03")  # of the highest column, from which a sum is written where there is no room for all
FIGURES_ROOM, NARROW_ROOM = 36, 29  # pixels a column needs for a whole year and its figures, and for `’25`
QUARTER_ROOM = 56  # and for `Q3 ’25`
ORIGINS: Final = theme.ORIGINS
NO_PERIOD: Final = "no period stated"
APART: Final = theme.solid("rule", "ink-2")


def figure(
    rows: Sequence[PeriodFunding],
    labels: Labels,
    width: int,
    narrow: bool = False,
    height: int = HEIGHT,
    opens: Opens = theme.nowhere,
    phased: bool = False,
) -> Figure:
    """Oldest left; a period without a known sum is a gap with a word, not a zero. Sizes in pixels; `opens` is asked with a period and an origin.

    `phased` money whose years nobody states lies apart, on top of each column."""
    tops = [row.total for row in rows if row.total is not None]
    highest = max(tops, default=Decimal(0))
    narrow = narrow or (width - 92) < FIGURES_ROOM * len(rows)
    left = 62 if narrow else 92
    room = QUARTER_ROOM if any("Q" in row.period for row in rows) else NARROW_ROOM
    every = max(1, -(-room * len(rows) // max(width - left, 1)))
    shown = [(index, row) for index, row in enumerate(rows) if (len(rows) - 1 - index) % every == 0]
    return theme.figure(
        [
            *(trace for open_end in (False, True) for origin in ORIGINS if (trace := _trace(rows, origin, open_end, labels, opens, phased))),
            *([apart] if phased and (apart := _apart(rows, labels, opens)) else []),
        ],
        width,
        height,
        margin={"l": left, "r": RIGHT, "t": TOP, "b": BOTTOM},
        annotations=[*_above(rows, highest, every == 1, (width - left - RIGHT) / max(len(rows), 1), height - TOP - BOTTOM), *_running(shown, narrow)],
        bargap=GAP,
        xaxis={
            "showgrid": False,
            "range": [-0.5, max(len(rows), 1) - 0.5],
            **_periods(shown, narrow),
            "tickfont": {"size": theme.TEXT_SIZE, "color": theme.LIGHT["ink"]},
        },
        yaxis={"range": [0, float(highest) * 1.04 or 1.0], **labels.scale(highest, 4).axis()},
        shapes=[theme.line("ink", (0, 1), (0, 0), xref="paper")],
    )


def size_of(highest: Decimal) -> tuple[Decimal, str]:
    """The unit in which the figures of one drawing are written, and its word: bn, m, or none."""
    return next(((limit, word) for limit, word in formats.SIZES[1:] if highest >= limit), (Decimal(1), ""))


def short(amount: Decimal, size: Decimal) -> str:
    """A figure in the unit of the drawing: `183`, `27.4`, `0.2`, `0` for nothing."""
    value = amount / size
    if not value:
        return "0"
    return f"{value:,.0f}" if value >= 100 else "<0.1" if value < Decimal("0.05") else f"{value:,.1f}"


def _trace(rows: Sequence[PeriodFunding], origin: str, open_end: bool, labels: Labels, opens: Opens, phased: bool) -> dict[str, Any] | None:
    """What one origin states in each period, or the part of it that is only a ceiling, which lies on top; None where there is nothing of it."""
    found = [(index, row, amount) for index, row in enumerate(rows) if (amount := pieces(row, phased)[open_end][origin])]
    if not found:
        return None
    name = f"{origin}, up to" if open_end else origin
    return {
        "type": "bar",
        "name": name,
        "x": [index for index, *_ in found],
        "y": [float(amount) for *_, amount in found],
        "base": [float(_below(row, origin, open_end, phased)) for _, row, _ in found],
        "marker": theme.fill(origin, open_end),
        **theme.hover(
            [f"{row.period}<br>{name}: {text.plain(labels.value(amount))}" for _, row, amount in found],
            [opens(row.period, origin) for _, row, _ in found],
        ),
    }


def _apart(rows: Sequence[PeriodFunding], labels: Labels, opens: Opens) -> dict[str, Any] | None:
    """What of each period is there for want of a stated one, on top of what is meant for it; None where there is none."""
    found = [(index, row) for index, row in enumerate(rows) if row.no_period]
    if not found:
        return None
    return {
        "type": "bar",
        "name": NO_PERIOD,
        "x": [index for index, _ in found],
        "y": [float(row.no_period) for _, row in found],
        "base": [float((row.total or 0) - row.no_period) for _, row in found],
        "marker": APART,
        **theme.hover(
            [f"announced in {row.period}<br>{NO_PERIOD}: {text.plain(labels.value(row.no_period))}" for _, row in found],
            [opens(row.period, NO_PERIOD) for _, row in found],
        ),
    }


def pieces(row: PeriodFunding, phased: bool = False) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    """What is stated by origin, and what is only a ceiling; `phased` without what states no period."""
    without, open_without = (row.unstated, row.unstated_ceilings) if phased else ({}, {})
    ceilings = {origin: row.ceilings.get(origin, Decimal(0)) - open_without.get(origin, Decimal(0)) for origin in ORIGINS}
    return {origin: (getattr(row, origin) or Decimal(0)) - without.get(origin, Decimal(0)) - ceilings[origin] for origin in ORIGINS}, ceilings


def _below(row: PeriodFunding, origin: str, open_end: bool, phased: bool) -> Decimal:
    stated, ceilings = pieces(row, phased)
    lower = [(ceilings if open_end else stated)[other] for other in ORIGINS[: ORIGINS.index(origin)]]
    return sum(lower, sum(stated.values(), Decimal(0)) if open_end else Decimal(0))


def _above(rows: Sequence[PeriodFunding], highest: Decimal, all_fit: bool, column: float, height: float) -> list[dict[str, Any]]:
    """The sums over their columns: all of them, or the largest that neither touch each other nor stand on a column. Pixels."""
    unknown = [theme.note(text.second("?"), index, 0, yanchor="bottom", yshift=2) for index, row in enumerate(rows) if row.total is None]
    size, _ = size_of(highest)
    known = [
        (index, row.total, short(row.total, size) + (" ▸" if floors.is_marked(row.total, row.at_least) else ""))
        for index, row in enumerate(rows)
        if row.total is not None
    ]
    tops = [float((row.total or 0) / highest) * height if highest else 0 for row in rows]
    shifts = dict.fromkeys((index for index, *_ in known), 0.0) if all_fit else word_room.shifts(_largest(known, highest), tops, column, GAP)
    shown = [(index, float(total), text.bold(words)) for index, total, words in known if index in shifts]
    sums = [theme.note(words, index, top, yanchor="bottom", yshift=2, xshift=shifts[index]) for index, top, words in shown]
    return [*unknown, *sums]


def _largest(known: Sequence[tuple[int, Decimal, str]], highest: Decimal) -> list[tuple[int, str]]:
    """The sums that are seen beside the highest, largest first."""
    seen = [one for one in known if one[1] >= highest * SEEN and one[1]]
    return [(index, words) for index, _, words in sorted(seen, key=lambda one: -one[1])]


def _running(shown: list[tuple[int, PeriodFunding]], narrow: bool) -> list[dict[str, Any]]:
    highest = max((row.cumulative for _, row in shown), default=Decimal(0))
    size, _ = size_of(highest)
    low = {"yanchor": "top", "yshift": -25} | theme.quiet()
    name = theme.note(text.plain("running" if narrow else "running total"), 0, 0, xref="paper", xanchor="right", xshift=-6, **low)
    return [name, *(theme.note(text.plain(short(row.cumulative, size)), index, 0, **low) for index, row in shown)]


def _periods(shown: list[tuple[int, PeriodFunding]], narrow: bool) -> dict[str, Any]:
    return {"tickvals": [index for index, _ in shown], "ticktext": [_name(row.period, narrow) for _, row in shown]}


def _name(period: str, narrow: bool) -> str:
    year, _, quarter = period.partition("-")
    if quarter:
        return f"{quarter} ’{year[2:]}"
    return f"’{year[2:]}" if narrow else year
