"""Initiatives from start to end as bars that an office program draws: what only lifts a bar to its start, then a stretch in its status."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from dashboard.charts.native import Native, Pattern, Series
from dashboard.figures.time_bars import LOOKS, Frame, Run, ends
from initiatives.vocabulary import INITIATIVE_STATUSES

LONGEST: Final = 29  # characters of a name that stands on one line beside its bar
TOKENS: Final = {"announced": "paper", "underway": "ink-2", "completed": "rule", "paused": "paper", "cancelled": "ink-2"}
PATTERNS: Final[dict[str, Pattern]] = {"paused": "lines", "cancelled": "lines"}


def native(runs: Sequence[Run], frame: Frame, gathered: str) -> Native:
    """Lying bars over the years of the frame, in the order of the runs."""
    places = [ends(run, frame) for run in runs]
    lift = Series("Start, as a fraction of years", tuple(_years(start) for start, _ in places), drawn=False)
    lasting = [_years(end) - _years(start) for start, end in places]
    drawn = [
        Series(
            INITIATIVE_STATUSES[status].capitalize(),
            tuple(length if run.status == status else None for run, length in zip(runs, lasting, strict=True)),
            TOKENS[status],
            PATTERNS.get(status),
        )
        for status in LOOKS
        if any(run.status == status for run in runs)
    ]
    years = (int(frame.first), int(frame.last))
    return Native("bars", tuple(_named(run) for run in runs), (lift, *drawn), "Years", years=years, gathered=gathered)


def _years(place: float) -> Decimal:
    return Decimal(str(round(place, 3)))


def _named(run: Run) -> str:
    words = f"{run.code} {run.name}"
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
