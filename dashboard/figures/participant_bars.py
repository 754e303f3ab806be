"""Bars of organizations by home country, by kind or role in greys; draws rows and knows neither requests nor models."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Any, Final, Literal

from dashboard import formats
from dashboard.figures import text, theme
from dashboard.figures.labels import round_step
from dashboard.figures.theme import Figure
from dashboard.queries.rows import ParticipantCount
from initiatives.vocabulary import ORGANIZATION_KINDS, PARTICIPATION_ROLES

By = Literal["kind", "role"]
TOP: Final = 20
UNKNOWN: Final = "unknown"
WORDS: Final[Mapping[By, Mapping[str, str]]] = {"kind": ORGANIZATION_KINDS, "role": PARTICIPATION_ROLES}
# People and organizations are no money, so they are grey; six looks that stay apart in print, the last for all the rest.
LOOKS: Final[tuple[dict[str, Any], ...]] = (
    theme.solid("ink-2", "ink-2"),
    theme.solid("rule", "ink-2"),
    {"color": theme.LIGHT["paper"], "pattern": theme.pattern("/", 5, 0.3, "ink-2", "paper"), "line": {"color": theme.LIGHT["ink-2"], "width": 1}},
    {
        "color": theme.LIGHT["land-edge"],
        "pattern": theme.pattern(".", 5, 0.2, "ink", "land-edge"),
        "line": {"color": theme.LIGHT["ink-2"], "width": 1},
    },
    {"color": theme.LIGHT["paper"], "pattern": theme.pattern("x", 6, 0.28, "ink-2", "paper"), "line": {"color": theme.LIGHT["ink-2"], "width": 1}},
    theme.solid("paper", "ink-2"),
)
REST: Final = "other"


def figure(rows: Sequence[ParticipantCount], width: int, narrow: bool = False, by: By = "kind", top: int = TOP) -> Figure:
    """Most organizations on top; a home that nobody published is its own last row. `width` in pixels."""
    homes = gathered(rows, by, top)
    groups = groups_of(rows, by)
    most = max((sum(counts.values()) for _, counts in homes), default=0)
    names = int(min(max((text.width_of(name) for name, _ in homes), default=0) + 10, width * 0.37))
    count = max(len(homes), 1)
    return theme.figure(
        [_trace(group, index, homes, groups) for index, group in enumerate(groups)],
        width,
        theme.PITCH * count + 30,
        margin={"l": names, "r": 48, "t": 26, "b": 4},
        annotations=[words for index, (name, counts) in enumerate(homes) for words in _words(index, name, sum(counts.values()), names)],
        xaxis={"side": "top", "range": [0, most * 1.03 or 1], **_ticks(most, narrow)},
        yaxis=theme.rows_axis(count),
        shapes=[theme.zero_line()],
    )


def groups_of(rows: Sequence[ParticipantCount], by: By) -> list[str]:
    """The kinds or roles by size, at most five and one for all the rest."""
    sizes: Counter[str] = Counter()
    for row in rows:
        sizes[_group(row, by)] += row.participants
    ranked = [name for name, _ in sorted(sizes.items(), key=lambda item: (-item[1], item[0]))]
    return ranked if len(ranked) <= len(LOOKS) else [*ranked[: len(LOOKS) - 1], REST]


def group_words(group: str, by: By) -> str:
    """What a reader sees for a kind or a role."""
    return formats.in_words(group, WORDS[by])


def gathered(rows: Sequence[ParticipantCount], by: By, top: int = TOP) -> list[tuple[str, dict[str, int]]]:
    """(home country, group → organizations), the `top` first ones, the others in one row, unknown homes last."""
    groups = groups_of(rows, by)
    homes: dict[str | None, tuple[str, dict[str, int]]] = {}
    for row in rows:
        _, counts = homes.setdefault(row.country, (row.country_name, {}))
        group = _group(row, by) if _group(row, by) in groups else REST
        counts[group] = counts.get(group, 0) + row.participants
    unknown = homes.pop(None, None)
    ranked = sorted(homes.values(), key=lambda home: (-sum(home[1].values()), home[0]))
    shown, rest = ranked[:top], ranked[top:]
    if rest:
        shown.append(
            (f"and {formats.count(len(rest))} other{'' if len(rest) == 1 else 's'}", dict(sum((Counter(counts) for _, counts in rest), Counter())))
        )
    return [*shown, *([("home unknown", unknown[1])] if unknown else [])]


def _group(row: ParticipantCount, by: By) -> str:
    return (row.kind if by == "kind" else row.role) or UNKNOWN


def _trace(group: str, look: int, homes: list[tuple[str, dict[str, int]]], groups: list[str]) -> dict[str, Any]:
    found = [(index, name, counts, counts[group]) for index, (name, counts) in enumerate(homes) if counts.get(group)]
    before = [list(accumulate((counts.get(other, 0) for other in groups), initial=0))[look] for _, _, counts, _ in found]
    return {
        "type": "bar",
        "orientation": "h",
        "name": group,
        "y": [index for index, *_ in found],
        "x": [number for *_, number in found],
        "base": before,
        "marker": LOOKS[look],
        **theme.hover([f"{text.plain(name)}<br>{text.plain(group.replace('-', ' '))}: {number}" for _, name, _, number in found]),
    }


def _words(index: int, name: str, total: int, names: int) -> list[dict[str, Any]]:
    left = theme.note(text.plain(text.shortened(name, names - 8)), 0, index, xanchor="right", xshift=-8, align="right")
    return [left, theme.note(text.bold(formats.count(total)), total, index, xanchor="left", xshift=6)]


def _ticks(most: int, narrow: bool) -> dict[str, list[Any]]:
    step = max(int(round_step(Decimal(most), 3 if narrow else 6)), 1)
    values = list(range(0, most + 1, step))
    return {"tickvals": values, "ticktext": [formats.count(value) for value in values]}
