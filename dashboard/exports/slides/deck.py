"""A deck: one slide after the other, each with its takeaway, basis, contents, source, number and the method for whoever speaks; knows no record."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import IO, Any, Final

from pptx.presentation import Presentation as Opened

from dashboard.exports.slides import boxes, charts, fitting, furniture, layouts, package, tables, template
from dashboard.exports.slides.boxes import Box
from dashboard.exports.slides.layouts import Stage
from dashboard.exports.slides.values import Beside, DrawnChart, Grid, Picture, SlideWords

METHOD_SIZES: Final = (16, 14, 13, 12)
FACT_SIZES: Final = (16, 14, 13, 12)
NAMES_GAP: Final = 0.25  # inches between names and words
NOTE_SIZE, PICTURE_NOTE_SIZE = 14, 12  # points of a note under a table, and of one that belongs to a picture
TABLE_AND_NOTE_GAP: Final = 0.15  # inches


class Deck:
    """Slides in our template, or in an opened one that restyles all of them. `made` is the day that the file is dated with."""

    def __init__(self, title: str, made: date | None = None, template_opened: Opened | None = None) -> None:
        self.title, self.made = title, made
        self.opened = template.opened() if template_opened is None else template_opened
        self._jumps: list[tuple[Any, Grid]] = []

    @property
    def number(self) -> int:
        """How many slides there are."""
        return len(self.opened.slides)

    def opening(self, words: SlideWords, name: str, facts: Sequence[tuple[str, str]], chart: DrawnChart | None = None) -> int:
        """The first slide: the question, what is counted in a table, one chart where there is one. Answers with its number, as all do."""
        stage = self._staged(boxes.OPENING, words)
        furniture.say(stage, boxes.NAME_AT, name)
        grid = facts_grid(facts, stage.places[boxes.TABLE_AT])
        tables.put(stage.slide, stage.placeholder(boxes.TABLE_AT), grid, stage.places[boxes.TABLE_AT], headless=True)
        if chart is not None:
            charts.put(stage, boxes.CHART_AT, chart)
        return self._done(stage)

    def chart(self, words: SlideWords, chart: DrawnChart, beside: Beside = (), note: str = "", half: bool = False) -> int:
        """A chart beside its figures or beside notes; `half` gives the table as much room as the chart."""
        if isinstance(beside, Grid):
            stage = self._staged(boxes.HALF_CHART_AND_TABLE if half else boxes.CHART_AND_TABLE, words)
            charts.put(stage, boxes.CHART_AT, chart)
            self._table_and_note(stage, beside, note)
        else:
            stage = self._staged(boxes.CHART_AND_NOTES, words)
            charts.put(stage, boxes.CHART_AT, chart)
            furniture.notes_beside(stage, beside)
        return self._done(stage)

    def charts(self, words: SlideWords, left: tuple[str, DrawnChart], right: tuple[str, DrawnChart]) -> int:
        """Two charts, each under its own question."""
        stage = self._staged(boxes.TWO_CHARTS, words)
        for (heading, chart), question_at, chart_at in (
            (left, boxes.NOTES_AT, boxes.CHART_AT),
            (right, boxes.SECOND_NOTES_AT, boxes.SECOND_CHART_AT),
        ):
            furniture.say(stage, question_at, heading)
            charts.put(stage, chart_at, chart)
        return self._done(stage)

    def picture(self, words: SlideWords, picture: Picture, grid: Grid, note: str = "") -> int:
        """A picture beside its figures; the words under those say that it is a picture."""
        stage = self._staged(boxes.PICTURE_AND_TABLE, words)
        furniture.picture(stage, picture)
        self._table_and_note(stage, grid, note, PICTURE_NOTE_SIZE)
        return self._done(stage)

    def table(self, words: SlideWords, grid: Grid, slides: int = 1) -> int:
        """A table over the whole slide, on at most so many slides; what has no room is counted in its last line. Answers with the first number."""
        first, box = self.number + 1, self.content()
        for part in fitting.pages(fitting.grown(grid, box.width, box.height), box.width, box.height, slides):
            stage = self._staged(boxes.TABLE, words)
            self._grid(stage, part, stage.places[boxes.TABLE_AT])
            self._done(stage)
        return first

    def words(self, words: SlideWords, answers: Sequence[tuple[str, str]]) -> int:
        """Questions and answers in words, as for the method and its sources."""
        return self.table(words, answers_grid(answers, self.content()), slides=2)

    def write(self, target: IO[bytes]) -> None:
        """Writes the file; the same slides give the same bytes."""
        for table, grid in self._jumps:
            tables.leap(table, grid, self.opened.slides)
        package.write(self.opened, self.title, self.made, target)

    def content(self) -> Box:
        """The room of a table over a whole slide."""
        found = layouts.stage_places(self.opened, boxes.TABLE)
        return found[boxes.TABLE_AT]

    def _staged(self, layout: str, words: SlideWords) -> Stage:
        stage = layouts.stage(self.opened, layout)
        furniture.frame(stage, words, self.opened)
        return stage

    def _grid(self, stage: Stage, grid: Grid, box: Box) -> None:
        table = tables.put(stage.slide, stage.placeholder(boxes.TABLE_AT), grid, box)
        if any(grid.jumps):
            self._jumps.append((table, grid))

    def _table_and_note(self, stage: Stage, grid: Grid, note: str, size: int = NOTE_SIZE) -> None:
        """The table, and under it the note in the room that is left."""
        part, said, high = table_and_note(grid, note, stage.places, size)
        self._grid(stage, part, stage.places[boxes.TABLE_AT])
        furniture.say(stage, boxes.NOTES_AT, said, size, high)

    def _done(self, stage: Stage) -> int:
        furniture.tidied(stage)
        return self.number


def table_and_note(grid: Grid, note: str, places: Mapping[int, Box], size: int = NOTE_SIZE) -> tuple[Grid, str, float]:
    """As much of a table and of the note under it as their places have room for, and how many inches the note takes."""
    box, under = places[boxes.TABLE_AT], places[boxes.NOTES_AT]
    said = fitting.cut(note, under.width, size, int(under.height * fitting.POINTS_AN_INCH / size / fitting.LINE_SHARE))
    high = fitting.height(said, under.width, size)
    room = under.top + under.height - high - TABLE_AND_NOTE_GAP - box.top if note else box.height
    return next(fitting.pages(grid, box.width, room, 1)), said, high


def facts_grid(facts: Sequence[tuple[str, str]], box: Box) -> Grid:
    """What is counted, in the largest type in which all of it fits; it has no header row."""
    return _fitted(Grid("What is counted", ("", ""), tuple(facts), right=(False, False)), FACT_SIZES, box, headless=True)


def answers_grid(answers: Sequence[tuple[str, str]], box: Box) -> Grid:
    """Questions and answers, in the largest type in which all of them fit."""
    plain = Grid("Method and sources", ("Question", "Answer"), tuple(answers), right=(False, False), strong=(0,))
    return _fitted(plain, METHOD_SIZES, box)


def _fitted(plain: Grid, sizes: Sequence[int], box: Box, headless: bool = False) -> Grid:
    grids = [_named_first(replace(plain, sizes=(size, size)), box.width) for size in sizes]
    heads = [fitting.row_height(grid, grid.head, grid.widths) if headless else 0.0 for grid in grids]
    return next((one for one, head in zip(grids, heads, strict=True) if fitting.total_height(one, box.width) - head <= box.height), grids[-1])


def _named_first(grid: Grid, whole: float) -> Grid:
    """A table of names and words: the names on one line each, the words in the room that is left."""
    first = min(fitting.natural_widths(grid)[0] + NAMES_GAP, whole / 3)
    return replace(grid, widths=(first, whole - first))
