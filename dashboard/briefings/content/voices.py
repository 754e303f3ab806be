"""Who says what: as many recent voices for each stance, by a rule that the notes state; told in our words, with speaker, day and source."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dashboard.briefings.content.state import Made, State
from dashboard.briefings.values import Slide
from dashboard.exports.slides import fitting
from dashboard.exports.slides.boxes import CONTENT, Box
from dashboard.exports.slides.values import Grid
from dashboard.queries.comments import CommentRow, CommentSums, comment_rows, comment_sums, ordered
from initiatives import formats
from initiatives.vocabulary import STANCES

SHOWN: Final = ("supportive", "cautious", "critical")
MARKS: Final = {"supportive": "▲", "cautious": "◆", "critical": "▼"}
NAME: Final = "Who says what"
A_STANCE: Final = 2
USUAL: Final = (1.19, 5.4, 3.1, 2.44)  # shares of the four columns
WIDTHS: Final = (USUAL, *((1.19, says / 10, who / 10, (109.4 - says - who) / 10) for says in range(40, 64, 2) for who in range(26, 46, 2)))
NARROWEST: Final = 1.4  # of the last column
VOICES: Final = {1: "one recent voice", 2: "two recent voices"}
LOOKED_AT: Final = 60  # of each stance, the newest
POSITION_CHARACTERS: Final = 200
METHOD: Final = (
    "The rule: of each stance (supportive, cautious, critical) the newest comments with a named speaker, a day and a source, no speaker and no "
    f"initiative twice where others are left, as many of each as every stance has, at most {A_STANCE}. It is told in our own words, not quoted. "
    "The numbers in the title are all comments of the selection, whoever spoke. All are at the address below."
)


def voices(state: State) -> Made:
    """The table of voices; words where nobody spoke."""
    sums = comment_sums(state.filters)
    spoken = {stance: comment_rows(ordered(state.filters).filter(stance=stance, said_on__isnull=False)[:LOOKED_AT]) for stance in SHOWN}
    chosen = balanced(spoken)
    rows = tuple(_row(row) for row in chosen)
    plain = Grid("Voices", ("Stance", "Says, in our words", "Who and where", "On"), rows, right=(False,) * 4, sizes=(12, 12, 12, 12), strong=(0,))
    grid = lowest(plain, CONTENT)
    basis = state.basis("Told in our words, no quotations")
    rests_on = formats.counted(sums.comments, "comment")
    words = state.words(takeaway(sums, spoken, chosen), rests_on, state.address("/commentary/"), METHOD, basis)
    if not rows:
        return Made(Slide(NAME, "words", words, facts=(("Nobody is told", silence(sums)),)))
    return Made(Slide(NAME, "table", words, grid))


def balanced(spoken: dict[str, list[CommentRow]]) -> list[CommentRow]:
    """The same number of each stance that anybody takes, different people on different things where there are."""
    some = {stance: rows for stance, rows in spoken.items() if rows}
    number = min([A_STANCE, *(len(rows) for rows in some.values())])
    speakers: set[str] = set()
    subjects: set[str] = set()
    found: list[CommentRow] = []
    for stance in SHOWN:
        found += picked(some.get(stance, []), number, speakers, subjects)
    return found


def picked(rows: Sequence[CommentRow], number: int, speakers: set[str], subjects: set[str]) -> list[CommentRow]:
    """The newest rows, those of new people on new subjects before others; people and subjects are added to the sets."""
    fresh = sorted(rows, key=lambda row: (row.speaker in speakers, row.initiative_slug in subjects))
    found: list[CommentRow] = []
    while fresh and len(found) < number:
        row = next((one for one in fresh if one.speaker not in speakers and one.initiative_slug not in subjects), fresh[0])
        fresh.remove(row)
        found.append(row)
        speakers.add(row.speaker)
        subjects.add(row.initiative_slug)
    return found


def lowest(grid: Grid, room: Box) -> Grid:
    """The table with its usual columns where it fits so, else with those in which it is lowest."""
    usual = replace(grid, widths=USUAL)
    if fitting.total_height(usual, room.width) <= room.height:
        return usual
    tried = (replace(grid, widths=widths) for widths in WIDTHS if widths[-1] >= NARROWEST)
    return min(tried, key=lambda one: fitting.total_height(one, room.width))


def fewer(slide: Slide, room: Box) -> Slide:
    """The slide with one voice of each stance where more have no room, so that no stance is cut before another."""
    grid = lowest(slide.grid, room) if slide.grid else None
    if grid is None or fitting.total_height(grid, room.width) <= room.height:
        return replace(slide, grid=grid)
    first = {row[0]: row for row in reversed(grid.rows)}
    rows = tuple(row for row in grid.rows if row is first[row[0]])
    title = slide.words.takeaway.replace(VOICES[A_STANCE], VOICES[1])
    return replace(slide, words=replace(slide.words, takeaway=title), grid=replace(grid, rows=rows))


def takeaway(sums: CommentSums, spoken: dict[str, list[CommentRow]], chosen: Sequence[CommentRow]) -> str:
    """`73 comments are supportive and 50 cautious or critical: two recent voices for each`."""
    if not sums.comments:
        return "Nobody is recorded as commenting on these initiatives"
    doubting = sums.stances["critical"] + sums.stances["cautious"]
    supportive = sums.stances["supportive"]
    said = formats.counted(supportive, "comment is", "comments are") if supportive else "No comment is"
    counts = f"{said} supportive and {formats.count(doubting) if doubting else 'none'} cautious or critical"
    missing = [stance for stance in SHOWN if not spoken[stance]]
    number = len(chosen) // max(1, len(SHOWN) - len(missing))
    every = " for each" if len(missing) < len(SHOWN) - 1 else ""
    each = f": {VOICES[number]}{every}" if number else ""
    nobody = f"; nobody is {formats.listed(missing, joiner='or')}" if missing and chosen else ""
    return f"{counts}{each}{nobody}"


def silence(sums: CommentSums) -> str:
    """Why there is no table."""
    if sums.comments:
        return "No comment of this selection has a speaker, a day and a source; none is told without them."
    return "No comment on these initiatives is in the record. That is silence in the record: it is neither support nor doubt."


def _row(row: CommentRow) -> tuple[str, ...]:
    who = ", ".join(dict.fromkeys(part for part in (row.speaker, row.affiliation or row.title) if part))
    said = row.position if len(row.position) <= POSITION_CHARACTERS else f"{row.position[:POSITION_CHARACTERS].rsplit(' ', 1)[0]} …"
    return f"{MARKS[row.stance]} {STANCES[row.stance]}", said, f"{who}, {formats.day(row.said_on)}. Source: {row.source_words}", row.initiative_name
