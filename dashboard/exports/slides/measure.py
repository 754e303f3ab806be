"""How wide words run in the widest face that is likely to stand in for ours; knows no slide and no file format.

A deck names Arial and Georgia. Where a machine lacks them their places are taken by wider and taller faces, of which Noto is the usual one: what has
room in that has room in the others.
"""

import unicodedata
from functools import cache
from typing import Final

# Advance widths of Noto Sans in hundredths of the size of the type, rounded up, for the characters that most words are made of.
HUNDREDTHS: Final = {
    24: "'", 26: " ijl", 28: "!,.:;J\u00b7", 30: "()`", 34: "-I[]", 36: "f“”‘’", 38: "/\\t{}", 42: '"r°', 44: "?", 46: "_", 48: "csz", 52: "Fvy–",
    54: "Lkx", 56: "*EST|", 58: "$+0123456789<=>YZ^ae~×−≥≤£€¥", 60: "VX", 62: "KPbdghnopqu", 64: "ACR", 66: "#B", 74: "&DGU", 76: "HN", 80: "OQw…",
    84: "%", 90: "@", 92: "M", 94: "Wm", 100: "—",
}  # fmt: skip
KNOWN: Final = {character: share / 100 for share, characters in HUNDREDTHS.items() for character in characters}
UNKNOWN, CAPITAL, FULL = 0.66, 0.76, 1.05  # letters of other scripts, capital letters of other alphabets, and those as wide as high
SPARE: Final = 1.03  # for kerning, and for faces a little wider still
BOLD: Final = 1.07
LINE: Final = 1.37  # from line to line, in sizes of the type


def width_of(words: str, size: float, bold: bool = False) -> float:
    """The width of words in points."""
    return sum(map(_share, words)) * size * SPARE * (BOLD if bold else 1)


def wrapped(words: str, points: float, size: float, bold: bool = False) -> list[str]:
    """Words in lines no wider than so many points, broken at blanks; a word that is wider than a line is broken where it must be."""
    lines: list[str] = []
    for word in (piece for whole in words.split(" ") for piece in _pieces(whole, points, size, bold)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold) <= points:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _pieces(word: str, points: float, size: float, bold: bool) -> list[str]:
    if width_of(word, size, bold) <= points:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and width_of(pieces[-1] + character, size, bold) > points:
            pieces.append("")
        pieces[-1] += character
    return pieces


@cache
def _share(character: str) -> float:
    if character in KNOWN:
        return KNOWN[character]
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return FULL
    plain = unicodedata.normalize("NFKD", character)[:1]
    if plain != character and plain in KNOWN:
        return KNOWN[plain]
    return CAPITAL if character.isupper() else UNKNOWN
