"""Bars of money by country, each cut by how firm its parts are, the firmest first; draws rows and knows neither requests nor models."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Any, Final

from dashboard.figures import text, theme
from dashboard.figures.labels import Labels
from dashboard.figures.ladder_lines import TOP, Line, Piece, View, arranged
from dashboard.figures.theme import LIGHT, STAGE_TOKENS, Figure, Fill, Opens
from dashboard.queries.funding_ladder import CountryLadder
from initiatives.vocabulary import BASES

NAMES_SHARE: Final = 0.42  # of the width, at most, for the names left of the bars
COLUMN: Final = 78  # pixels of a column of figures
SHARE_COLUMN: Final = 84  # pixels of the first, which holds shares
WITH_COLUMNS: Final = 700  # pixels of width from which the figures of every basis stand beside the bars
WORDS: Final[Mapping[str, str]] = {
    "headline": "only pledged",
    "announced": "announced",
    "budgeted": "budgeted",
    "committed": "committed",
    "disbursed": "paid out",
}
HEADS: Final[Mapping[str, str]] = {**WORDS, "headline": "headline"}


def figure(
    rows: Sequence[CountryLadder], labels: Labels, view: View, width: int, top: int = TOP, whole: bool = True, opens: Opens = theme.nowhere
) -> Figure:
    """Largest country on top, what is left in one row, joint efforts apart; not `whole`: the first rows alone. `width` in pixels; `opens` is asked
    with the codes of a row and a basis."""
    lines = arranged(rows, view, top, whole)
    at = [(index, line) for index, line in enumerate(lines) if line]
    columns = width >= WITH_COLUMNS
    margin = _margins(lines, view, labels, width, columns)
    end = 1.0 if view.shares else float(max((line.sums[view.first] or 0 for _, line in at), default=0)) or 1.0
    count = max(len(lines), 1)
    words = [note for index, line in at for note in _words(index, line, labels, view, margin, columns)]
    return theme.figure(
        _bars(at, view, labels, opens),
        width,
        theme.PITCH * count + margin["t"] + margin["b"],
        margin=margin,
        annotations=[*words, *(_heads(view, margin) if columns else _head(view))],
        yaxis=theme.rows_axis(count),
        xaxis={"side": "top", "showgrid": False, "showticklabels": False, "range": [0, end]},
        shapes=[theme.zero_line()],
    )


def look_of(basis: str, open_end: bool = False) -> Fill:
    """How money of a stage is painted; the pale ones are edged, the open part is the paper with the edge of its stage."""
    token = STAGE_TOKENS[basis]
    edge = token if token in ("sum-5", "sum-6") else "sum-4"
    return {"color": LIGHT["paper"], "line": {"color": LIGHT[edge], "width": 1}} if open_end else theme.solid(token, edge)


def _bars(at: list[tuple[int, Line]], view: View, labels: Labels, opens: Opens) -> list[dict[str, Any]]:
    """One trace for each stage and for the open part of each; every stretch lies where the one before ends."""
    traces = []
    for basis in reversed(view.bases):
        for open_end in (False, True):
            found = [
                (index, line, piece, start)
                for index, line in at
                for piece, start in zip(line.pieces, accumulate((piece.amount for piece in line.pieces), initial=Decimal(0)), strict=False)
                if (piece.basis, piece.open_end) == (basis, open_end)
            ]
            if found:
                traces.append(_trace(found, basis, open_end, view, labels, opens))
    return traces


def _trace(found: list[tuple[int, Line, Piece, Decimal]], basis: str, open_end: bool, view: View, labels: Labels, opens: Opens) -> dict[str, Any]:
    unit = [float(line.sums[view.first] or 1) if view.shares else 1.0 for _, line, *_ in found]
    return {
        "type": "bar",
        "orientation": "h",
        "name": f"{WORDS[basis]}{', up to' if open_end else ''}",
        "y": [index for index, *_ in found],
        "x": [float(piece.amount) / one for (_, _, piece, _), one in zip(found, unit, strict=True)],
        "base": [float(start) / one for (*_, start), one in zip(found, unit, strict=True)],
        "marker": look_of(basis, open_end),
        **theme.hover([_hover(line, piece, view, labels) for _, line, piece, _ in found], [opens(line.codes, basis) for _, line, *_ in found]),
    }


def _hover(line: Line, piece: Piece, view: View, labels: Labels) -> str:
    reached = labels.value(line.sums[piece.basis])
    firm = "headline, pledges included" if piece.basis == "headline" else f"{WORDS[piece.basis]}{'' if piece.basis == 'disbursed' else ' or firmer'}"
    share = f" ({line.share(piece.basis, view.first)})" if piece.basis != view.first else ""
    open_words = f"<br>of which “up to” or a target: {text.plain(labels.value(piece.amount))}" if piece.open_end else ""
    return f"{text.plain(line.name)}<br>{firm}: {text.plain(reached)}{share}{open_words}"


def _words(index: int, line: Line, labels: Labels, view: View, margin: Mapping[str, int], columns: bool) -> list[dict[str, Any]]:
    """The name left of the bar, and what it says: figures in columns, or a few words behind it."""
    name = text.shortened(line.name, margin["l"] - 8)
    left = theme.note(text.italic(name) if line.gathered else text.plain(name), 0, index, xanchor="right", xshift=-8, align="right")
    if columns:
        return [left, *([] if line.pieces else [_behind(text.second(line.words), 0, index)]), *_figures(index, line, labels, view, margin)]
    return [left, _behind(_summed_up(line, labels, view), float(_end(line, view)), index)]


def _figures(index: int, line: Line, labels: Labels, view: View, margin: Mapping[str, int]) -> list[dict[str, Any]]:
    """The share that is committed, then the sum at every basis, each ending at its column."""
    share = [text.bold(line.share("committed", view.first)) if line.sums[view.first] else ""]
    sums = [_figure(line.sums[basis], labels, bold=basis == view.chosen) for basis in BASES]
    return [
        theme.note(words, 1, index, xref="paper", xanchor="right", xshift=_column(place, margin), align="right")
        for place, words in enumerate([*share, *sums])
        if words
    ]


def _figure(amount: Decimal | None, labels: Labels, bold: bool) -> str:
    words = "?" if amount is None else "0" if amount == 0 else labels.value(amount)
    return text.bold(words) if bold else text.second(words)


def _heads(view: View, margin: Mapping[str, int]) -> list[dict[str, Any]]:
    names = ["% committed", *(HEADS[basis] for basis in BASES)]
    return [
        theme.note(
            text.bold(name) if place and tuple(BASES)[place - 1] == view.chosen else text.second(name), 1, 1, xref="paper", yref="paper",
            xanchor="right", yanchor="bottom", xshift=_column(place, margin), yshift=4,
        )
        for place, name in enumerate(names)
    ]  # fmt: skip


def _head(view: View) -> list[dict[str, Any]]:
    """What the shares behind the bars are of; sums need no head."""
    place: dict[str, Any] = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "xshift": 6, "yshift": 3}
    return [theme.note(text.second(WORDS["committed"]), 1, 1, **place)] if view.shares else []


def _column(place: int, margin: Mapping[str, int]) -> int:
    """Pixels from the end of the bars to the right edge of a column of figures."""
    return margin["r"] - (len(BASES) - place) * COLUMN


def _summed_up(line: Line, labels: Labels, view: View) -> str:
    if not line.pieces:
        return text.second(line.words)
    if not view.shares:
        return text.bold(labels.value(line.sums[view.first]))
    return text.bold(line.share("committed", view.first))


def _end(line: Line, view: View) -> Decimal:
    whole = line.sums[view.first] or Decimal(0)
    return Decimal(bool(whole)) if view.shares else whole


def _behind(words: str, x: float, index: int) -> dict[str, Any]:
    return theme.note(words, x, index, xanchor="left", xshift=6)


def _margins(lines: Sequence[Line | None], view: View, labels: Labels, width: int, columns: bool) -> dict[str, int]:
    shown = [line for line in lines if line]
    names = max((text.width_of(line.name) for line in shown), default=0.0) + 10
    if columns:
        return {"l": int(min(names, width * 0.2)), "r": COLUMN * len(BASES) + SHARE_COLUMN, "t": 26, "b": 4}
    words = [WORDS["committed"]] if view.shares else [labels.value(line.sums[view.first]) for line in shown]
    room = int(max(map(text.width_of, words), default=0.0) * 1.08) + 8
    return {"l": int(min(names, width * NAMES_SHARE)), "r": room, "t": 24 if view.shares else 4, "b": 4}
