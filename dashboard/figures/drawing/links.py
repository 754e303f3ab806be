"""Marks that lead to the page behind them: plain links around shapes, which need no script; knows no kind of trace."""

import re
from html import unescape
from typing import Any

from dashboard.figures.drawing.ink import Ink, escaped

OWN_PAGE = re.compile(r"/(?![/\\])[^\x00-\x20\x7f]*")  # an address below the root of this site, never of another one


def spoken(markup: str) -> str:
    """The words of a mark as plain text: what a screen reader says and a browser shows to a pointer."""
    return unescape(re.sub(r"</?(?:b|i|span)[^>]*>", "", markup.replace("<br>", ": ", 1).replace("<br>", ", ")))


def tooltip(words: str) -> str:
    """What a browser shows for a pointed-at mark, as an SVG title; nothing for a mark without words."""
    return f"<title>{escaped(words)}</title>" if words else ""


def opening(element: str, address: Any, words: str, ink: Ink) -> str:
    """`element` inside a link to an own page, named by its words; the element alone in a file, and where there is no such page.

    The first link is the drawing's one stop of the keyboard; arrow keys reach the others."""
    if not ink.linked or not isinstance(address, str) or not OWN_PAGE.fullmatch(address):
        return element
    ink.links += 1
    stop = "" if ink.links == 1 else ' tabindex="-1"'
    return f'<a href="{escaped(address)}" aria-label="{escaped(words)}"{stop}>{element}</a>'
