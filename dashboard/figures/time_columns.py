"""Columns of money by year or quarter with the running total as figures; draws rows and knows neither requests nor models."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from dashboard.figures import text, theme
from dashboard.figures.labels import Labels
from dashboard.figures.theme import Figure, Opens
from dashboard.queries.rows import PeriodFunding
from initiatives import formats

HEIGHT: Final = 300
FIGURES_ROOM, NARROW_ROOM = 36, 29  # pixels a column needs for a whole year and its figures, and for `’25`
FLOOR_SHARE: Final = Decimal("0.25")  # from this share of a total on, a floor (“at least”) is marked
QUARTER_ROOM = 56  # and for `Q3 ’25`
ORIGINS: Final = theme.ORIGINS


def figure(
    rows: Sequence[PeriodFunding], labels: Labels, width: int, narrow: bool = False, height: int = HEIGHT, opens: Opens = theme.nowhere
) -> Figure:
    """Oldest left; a period without a known sum is a gap with a word, not a zero. Sizes in pixels; `opens` is asked with a period and an origin."""
    tops = [row.total for row in rows if row.total is not None]
    highest = max(tops, default=Decimal(0))
    narrow = narrow or (width - 92) < FIGURES_ROOM * len(rows)
    left = 62 if narrow else 92
    room = QUARTER_ROOM if any("Q" in row.period for row in rows) else NARROW_ROOM
    every = max(1, -(-room * len(rows) // max(width - left, 1)))
    shown = [(index, row) for index, row in enumerate(rows) if (len(rows) - 1 - index) % every == 0]
    return theme.figure(
        [trace for open_end in (False, True) for origin in ORIGINS if (trace := _trace(rows, origin, open_end, labels, opens))],
        width,
        height,
        margin={"l": left, "r": 4, "t": 22, "b": 46},
        annotations=[*_above(rows, highest, every), *_running(shown, narrow)],
        bargap=0.36,
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


def _trace(rows: Sequence[PeriodFunding], origin: str, open_end: bool, labels: Labels, opens: Opens) -> dict[str, Any] | None:
    """What one origin states in each period, or the part of it that is only a ceiling, which lies on top; None where there is nothing of it."""
    found = [(index, row, amount) for index, row in enumerate(rows) if (amount := _pieces(row)[open_end][origin])]
    if not found:
        return None
    name = f"{origin}, up to" if open_end else origin
    return {
        "type": "bar",
        "name": name,
        "x": [index for index, *_ in found],
        "y": [float(amount) for *_, amount in found],
        "base": [float(_below(row, origin, open_end)) for _, row, _ in found],
        "marker": theme.fill(origin, open_end),
        **theme.hover(
            [f"{row.period}<br>{name}: {text.plain(labels.value(amount))}" for _, row, amount in found],
            [opens(row.period, origin) for _, row, _ in found],
        ),
    }


def _pieces(row: PeriodFunding) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    """What is stated by origin, and what is only a ceiling."""
    ceilings = {origin: row.ceilings.get(origin) or Decimal(0) for origin in ORIGINS}
    return {origin: (getattr(row, origin) or Decimal(0)) - ceilings[origin] for origin in ORIGINS}, ceilings


def _below(row: PeriodFunding, origin: str, open_end: bool) -> Decimal:
    stated, ceilings = _pieces(row)
    lower = [(ceilings if open_end else stated)[other] for other in ORIGINS[: ORIGINS.index(origin)]]
    return sum(lower, sum(stated.values(), Decimal(0)) if open_end else Decimal(0))


def has_floor(row: PeriodFunding) -> bool:
    """Whether a quarter or more of the period's total is only a floor."""
    return bool(row.total) and row.at_least > 0 and row.at_least >= (row.total or 0) * FLOOR_SHARE


def _above(rows: Sequence[PeriodFunding], highest: Decimal, every: int) -> list[dict[str, Any]]:
    size, _ = size_of(highest)
    notes = []
    for index, row in enumerate(rows):
        if row.total is None:
            notes.append(theme.note(text.second("?"), index, 0, yanchor="bottom", yshift=2))
        elif (len(rows) - 1 - index) % every == 0 or row.total == highest:
            notes.append(
                theme.note(text.bold(short(row.total, size) + (" ▸" if has_floor(row) else "")), index, float(row.total), yanchor="bottom", yshift=2)
            )
    return notes


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
