"""Numbers as people write them in tables, with a decimal point or a decimal comma, and where only a person can say which."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

POINT, COMMA = ".", ","
NONE = Decimal(0)
IN_WORDS = {POINT: "a decimal point (1,250,000.50)", COMMA: "a decimal comma (1.250.000,50)"}
BLANKS = re.compile(r"[\s\u00a0\u2009\u202f'’]")
_SHAPES = {
    POINT: re.compile(r"[-+]?(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d+)?"),
    COMMA: re.compile(r"[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?"),
}


def marks_of(text: str) -> frozenset[str]:
    """The decimal marks under which `text` is a number; empty where it is none."""
    bare = BLANKS.sub("", text)
    return frozenset(mark for mark, shape in _SHAPES.items() if shape.fullmatch(bare))


def settled(texts: Iterable[str]) -> frozenset[str]:
    """The decimal marks under which every number of the texts is one, where each has to be a number under some mark."""
    possible = frozenset(_SHAPES)
    for text in texts:
        possible &= marks_of(text) or possible
    return possible


def matters(text: str) -> bool:
    """Whether the two marks give two different numbers: `1.250`, but not `1250`."""
    return marks_of(text) == frozenset(_SHAPES) and read(text, POINT) != read(text, COMMA)


def either(text: str) -> str:
    """`1.25 or 1,250`: what a number that matters can be, with a decimal point and with a comma."""
    return " or ".join(f"{(read(text, mark) or NONE).normalize():,f}" for mark in (POINT, COMMA))


def read(text: str, mark: str) -> Decimal | None:
    """The number under a mark, None where it is none under it."""
    bare = BLANKS.sub("", text)
    if not _SHAPES[mark].fullmatch(bare):
        return None
    group = COMMA if mark == POINT else POINT
    try:
        return Decimal(bare.replace(group, "").replace(mark, "."))
    except InvalidOperation:
        return None


def read_alone(text: str, mark: str) -> Decimal | None:
    """The number under the mark of its file, else under the only mark that it can be a number under; None where it is none."""
    found = read(text, mark)
    possible = marks_of(text)
    return read(text, next(iter(possible))) if found is None and len(possible) == 1 else found
