"""Gives a text the even surface that the grammar reads, and leads its offsets back to the text as stored; must not know money."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HIDDEN = re.compile("[\u00ad\u061c\u200b-\u200f\u2060\ufeff]")
_MARKS = {ord("٫"): ".", **dict.fromkeys(map(ord, "٬،⹁"), ",")}  # the decimal and the group mark of Arabic figures
_BLANKS = {ord(blank): " " for blank in "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"}
_PLAIN = _BLANKS | _MARKS


@dataclass(frozen=True, slots=True)
class Surface:
    """`text` without soft hyphens and with plain blanks; `origin[i]` is the offset in the stored text of its i-th code point."""

    text: str
    origin: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the stored text of a stretch of the surface."""
        return self.origin[start], self.origin[end - 1] + 1


def smooth(stored: str) -> Surface:
    """The surface of a stored text."""
    if _HIDDEN.search(stored) is None:
        return Surface(stored.translate(_PLAIN), range(len(stored)))
    kept = [at for at, letter in enumerate(stored) if not _HIDDEN.match(letter)]
    return Surface("".join(stored[at] for at in kept).translate(_PLAIN), tuple(kept))
