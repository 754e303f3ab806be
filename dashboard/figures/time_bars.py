"""Bars from the start to the end of each initiative; draws days as far as they are known and knows neither requests nor models."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from dashboard.figures import text, theme
from dashboard.figures.theme import Figure, Fill
from initiatives import dates, formats

TOP: Final = 36
NAMES_SHARE, SMALL_NAMES_SHARE = 0.5, 0.54  # of the width, at most, for the names left of the bars
NARROW_PITCH, NARROW_GAP, FIRST_NAME = 42, 0.68, 0.3  # pixels and share of a row whose name stands above its bar, and over the first
ABOVE, DAYS_GAP = 17, 14  # pixels from a bar to its name, and between a name and its days
DAYS_ROOM: Final = 84  # pixels behind the bars for the years in words
HALF_A_YEAR: Final = 18  # pixels: half of the word for one year
TICK_ROOM: Final = 46  # pixels from one year of the axis to the next that is named
YEARS_BEFORE, YEARS_AFTER = 8, 9  # of the day shown; what lies beyond is cut at the edge and said in words
ARROW, ARROWS_ROOM = 9, 13  # pixels of the mark of an open end, and for it behind the last year
# Five statuses that stay apart in print.
LOOKS: Final[dict[str, Fill]] = {
    "announced": theme.solid("paper", "ink-2"),
    "underway": theme.solid("ink-2", "ink-2"),
    "completed": theme.solid("rule", "ink-2"),
    "paused": theme.patterned("/", 5, 0.3, "ink-2", "paper"),
    "cancelled": theme.patterned("x", 6, 0.28, "ink-2", "paper"),
}
OVER: Final = ("completed", "cancelled")  # what is over has ended by the day shown, whether or not its end is stated


@dataclass(frozen=True, slots=True)
class Run:
    """One initiative: `start` and `end` as a day, month or year, `end` None while none is stated; `code` stands before its name."""

    name: str
    code: str
    status: str
    start: str
    end: str | None
    words: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The years of the axis and the day shown, as fractions of years."""

    first: float
    last: float
    today: float

    @classmethod
    def of(cls, runs: Sequence[Run], day: date) -> "Frame":
        """Whole years around what is drawn, at most eight before the day and eight after it."""
        today = year_of(day)
        first = min([today, *(year_of(dates.first_day(run.start)) for run in runs)])
        last = max([today + 1, *(year_of(dates.last_day(run.end)) for run in runs if run.end)])
        return cls(max(int(first), int(today) - YEARS_BEFORE), min(int(last) + 1, int(today) + YEARS_AFTER), today)

    def inside(self, place: float) -> float:
        """A place of the axis, at its edge where it lies beyond."""
        return min(max(place, self.first), self.last)


def figure(runs: Sequence[Run], day: date, width: int, narrow: bool = False, small: bool = False) -> Figure:
    """A row an initiative, its name above the bar where it is `narrow`; known by its year alone a start or end takes in the whole year.

    `small` leaves the days out. `width` in pixels."""
    frame = Frame.of(runs, day)
    names = 0 if narrow else _room(runs, width, SMALL_NAMES_SHARE if small else NAMES_SHARE)
    right = 2 if narrow or small else DAYS_ROOM
    count, lift = max(len(runs), 1), FIRST_NAME if narrow else 0.0
    cut_room = ARROWS_ROOM if any(begins_before(run, frame) for run in runs) else 0
    pixels = max(width - names - right - ARROWS_ROOM - cut_room, 1) / (frame.last - frame.first)
    return theme.figure(
        [*_traces(runs, frame), *_arrows(runs, frame, pixels)],
        width,
        round((NARROW_PITCH if narrow else theme.PITCH) * (count + lift)) + 30,
        margin={"l": names, "r": right, "t": 26, "b": 4},
        annotations=[
            words for index, run in enumerate(runs) for words in (_above(index, run, width) if narrow else _beside(index, run, names, small))
        ],
        bargap=NARROW_GAP if narrow else 0.4,
        xaxis={
            "side": "top",
            "range": [frame.first - cut_room / pixels, frame.last + ARROWS_ROOM / pixels],
            "showgrid": not narrow,
            **_years(frame, pixels, names + cut_room, right + ARROWS_ROOM),
        },
        yaxis=theme.rows_axis(count, range=[count - 0.5, -0.5 - lift]),
        shapes=_day_line(frame, count, narrow),
    )


def _day_line(frame: Frame, count: int, narrow: bool) -> list[dict[str, Any]]:
    """The upright line of the day shown; where names stand above the bars it runs beside the bars alone, and no name is crossed."""
    if not narrow:
        return [theme.line("ink", (frame.today, frame.today), (0, 1), yref="paper")]
    half = (1 - NARROW_GAP) / 2 + 0.06
    return [theme.line("ink", (frame.today, frame.today), (row - half, row + half)) for row in range(count)]


def begins_before(run: Run, frame: Frame) -> bool:
    """Whether a bar is cut where the axis begins."""
    return year_of(dates.first_day(run.start)) < frame.first


def goes_on(run: Run, frame: Frame) -> bool:
    """Whether nobody states the end of a bar, or it lies beyond the axis."""
    return not run.end or year_of(dates.last_day(run.end)) > frame.last


def year_of(day: date) -> float:
    """A day as a fraction of years: 1 Jul 2026 is about 2026.5."""
    first = date(day.year, 1, 1)
    return day.year + (day - first).days / ((date(day.year, 12, 31) - first).days + 1)


def ends(run: Run, frame: Frame) -> tuple[float, float]:
    """Where a bar begins and ends on the axis; without a stated end at the edge, or on the day shown for what is over."""
    start = frame.inside(year_of(dates.first_day(run.start)))
    if run.end:
        return start, frame.inside(year_of(dates.last_day(run.end)) + 1 / 365)
    return start, max(start, frame.today) if run.status in OVER else frame.last


def days_words(start: str | None, end: str | None) -> str:
    """`2025 to 2030`, `from Dec 2025`, `to 2030`: each day as far as it is known."""
    if start and end:
        return dates.in_words(start) if start == end else f"{dates.in_words(start)} to {dates.in_words(end)}"
    return f"from {dates.in_words(start)}" if start else f"to {dates.in_words(end)}" if end else "days unknown"


def _traces(runs: Sequence[Run], frame: Frame) -> list[dict[str, Any]]:
    found = [(status, [(index, run, *ends(run, frame)) for index, run in enumerate(runs) if run.status == status]) for status in LOOKS]
    return [_trace(status, bars) for status, bars in found if bars]


def _trace(status: str, bars: Sequence[tuple[int, Run, float, float]]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": status,
        "y": [index for index, *_ in bars],
        "x": [round(end - start, 4) for *_, start, end in bars],
        "base": [round(start, 4) for *_, start, _ in bars],
        "marker": LOOKS[status],
        **theme.hover([f"{text.plain(run.name)}<br>{text.plain(run.words)}" for _, run, *_ in bars], [run.address for _, run, *_ in bars]),
    }


def _arrows(runs: Sequence[Run], frame: Frame, pixels: float) -> list[dict[str, Any]]:
    """A mark behind every bar whose end nobody states or that goes on beyond the axis, and one before each that the axis cuts."""
    open_ended = [(index, ends(run, frame)[1] + 6 / pixels) for index, run in enumerate(runs) if goes_on(run, frame)]
    cut = [(index, frame.first - 6 / pixels) for index, run in enumerate(runs) if begins_before(run, frame)]
    marked = (("open", "triangle-right", open_ended), ("before", "triangle-left", cut))
    return [_symbols(name, symbol, places) for name, symbol, places in marked if places]


def _symbols(name: str, symbol: str, places: Sequence[tuple[int, float]]) -> dict[str, Any]:
    marker = {"symbol": symbol, "size": ARROW, "color": theme.LIGHT["ink"], "line": {"width": 0}}
    x, y = [at for _, at in places], [row for row, _ in places]
    return {"type": "scatter", "mode": "markers", "name": name, "y": y, "x": x, "marker": marker, **theme.NO_HOVER}


def _room(runs: Sequence[Run], width: int, share: float) -> int:
    """Pixels for the longest name, at most a share of the width."""
    return int(min(max((text.width_of(_coded(run) + run.name) for run in runs), default=0) + 14, width * share))


def _coded(run: Run) -> str:
    """The code before a name, with the blank between them."""
    return run.code + formats.NO_BREAK * 2


def _name(run: Run, room: float) -> str:
    code = _coded(run)
    return text.second(code) + text.plain(text.shortened(run.name, room - text.width_of(code)))


def _beside(index: int, run: Run, names: int, small: bool) -> list[dict[str, Any]]:
    """The name left of the bar and the days behind it."""
    left = theme.note(_name(run, names - 4), 0, index, xref="paper", xanchor="left", xshift=-names, align="left")
    days = theme.note(text.second(days_words(run.start, run.end)), 1, index, xref="paper", xanchor="left", xshift=4)
    return [left] if small else [left, days]


def _above(index: int, run: Run, width: int) -> list[dict[str, Any]]:
    """The name above the bar, with the days behind it where there is room for both."""
    days = days_words(run.start, run.end)
    has_room = text.width_of(_coded(run) + run.name) + DAYS_GAP + text.width_of(days) <= width
    left = theme.note(_name(run, width - 4), 0, index, xref="paper", xanchor="left", yshift=ABOVE, align="left")
    right = theme.note(text.second(days), 1, index, xref="paper", xanchor="right", xshift=0, yshift=ABOVE)
    return [left, right] if has_room else [left]


def _years(frame: Frame, pixels: float, left: int, right: int) -> dict[str, list[Any]]:
    """The years that are named: as many as have room, none whose name the edge of the drawing would cut."""
    every = max(1, -(-TICK_ROOM // max(int(pixels), 1)))
    first, last = frame.first + max(HALF_A_YEAR - left, 0) / pixels, frame.last - max(HALF_A_YEAR - right, 0) / pixels
    years = [year for year in range(int(frame.first), int(frame.last) + 1) if year % every == 0 and first <= year <= last]
    return {"tickvals": years, "ticktext": [str(year) for year in years]}
