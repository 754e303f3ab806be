"""Region, country, initiative as rectangles: area is money, tone the share that is committed; draws rows and knows neither requests nor models."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any, Final

from dashboard.figures import text, theme
from dashboard.figures.areas import Box, area, axes
from dashboard.figures.labels import Labels
from dashboard.figures.squarified import rows_of, side_by_side, squarified
from dashboard.figures.theme import LIGHT, Figure, Fill, Opens
from dashboard.queries.composition import Portion
from initiatives import formats

HEAD: Final = 21  # pixels above each row of regions, for their names
LINE: Final = 17  # pixels from one line of words to the next
LEAST_LABEL: Final = 52  # pixels of width that words need
SHORTER: Final = {
    "Middle East and North Africa": ("Middle East, North Africa", "Middle East, N. Africa", "M. East, N. Africa", "Mid. East"),
    "Latin America and the Caribbean": ("Latin America, Caribbean", "Latin America"),
}
LEAST_SHORTENED: Final = 84  # pixels of width that a shortened name needs to be told from others
BY_INITIATIVE: Final = 350  # pixels of height from which initiatives are told apart


@dataclass(frozen=True, slots=True)
class Tone:
    """One class of the share that is committed: from `lower` percent on; `ink` is legible on it in both modes."""

    lower: int
    words: str
    token: str
    ink: str


TONES: Final = (
    Tone(0, "under 25 % committed", "sum-1", "ink"),
    Tone(25, "25 to 75 %", "sum-2", "ink"),
    Tone(75, "75 % and more", "sum-5", "paper"),
)
OPEN: Final[Fill] = {"color": LIGHT["paper"], "line": {"color": LIGHT["sum-4"], "width": 1}}


def figure(rows: Sequence[Portion], labels: Labels, width: int, height: int, opens: Opens = theme.nowhere) -> Figure:
    """Rows in the order of `queries.composition`; every rectangle is in the same proportion to its money. Sizes in pixels; `opens` is asked with a
    portion."""
    shown = [row for row in rows if row.amount > 0]
    shown = shown if height >= BY_INITIATIVE else by_country(shown)
    regions = [list(some) for _, some in groupby(shown, key=lambda row: row.region)]
    sizes = [size_of(some) for some in regions]
    numbers = rows_of(sizes, width, height)
    drawing = _Drawing(labels, opens)
    at, lines = 0.0, height + HEAD * len(numbers)
    for number in numbers:
        some, regions = regions[:number], regions[number:]
        deep = height * sum(map(size_of, some)) / sum(sizes)
        drawing.strip(some, Box(0, at + HEAD, width, deep))
        at += HEAD + deep
    return theme.figure(drawing.marks, width, max(lines, HEAD), annotations=drawing.words, **axes(width, max(lines, HEAD)))


def by_country(rows: Sequence[Portion]) -> list[Portion]:
    """Every country as one portion."""
    found = []
    for (region, code), group in groupby(rows, key=lambda row: (row.region, row.country)):
        some = list(group)
        amounts = ("amount", "committed", "ceiling", "at_least")
        amount, committed, ceiling, floor = (sum((getattr(row, part) for row in some), Decimal(0)) for part in amounts)
        entries, initiatives = sum(row.entries for row in some), sum(row.initiatives for row in some)
        name = formats.counted(initiatives, "initiative")
        found.append(Portion(region, code, some[0].country_name, None, name, amount, committed, ceiling, entries, initiatives, at_least=floor))
    return found


def size_of(rows: Sequence[Portion]) -> float:
    """The money of some portions."""
    return float(sum(row.amount for row in rows))


def tone_of(row: Portion) -> Tone:
    """The class of a portion's firm share."""
    share = row.committed / row.amount * 100
    return next(tone for tone in reversed(TONES) if share >= tone.lower)


def fitted(words: str, room: float, most: int) -> list[str]:
    """Words in at most so many lines of `room` pixels, shortened where they must be; no line where too little would be left of them."""
    if any(text.width_of(word) > room and not text.breaks_anywhere(word) for word in words.split(" ")):
        return [text.shortened(words, room)] if most and room >= LEAST_SHORTENED else []
    whole = text.wrapped(words, room)
    return whole if len(whole) <= most else text.limited(words, room, most) if most and room >= LEAST_SHORTENED else []


class _Drawing:
    """Gathers the shapes and words of one treemap."""

    def __init__(self, labels: Labels, opens: Opens) -> None:
        self.labels = labels
        self.opens = opens
        self.marks: list[dict[str, Any]] = []
        self.words: list[dict[str, Any]] = []

    def strip(self, regions: Sequence[list[Portion]], box: Box) -> None:
        """Regions side by side, each with its name above it."""
        for some, place in zip(regions, side_by_side([size_of(some) for some in regions], box, upright=False), strict=True):
            self._head(some, place)
            countries = [list(group) for _, group in groupby(some, key=lambda row: row.country)]
            for country, inner in zip(countries, squarified([size_of(one) for one in countries], place), strict=True):
                self._country(country, inner.inset(0.5))

    def _head(self, some: list[Portion], place: Box) -> None:
        total = self.labels.value(sum((row.amount for row in some), Decimal(0)))
        name = some[0].region
        room = place.width - 4
        names = (name, *SHORTER.get(name, ()))
        held = next((one for one in names if text.width_of(one) <= room), "") or text.shortened(names[-1], room)
        whole = f"{text.plain(held)} {text.second(total)}" if text.width_of(f"{held} {total}") <= room else text.plain(held)
        if room >= LEAST_LABEL:
            self.words.append(theme.note(whole, place.x, place.y - 3, xanchor="left", yanchor="bottom"))

    def _country(self, some: list[Portion], box: Box) -> None:
        for index, (row, place) in enumerate(zip(some, squarified([float(row.amount) for row in some], box), strict=True)):
            self._tile(row, place, first=index == 0)

    def _tile(self, row: Portion, place: Box, first: bool) -> None:
        tone = tone_of(row)
        words, address = self._hover(row), self.opens(row, "")
        stated, ceiling = place.split(float(1 - row.ceiling / row.amount))
        if row.ceiling < row.amount:
            self.marks.append(area(tone.words, stated.corners(), theme.solid(tone.token), words, address))
        if row.ceiling > 0:
            self.marks.append(area("up to", ceiling.corners(), OPEN, words, address))
        is_stated = row.ceiling * 2 <= row.amount
        self._label(row, stated if is_stated else ceiling, tone.ink if is_stated else "ink", first)

    def _label(self, row: Portion, place: Box, ink: str, first: bool) -> None:
        """As many lines as there is room for: the country where it begins, by its code where there is little room; the initiative, its sum."""
        room, most = place.width - 10, int((place.height - 6) // LINE)
        country = (fitted(row.country_name, room, most) or fitted(row.country, room, min(most, 1))) if first else []
        name = fitted(row.name, room, most - len(country)) if country or not first else []
        value = self.labels.value(row.amount)
        sums = [value] if name and len(country) + len(name) < most and text.width_of(value) <= room else []
        lines = [*map(text.bold, country), *map(text.plain, [*name, *sums])]
        for index, line in enumerate(lines):
            font = {"font": {"size": theme.TEXT_SIZE, "color": LIGHT[ink]}}
            self.words.append(theme.note(line, place.x + 4, place.y + 11 + index * LINE, xanchor="left", align="left") | font)

    def _hover(self, row: Portion) -> str:
        share = formats.percent(row.committed / row.amount * 100)
        value = self.labels.value(row.amount)
        ceiling = f", of which “up to” or a target: {self.labels.value(row.ceiling)}" if row.ceiling else ""
        return f"{text.plain(row.name)}, {text.plain(row.country_name)}<br>{text.plain(value + ceiling)}<br>{share} of it committed"
