"""Initiative timeline: when initiatives run, as far as anybody says."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from dashboard.charts import initiative_bars, parts
from dashboard.charts.chart import THUMB, Chart
from dashboard.charts.native import Native
from dashboard.charts.parts import INITIATIVES, Part, Sentence
from dashboard.figures import time_bars
from dashboard.figures.key import TRIANGLE, TRIANGLE_LEFT, KeyItem
from dashboard.figures.theme import Figure
from dashboard.figures.time_bars import Run, days_words
from dashboard.filters import Filters
from dashboard.queries.timeline import Span, span_stream, spans
from initiatives import formats
from initiatives.vocabulary import INITIATIVE_STATUSES

TOP_SMALL, TOP_NARROW, TOP_SLIDE, TOP_NATIVE = 8, 24, 10, 18  # rows in a gallery, on a phone, on a slide as a picture and as bars
STOPPED: Final = ("paused", "cancelled")
STOPPED_SHARE: Final = 6  # one row in six is kept for what is paused or cancelled, where there is any
NAMED: Final = 4  # initiatives without a start that a line has room for
SPOKEN: Final = 60  # initiatives named to a screen reader; the table names all


class InitiativeTimeline(Chart[Span]):
    """Bars from start to end by owner, five looks for five statuses, open where no end is stated."""

    slug = "initiative-timeline"
    name = "Initiative timeline"
    group = "people"

    def question(self, filters: Filters) -> str:
        """`When do initiatives run?`"""
        return "When do initiatives run?"

    def counting(self, filters: Filters) -> list[str]:
        """Initiatives, not money."""
        return ["Initiatives by code of owner, then by start; from start to end as far as stated; the upright line is the day shown"]

    def sources(self, filters: Filters) -> list[str]:
        """No rates are in it."""
        return []

    def rows(self, filters: Filters) -> Sequence[Span]:
        """One row an initiative: those that are drawn, then the others, each by owner and start."""
        rows = spans(filters)
        first = drawn(rows, time_bars.TOP)
        others = {row.slug for row in first}
        return [*first, *(row for row in rows if row.slug not in others)]

    def figure(self, rows: Sequence[Span], filters: Filters, width: int, narrow: bool = False) -> Figure:
        """The bars of the initiatives with the largest counted sums that name a start."""
        small = width < THUMB and not narrow
        top = TOP_SMALL if small else TOP_NARROW if narrow else time_bars.TOP
        runs = [_run(row, filters) for row in drawn(rows, top)]
        return time_bars.figure(runs, _day(rows), width, narrow, small)

    def on_slide(self, rows: Sequence[Span], filters: Filters, width: int) -> Figure:
        """The largest alone, with their days."""
        return time_bars.figure([_run(row, filters) for row in drawn(rows, TOP_SLIDE)], _day(rows), width)

    def answer(self, rows: Sequence[Span], filters: Filters) -> Sentence:
        """How many name no end, how many no start, and how many are over or stopped."""
        if not rows:
            return (Part("No initiative is in this selection."),)
        whole, unstarted, open_ended = rows[0].matching, rows[0].unstarted, rows[0].open_ended
        among = Part(formats.counted(whole, "initiative"), parts.address(INITIATIVES, filters, {}))
        if unstarted == whole:
            return (Part("No start is stated of "), among, Part("."))
        if whole == 1:
            return (among, Part(f" is in this selection; it names a start and {'no' if open_ended else 'an'} end."))
        silent = f"; of {formats.count(unstarted)} no start is stated" if unstarted else ""
        if not open_ended:
            return (Part("Of "), among, Part(f", each that names a start names its end too{silent}."), *_stopped(rows, filters))
        names = "name a start and no end" if open_ended > 1 else "names a start and no end"
        return (Part(f"{formats.count(open_ended)} of "), among, Part(f" {names}{silent}."), *_stopped(rows, filters))

    def spoken(self, rows: Sequence[Span], filters: Filters) -> str:
        """The drawn initiatives with their days and status."""
        told = [f"{row.name}: {_words(row)}." for row in drawn(rows, SPOKEN)]
        return " ".join(told)

    def key(self, rows: Sequence[Span], filters: Filters) -> list[KeyItem]:
        """The statuses that are drawn, and the open end."""
        shown = drawn(rows, time_bars.TOP)
        runs = [_run(row, filters) for row in shown]
        present = {row.status for row in shown}
        items = [KeyItem(words, time_bars.LOOKS[status], ("status", status)) for status, words in INITIATIVE_STATUSES.items() if status in present]
        frame = time_bars.Frame.of(runs, _day(rows))
        late = [KeyItem("no end stated, or beyond the years drawn", TRIANGLE)] if any(time_bars.goes_on(run, frame) for run in runs) else []
        early = [KeyItem(f"began before {frame.first:g}", TRIANGLE_LEFT)] if any(time_bars.begins_before(run, frame) for run in runs) else []
        return [*items, *late, *early]

    def native(self, rows: Sequence[Span], filters: Filters) -> Native | None:
        """A bar from start to end for each of the largest, in its status; what lifts it is not drawn."""
        runs = [_run(row, filters) for row in drawn(rows, TOP_NATIVE)]
        return initiative_bars.native(runs, time_bars.Frame.of(runs, _day(rows)), _gathered(rows)) if runs else None

    def under(self, rows: Sequence[Span], filters: Filters) -> Sentence:
        """Which initiatives are not drawn."""
        if not rows:
            return ()
        pieces: list[Sentence] = []
        started = rows[0].matching - rows[0].unstarted
        if started > time_bars.TOP:
            what = "those with the largest counted sums, and the largest of those paused or cancelled"
            words = f"Drawn are {what}, at most {time_bars.TOP} of {formats.count(started)}; {_where(rows)}"
            pieces.append((Part(words),))
        if unstarted := [row.name for row in rows if not row.start]:
            named = f": {formats.listed(unstarted)}" if len(unstarted) <= NAMED else ""
            number = formats.count(rows[0].unstarted)
            pieces.append((Part(f"{number} without a stated start {'are' if len(unstarted) > 1 else 'is'} not drawn{named}"),))
        return parts.joined(pieces)

    def notes(self, rows: Sequence[Span], filters: Filters) -> list[str]:
        """How days are read."""
        return [
            "Days are as far known as their words say. A start or an end of which only the year or month is known takes in all of it: a bar “to "
            "2030” ends with 2030.",
            "A bar with ▸ has no stated end, or ends beyond the years drawn; one with ◂ began before them. Without a stated end it goes on to the "
            "edge, or, where the initiative is completed or cancelled, to the day shown, which it cannot have outlasted. The upright line is that "
            "day. A + behind a code stands for further owners.",
            "Status is that of today, or of the day looked back to; what is paused or cancelled stays in the drawing, hatched or crossed.",
        ]


def drawn(rows: Sequence[Span], top: int) -> list[Span]:
    """The rows with a start that count most, and the largest of those paused or cancelled, in the order of the rows.

    Announced on a later day than the one shown there are none."""
    ranked = sorted((row for row in rows if row.start), key=lambda row: row.rank)
    stopped = [row.slug for row in ranked if row.status in STOPPED][: top // STOPPED_SHARE]
    chosen = {*stopped, *[row.slug for row in ranked if row.slug not in stopped][: top - len(stopped)]}
    return [row for row in rows if row.slug in chosen]


def _day(rows: Sequence[Span]) -> date:
    return next((row.day for row in rows if row.day), date(2000, 1, 1))


def _run(row: Span, filters: Filters) -> Run:
    code = row.countries[0] if len(row.countries) == 1 else f"{row.countries[0]}+"
    return Run(row.name, code, row.status, row.start or "", row.end, _words(row), parts.initiative(row.slug, row.name, filters).address)


def _words(row: Span) -> str:
    end = "" if row.end else ", no end stated"
    return f"{days_words(row.start, row.end)}{end}, {INITIATIVE_STATUSES[row.status]}, {formats.listed(row.country_names)}"


def _stopped(rows: Sequence[Span], filters: Filters) -> Sentence:
    """How many are completed, paused and cancelled, each leading to its list."""
    numbers = [(status, sum(row.status == status for row in rows)) for status in ("completed", "paused", "cancelled")]
    found = [(status, number) for status, number in numbers if number]
    if not found or len(rows) < rows[0].matching:
        return ()
    sentence: list[Part] = [Part(" ")]
    for place, (status, number) in enumerate(found):
        between = "" if not place else " and " if place == len(found) - 1 else ", "
        words = f"{formats.count(number)} {'is' if number == 1 else 'are'} {status}" if not place else f"{formats.count(number)} {status}"
        sentence += [Part(between), Part(words, parts.address(INITIATIVES, filters, {"status": status}))]
    return (*sentence, Part("."))


def as_drawn(filters: Filters) -> Iterator[Span]:
    """Every initiative of the selection at flat memory: those that are drawn, then the others, each by owner and start."""
    first = drawn(spans(filters), time_bars.TOP)
    yield from first
    seen = {row.slug for row in first}
    yield from (row for row in span_stream(filters) if row.slug not in seen)


def _gathered(rows: Sequence[Span]) -> str:
    started = rows[0].matching - rows[0].unstarted
    return f"and {formats.counted(started - TOP_NATIVE, 'other')}, in the workbook" if started > TOP_NATIVE else ""


def _where(rows: Sequence[Span]) -> str:
    whole = rows[0].matching
    return "the table has all" if len(rows) == whole else f"the table has {formats.count(len(rows))}, the files all {formats.count(whole)}"
