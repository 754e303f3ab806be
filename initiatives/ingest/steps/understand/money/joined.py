"""Joins the two ends of a range, and gives figures without a currency the unit of the sum before them; must not know countries."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from initiatives.ingest.steps.understand.money import numbers, scales
from initiatives.ingest.steps.understand.money.grammar import Sum, find_bare

MOST_BARE = 200  # figures without a currency that are looked at; more is a table
REACH = 600  # code points over which a bare figure still takes the currency of an earlier sum
PART_REACH = 80  # code points between a whole and "of which 600", which takes its scale
_LOW_END = re.compile(
    rf"(?P<between>between\s+)?(?<![\w.,/$€£¥-])(?P<figure>{numbers.FIGURE})[ -]?(?P<scale>(?i:{scales.SCALE}))?\s?(?P<joint>-|–|—|to|and|bis|a|"
    rf"à)\s?$"
)
_HIGH_END = re.compile(
    rf"^\s?(?P<joint>-|–|—|to|and|bis|a|à)\s?(?P<figure>{numbers.FIGURE})[ -]?(?:(?P<scale>(?i:{scales.SCALE}))|"
    rf"(?P<letter>{scales.LETTER}))"
)
_JOINT = re.compile(r"^\s?(?P<joint>-|–|—|to|and|bis|a|à)\s?(?:as much as\s|up to\s|about\s)?$")
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre)\s+(?:about\s|around\s|roughly\s)?$", re.I)
_MOVED = re.compile(
    r"\b(?:rais\w+|increas\w+|grew|grow\w*|r[oi]se\w*|expand\w*|lift\w*|boost\w*|doubl\w+|cut|reduc\w+|jump\w*|up|down|lower\w*|revis\w+|trim\w*|"
    r"fell|climb\w*|went|swell\w*)\b[^.;]{0,60}\bfrom\s+(?:\w+\s+)?$",
    re.I,
)
_SPENDING = re.compile(
    r"\b(?:invest|fund|spen[dt]|cost|budget|grant|allocat|worth|receiv|provid|contribut|pay|paid|total|other|remain|rest|half|earmark|commit|"
    r"pledg|money|capital|sum|assign|share|reserv|goes|going|set aside|outlay|add)", re.I
)  # fmt: skip
_COUNTED_THING = re.compile(
    r"\b(?:population|people|users?|customers?|citizens|parameters?|tokens?|downloads?|views|jobs|households|students|"
    r"operations|inhabitants)\b",
    re.I,
)
_OPEN_END = re.compile(
    r"^\s*(?:$|[.,;:)—–\n]|(?:is|are|was|were|will|would|has|have|had|goes?|going|in|to|for|on|from|over|by|of which|more|each|per|a year|"
    r"annually|under|through|into|and|or|at|"
    r"comes?|came|pays?|remains?|set aside|earmarked|this|next|last|once|as|with)\b)"
)
_PART = re.compile(
    rf"\bof (?:which|that|this|these|it),?\s+(?:about\s|some\s|only\s|just\s)?(?P<figure>{numbers.FIGURE})(?=\s+(?:have|has|had|"
    rf"is|are|was|were|will|would|goes?|comes?)\b)"
)


@dataclass(frozen=True, slots=True)
class Joined:
    """A sum with the low end of its range, and the sum it borrows its currency from."""

    sum: Sum
    low: Decimal | None = None
    lender: Sum | None = None


def join(surface: str, sums: list[Sum], language: str) -> list[Joined]:
    """Sums with ranges joined and bare figures added, in reading order."""
    ranged = _ranges(surface, sums, language)
    taken = [each.sum for each in ranged]
    bare = [each for each in find_bare(surface, taken, language)[:MOST_BARE] if _is_elliptic(surface, each)]
    lent = [Joined(each, lender=lender) for each in [*bare, *_parts(surface, taken)] if (lender := _lender(surface, taken, each))]
    return sorted([*ranged, *lent], key=lambda each: each.sum.start)


def _ranges(surface: str, sums: list[Sum], language: str) -> list[Joined]:
    joined: list[Joined] = []
    for each in sums:
        before = joined[-1] if joined else None
        if before and before.low is None and _is_range(surface, before.sum, each):
            joined[-1] = _merged(before.sum, each)
        else:
            joined.append(_with_low_end(surface, each, language) or _with_high_end(surface, each, language) or Joined(each))
    return joined


def _is_range(surface: str, low: Sum, high: Sum) -> bool:
    joint = _JOINT.match(surface[low.end : high.start])
    return bool(joint) and _may_join(surface, low.start, joint["joint"] if joint else "") and low.value < high.value


def _may_join(surface: str, start: int, joint: str) -> bool:
    before = surface[max(0, start - 100) : start]
    if joint == "and" and not _BETWEEN.search(before):
        return False
    return _MOVED.search(before) is None


def _merged(low: Sum, high: Sum) -> Joined:
    value = low.value if low.scaled or not high.scaled else _same_scale(low.value, high)
    return Joined(replace(high, start=low.start, mark=high.mark or low.mark, unit=high.unit or low.unit), low=value)


def _same_scale(value: Decimal, high: Sum) -> Decimal:
    return value * high.value / high.number if high.number else value


def _with_low_end(surface: str, high: Sum, language: str) -> Joined | None:
    found = _LOW_END.search(surface[max(0, high.start - 40) : high.start])
    if found is None or not high.scaled:
        return None
    start = max(0, high.start - 40) + found.start("figure")
    number = numbers.read_figure(found["figure"])
    low = number * scales.read_scale(found["scale"], language) if found["scale"] else _same_scale(number, high)
    return Joined(replace(high, start=start), low=low) if low < high.value and _may_join(surface, start, found["joint"]) else None


def _with_high_end(surface: str, low: Sum, language: str) -> Joined | None:
    found = _HIGH_END.match(surface[low.end : low.end + 40])
    if found is None or not low.mark or not _may_join(surface, low.start, found["joint"]):
        return None
    scale = found["scale"] or found["letter"]
    number = numbers.read_figure(found["figure"])
    value = number * scales.read_scale(scale, language)
    high = replace(low, end=low.end + found.end(), figure=found["figure"], value=value, scaled=True, number=number)
    start = low.value if low.scaled else _same_scale(low.value, high)
    return Joined(high, low=start) if start < value else None


def _is_elliptic(surface: str, bare: Sum) -> bool:
    sentence = re.split(r"[.!?]\s|\n", surface[max(0, bare.start - 160) : bare.start])[-1]
    near = surface[max(0, bare.start - 60) : bare.end + 25]
    if _COUNTED_THING.search(near) or not _OPEN_END.match(surface[bare.end : bare.end + 30]):
        return False
    return _SPENDING.search(sentence + near[-25:]) is not None


def _parts(surface: str, taken: list[Sum]) -> list[Sum]:
    found = []
    for match in _PART.finditer(surface):
        start, end = match.span("figure")
        earlier = [each for each in [*taken, *find_bare(surface[:start], taken, "en")] if each.end <= start]
        whole = max(earlier, key=lambda each: each.end, default=None)
        if whole is not None and start - whole.end < PART_REACH:
            found.append(Sum(start, end, match["figure"], _same_scale(numbers.read_figure(match["figure"]), whole), True))
    return [each for each in found if not any(each.start < other.end and other.start < each.end for other in taken)]


def _lender(surface: str, taken: list[Sum], bare: Sum) -> Sum | None:
    earlier = [each for each in taken if each.end <= bare.start]
    return earlier[-1] if earlier and bare.start - earlier[-1].end <= REACH else None
