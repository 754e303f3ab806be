"""Rectangles whose areas are given numbers, each as near to a square as may be; knows no rows and no colours.

After Bruls, Huizing and van Wijk, Squarified Treemaps (2000).
"""

from collections.abc import Sequence

from dashboard.figures.areas import Box


def squarified(sizes: Sequence[float], box: Box) -> list[Box]:
    """One rectangle for each of the positive `sizes`, largest first, which together fill `box`."""
    found: list[Box] = []
    rest, left = box, list(sizes)
    while left:
        whole = sum(left)
        number = _in_first_row(left, rest, whole)
        row, left = left[:number], left[number:]
        laid, rest = _lay(row, rest, sum(row) / whole)
        found += laid
    return found


def rows_of(sizes: Sequence[float], width: float, height: float) -> list[int]:
    """How many of the positive `sizes`, largest first, stand side by side in each row across the whole width."""
    found: list[int] = []
    left, whole = list(sizes), sum(sizes)
    while left:
        number = 1
        while number < len(left) and _worst(left[: number + 1], whole, width, height) <= _worst(left[:number], whole, width, height):
            number += 1
        found.append(number)
        left = left[number:]
    return found


def _in_first_row(sizes: list[float], box: Box, whole: float) -> int:
    along, across = min(box.width, box.height), max(box.width, box.height)
    number = 1
    while number < len(sizes) and _worst(sizes[: number + 1], whole, along, across) <= _worst(sizes[:number], whole, along, across):
        number += 1
    return number


def _worst(row: Sequence[float], whole: float, along: float, across: float) -> float:
    """How far the least square of a row is from a square; the row lies along one side and takes its share of the other."""
    total = sum(row)
    depth = across * total / whole
    lengths = [along * size / total for size in row]
    return max(max(depth / length, length / depth) if length and depth else float("inf") for length in lengths)


def _lay(row: Sequence[float], box: Box, share: float) -> tuple[list[Box], Box]:
    """The rectangles of a row along the shorter side, and what is left of the box."""
    if box.width >= box.height:
        first, rest = Box(box.x, box.y, box.width * share, box.height), None
        rest = Box(box.x + first.width, box.y, box.width - first.width, box.height)
    else:
        first = Box(box.x, box.y, box.width, box.height * share)
        rest = Box(box.x, box.y + first.height, box.width, box.height - first.height)
    return side_by_side(row, first, upright=box.width >= box.height), rest


def side_by_side(row: Sequence[float], box: Box, upright: bool) -> list[Box]:
    """A box cut in the proportion of `row`: one under the other when `upright`, else one beside the other."""
    total, at, found = sum(row), 0.0, []
    for size in row:
        share = size / total
        if upright:
            found.append(Box(box.x, box.y + at * box.height, box.width, share * box.height))
        else:
            found.append(Box(box.x + at * box.width, box.y, share * box.width, box.height))
        at += share
    return found
