"""The fonts and colours of our slides, made from the tokens of the charts; knows no slide.

Everything on a slide names a place in this theme (`accent1`, `tx2`, `+mj-lt`), never a font or a colour of its own, so that another theme restyles
it.
"""

from dataclasses import dataclass
from typing import Any, Final

from dashboard.exports.slides.markup import shade
from dashboard.figures.theme import LIGHT

NAME: Final = "National AI initiatives"


@dataclass(frozen=True, slots=True)
class Theme:
    """Two fonts, and the token that fills each place of a colour scheme."""

    heading_font: str
    text_font: str
    colours: tuple[tuple[str, str], ...]  # place → colour as six hexadecimal digits


def _hex(token: str) -> str:
    return LIGHT[token].removeprefix("#").upper()


OURS: Final = Theme(
    "Georgia",
    "Arial",
    (
        ("dk1", _hex("ink")), ("lt1", _hex("paper")), ("dk2", _hex("ink-2")), ("lt2", _hex("land")),
        ("accent1", _hex("public")), ("accent2", _hex("mixed")), ("accent3", _hex("private")),
        ("accent4", _hex("sum-6")), ("accent5", _hex("sum-4")), ("accent6", _hex("sum-2")),
        ("hlink", _hex("ink")), ("folHlink", _hex("ink-2")),
    ),
)  # fmt: skip

# Stances belong to a meaning and not to a house style; they are offered as colours of their own.
OWN_COLOURS: Final = ("critical", "cautious", "neutral", "supportive")
PLACES: Final = {
    "ink": "tx1", "ink-2": "tx2", "paper": "bg1", "land": "bg2", "land-edge": "bg1 75", "rule": "bg1 85", "unknown": "tx2 60 40",
    "public": "accent1", "mixed": "accent2", "private": "accent3", "private-edge": "accent3 60",
    "sum-6": "accent4", "sum-5": "accent5 65", "sum-4": "accent5", "sum-3": "accent5 75 25", "sum-2": "accent6", "sum-1": "accent6 60 40",
    "public-open": "accent1 20 80", "mixed-open": "accent2 20 80", "private-open": "accent3 20 80", "unknown-open": "tx2 20 80",
}  # fmt: skip
PALE: Final = "20 80"
PATTERNS: Final = {"dots": "pct20", "lines": "wdUpDiag", "crosses": "smGrid"}
DARK: Final = frozenset({"public", "ink", "ink-2", "sum-6", "sum-5", "private-edge", "critical", "supportive", "neutral"})


def colour(token: str) -> str:
    """The XML of a token's colour: a place in the theme, or for a stance its own."""
    return f'<a:srgbClr val="{_hex(token)}"/>' if token in OWN_COLOURS else shade(PLACES[token])


def pale(token: str) -> str:
    """The XML of the same colour for an “up to”."""
    return shade(f"{PLACES[token].split()[0]} {PALE}") if token in PLACES else colour(token)


def fill(token: str, pattern: str | None = None, open_end: bool = False) -> str:
    """How a mark is painted: flat or patterned with an edge of half a point in ink; an “up to” pale with an edge of its own colour."""
    if open_end:
        return f'<a:solidFill>{pale(token)}</a:solidFill><a:ln w="9525"><a:solidFill>{colour(token)}</a:solidFill></a:ln>'
    edge = f'<a:ln w="6350"><a:solidFill>{shade("tx1")}</a:solidFill></a:ln>'
    if pattern is None:
        return f"<a:solidFill>{colour(token)}</a:solidFill>{edge}"
    front, ground = (shade("tx1"), shade("bg1")) if token in ("paper", "unknown") else (shade("bg1"), colour(token))
    return f'<a:pattFill prst="{PATTERNS[pattern]}"><a:fgClr>{front}</a:fgClr><a:bgClr>{ground}</a:bgClr></a:pattFill>{edge}'


def on(token: str, open_end: bool = False, pattern: str | None = None) -> str:
    """The place in the theme of words that stand on a mark."""
    return "bg1" if token in DARK and not open_end and pattern is None else "tx1"


def write(root: Any, theme: Theme = OURS) -> None:
    """Puts fonts and colours into the XML of a theme."""
    space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    root.set("name", NAME)
    scheme = root.find(f".//{space}clrScheme")
    scheme.set("name", NAME)
    for place, digits in theme.colours:
        one = scheme.find(f"{space}{place}")
        for old in list(one):
            one.remove(old)
        one.append(one.makeelement(f"{space}srgbClr", {"val": digits}))
    for part, font in (("majorFont", theme.heading_font), ("minorFont", theme.text_font)):
        root.find(f".//{space}{part}/{space}latin").set("typeface", font)
    root.find(f".//{space}fontScheme").set("name", NAME)
    own = root.makeelement(f"{space}custClrLst", {})
    for token in OWN_COLOURS:
        named = own.makeelement(f"{space}custClr", {"name": token})
        named.append(named.makeelement(f"{space}srgbClr", {"val": _hex(token)}))
        own.append(named)
    for old in root.findall(f"{space}custClrLst"):
        root.remove(old)
    after = root.find(f"{space}extraClrSchemeLst")
    after.addnext(own) if after is not None else root.append(own)
