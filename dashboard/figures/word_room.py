"""Where words over columns have room: beside each other and on no column; knows pixels alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.figures import text

LINE, BOLDER = 16, 1.08  # pixels of a line of words, and how much wider bold ones are
ABOVE, BETWEEN = 2, 4  # pixels from a column to its words, and between two words


@dataclass(frozen=True, slots=True)
class Room:
    """Where some words stand: pixels from the left and from the line that columns stand on."""

    left: float
    right: float
    low: float

    def touches(self, other: "Room") -> bool:
        """Whether other words stand there."""
        return self.left < other.right + BETWEEN and other.left < self.right + BETWEEN and abs(self.low - other.low) < LINE


def shifts(words: Sequence[tuple[int, str]], tops: Sequence[float], column: float, gap: float) -> dict[int, float]:
    """How far the words of a column are shifted from its middle so that they have room, by its place; without those that have none.

    `words` are in the order in which they take room, `tops` the heights of all columns, `column` the pixels from one to the next, of which `gap` is
    the share between two."""
    taken: list[Room] = []
    found: dict[int, float] = {}
    for place, said in words:
        for shift in _tried(text.width_of(said) * BOLDER, column * (1 - gap)):
            room = _room(place, text.width_of(said) * BOLDER, shift, tops, column)
            if not any(room.touches(other) for other in taken) and not _meets(room, place, tops, column, gap):
                taken.append(room)
                found[place] = shift
                break
    return found


def _tried(width: float, bar: float) -> Iterator[float]:
    """Over the middle, or so that the words begin or end with their column."""
    yield 0.0
    if width > bar:
        yield round((width - bar) / 2, 1)
        yield round((bar - width) / 2, 1)


def _room(place: int, width: float, shift: float, tops: Sequence[float], column: float) -> Room:
    middle = (place + 0.5) * column + shift
    return Room(middle - width / 2, middle + width / 2, tops[place] + ABOVE)


def _meets(room: Room, own: int, tops: Sequence[float], column: float, gap: float) -> bool:
    """Whether another column reaches into the room, or the edge cuts it."""
    half = column * (1 - gap) / 2
    others = [((place + 0.5) * column, top) for place, top in enumerate(tops) if place != own]
    is_cut = room.right > column * len(tops) + BETWEEN
    return is_cut or any(top > room.low and room.left < middle + half and middle - half < room.right for middle, top in others)
