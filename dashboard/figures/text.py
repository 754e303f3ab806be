"""Words inside a figure: what comes from outside is shown as written, never read as markup; knows no rows."""

import html
import unicodedata
from typing import Final

from dashboard.figures.theme import LIGHT

ELLIPSIS: Final = "…"
RIGHT_TO_LEFT_MARK: Final = "\u200f"  # after an ellipsis, so that it stands where such a name ends
NARROW: Final = frozenset("iljtf.,:;'|!()[]I ’“”")
WIDE: Final = frozenset("mwMW@%—…QGO")
NARROW_SHARE, USUAL_SHARE, CAPITAL_SHARE, WIDE_SHARE, FULL_SHARE = 0.31, 0.6, 0.66, 0.9, 1.0  # of the size of the type, after Noto Sans


def plain(text: str) -> str:
    """`text` as markup that shows it character for character: Plotly reads a few tags and entities, so both are written out."""
    return html.escape(text, quote=False)


def bold(text: str) -> str:
    """Text from anywhere, in bold."""
    return f"<b>{plain(text)}</b>"


def italic(text: str) -> str:
    """Text from anywhere, in italics."""
    return f"<i>{plain(text)}</i>"


def second(text: str) -> str:
    """Text from anywhere, in the second ink."""
    return f"<span style='color:{LIGHT['ink-2']}'>{plain(text)}</span>"


def width_of(text: str, size: int = 13) -> float:
    """The width of `text` in pixels, estimated generously: faces differ from machine to machine."""
    return sum(map(_share, text)) * size


def shortened(text: str, pixels: float, size: int = 13) -> str:
    """`text`, or as much of it as `pixels` hold, ended by an ellipsis."""
    if width_of(text, size) <= pixels:
        return text
    kept = ""
    for character in text:
        if width_of(kept + character + ELLIPSIS, size) > pixels:
            break
        kept += character
    kept = kept.rstrip()
    return f"{kept}{ELLIPSIS}{RIGHT_TO_LEFT_MARK if runs_right_to_left(kept[-1:]) else ''}"


def runs_right_to_left(text: str) -> bool:
    """Whether some of it is Arabic, Hebrew or the like; what follows it would else be drawn on the wrong side."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def breaks_anywhere(word: str) -> bool:
    """Whether a word may be broken between any two characters, as Chinese and Japanese are."""
    return any(unicodedata.east_asian_width(character) in "WF" for character in word)


def wrapped(text: str, pixels: float, size: int = 13) -> list[str]:
    """`text` in lines no wider than `pixels`, broken at blanks; a word that is wider than a line is broken where it must be."""
    lines: list[str] = []
    for word in (piece for whole in text.split(" ") for piece in _pieces(whole, pixels, size)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= pixels:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def limited(text: str, pixels: float, most: int, size: int = 13) -> list[str]:
    """`text` in at most so many lines, the last one shortened where there is more."""
    lines, rest = wrapped(text, pixels, size), text
    if len(lines) <= most:
        return lines
    for line in lines[: most - 1]:
        rest = rest.removeprefix(line).lstrip()
    return [*lines[: most - 1], shortened(rest, pixels, size)]


def _pieces(word: str, pixels: float, size: int) -> list[str]:
    if width_of(word, size) <= pixels:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and width_of(pieces[-1] + character, size) > pixels:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _share(character: str) -> float:
    if unicodedata.combining(character) or character == RIGHT_TO_LEFT_MARK:
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return FULL_SHARE
    if character in NARROW:
        return NARROW_SHARE
    if character in WIDE:
        return WIDE_SHARE
    return CAPITAL_SHARE if character.isupper() else USUAL_SHARE
