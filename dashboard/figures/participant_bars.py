"""Bars of organizations by home country, by kind or role in greys; draws counts and knows neither requests nor models."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from dashboard.figures import text, theme
from dashboard.figures.labels import round_step
from dashboard.figures.theme import Figure, Fill, Opens
from initiatives import formats

TOP: Final = 20
REST: Final = "other"
# Organizations are no money, so they are grey; six looks that stay apart in print, the last for all the rest.
LOOKS: Final[tuple[Fill, ...]] = (
    theme.solid("ink-2", "ink-2"),
    theme.solid("rule", "ink-2"),
    theme.patterned("/", 5, 0.3, "ink-2", "paper"),
    theme.patterned(".", 5, 0.2, "ink", "land-edge"),
    theme.patterned("x", 6, 0.28, "ink-2", "paper"),
    theme.solid("paper", "ink-2"),
)


@dataclass(frozen=True, slots=True)
class Home:
    """Organizations at home in one country: `total`, each once, and how many are of each group."""

    name: str
    total: int
    counts: Mapping[str, int]
    known: bool = True  # False for the row of those whose home nobody published
    code: str = ""


def figure(homes: Sequence[Home], groups: Sequence[str], width: int, narrow: bool = False, top: int = TOP, opens: Opens = theme.nowhere) -> Figure:
    """Most organizations on top, unknown homes last; of small homes the chart tells in words. `groups` from `groups_of`; `width` in pixels;
    `opens` is asked with the code of a home and a group."""
    lines = [within(home, groups) for home in gathered(homes, top)]
    most = max((_end(line) for line in lines), default=0)
    names = int(min(max((text.width_of(line.name) for line in lines), default=0) + 10, width * 0.42))
    count = max(len(lines), 1)
    return theme.figure(
        [_trace(index, lines, groups, opens) for index in range(len(groups))],
        width,
        theme.PITCH * count + 30,
        margin={"l": names, "r": 48, "t": 26, "b": 4},
        annotations=[words for index, line in enumerate(lines) for words in _words(index, line, names)],
        xaxis={"side": "top", "range": [0, most * 1.03 or 1], **_ticks(most, narrow)},
        yaxis=theme.rows_axis(count),
        shapes=[theme.zero_line()],
    )


def groups_of(homes: Sequence[Home]) -> list[str]:
    """The groups by size, at most five and one for all the rest."""
    sizes: Counter[str] = Counter()
    for home in homes:
        sizes.update(home.counts)
    ranked = [name for name, _ in sorted(sizes.items(), key=lambda item: (-item[1], item[0]))]
    return ranked if len(ranked) <= len(LOOKS) else [*ranked[: len(LOOKS) - 1], REST]


def gathered(homes: Sequence[Home], top: int = TOP) -> list[Home]:
    """The `top` first homes, and last those that nobody published; the others are told in words, for together they would dwarf every country."""
    return [*[home for home in homes if home.known][:top], *(home for home in homes if not home.known)]


def within(home: Home, groups: Sequence[str]) -> Home:
    """The home with every group that has no look of its own under `other`."""
    counts: Counter[str] = Counter()
    for group, number in home.counts.items():
        counts[group if group in groups else REST] += number
    return Home(home.name, home.total, counts, home.known, home.code)


def _trace(look: int, lines: Sequence[Home], groups: Sequence[str], opens: Opens) -> dict[str, Any]:
    group = groups[look]
    found = [(index, line) for index, line in enumerate(lines) if line.counts.get(group)]
    return {
        "type": "bar",
        "orientation": "h",
        "name": group,
        "y": [index for index, _ in found],
        "x": [line.counts[group] for _, line in found],
        "base": [sum(line.counts.get(before, 0) for before in groups[:look]) for _, line in found],
        "marker": LOOKS[look],
        **theme.hover(
            [f"{text.plain(line.name)}<br>{text.plain(group)}: {line.counts[group]}" for _, line in found],
            [opens(line.code, group) for _, line in found],
        ),
    }


def _words(index: int, line: Home, names: int) -> list[dict[str, Any]]:
    left = theme.note(text.plain(text.shortened(line.name, names - 8)), 0, index, xanchor="right", xshift=-8, align="right")
    return [left, theme.note(text.bold(formats.count(line.total)), _end(line), index, xanchor="left", xshift=6)]


def _end(line: Home) -> int:
    """Where the bar ends."""
    return sum(line.counts.values())


def _ticks(most: int, narrow: bool) -> dict[str, list[Any]]:
    step = max(int(round_step(Decimal(most), 3 if narrow else 6)), 1)
    values = list(range(0, most + 1, step))
    return {"tickvals": values, "ticktext": [formats.count(value) for value in values]}
