"""Joins the two ends of a range, and parts the two ends of a rise; must not know countries."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from initiatives.ingest.steps.understand.money import numbers, scales
from initiatives.ingest.steps.understand.money.elliptic import find_lent
from initiatives.ingest.steps.understand.money.grammar import Sum, same_scale

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
_MOVING = (
    r"\b(?:rais\w+|increas\w+|grew|grow\w*|r[oi]se\w*|expand\w*|lift\w*|boost\w*|doubl\w+|cut\w*|reduc\w+|jump\w*|up|down|lower\w*|revis\w+|trim\w*|"
    r"slash\w*|shr[aiu]nk\w*|fell|climb\w*|went|swell\w*|top(?:ped|s|ping)?)\b(?:[^.;]|\.\d){0,60}"
)
_MOVED = re.compile(rf"{_MOVING}\bfrom\s+(?:\w+\s+)?$", re.I)
_MOVED_BY = re.compile(rf"{_MOVING}\bby\s+(?:\w+\s+)?$", re.I)
_FROM_LOW = re.compile(
    rf"\bfrom (?:about |around |some |roughly )?(?P<figure>{numbers.FIGURE})(?:[ -](?P<scale>(?i:{scales.SCALE})))? to (?:about |around |some |"
    rf"roughly |more than |over |nearly |almost )?$"
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
    lent = [Joined(each.sum, lender=each.lender) for each in find_lent(surface, [each.sum for each in ranged], language)]
    return sorted([*ranged, *lent], key=lambda each: each.sum.start)


def _ranges(surface: str, sums: list[Sum], language: str) -> list[Joined]:
    joined: list[Joined] = []
    for each in sums:
        before = joined[-1] if joined else None
        if before and before.low is None and _is_range(surface, before.sum, each):
            joined[-1] = _merged(before.sum, each)
        elif before and _moves(surface, before.sum, each):
            joined[-1:] = [replace(before, sum=replace(before.sum, value=same_scale(before.sum.value, each), scaled=True)), Joined(each)]
        elif lower := _lower(surface, each, language):
            joined += [Joined(lower, lender=each), Joined(each)]
        else:
            joined.append(_with_low_end(surface, each, language) or _with_high_end(surface, each, language) or Joined(each))
    return joined


def _is_range(surface: str, low: Sum, high: Sum) -> bool:
    joint = _JOINT.match(surface[low.end : high.start])
    if joint is None or (joint["joint"] == "to" and low.scaled and _moves_by(surface, low.start)):
        return False
    return _may_join(surface, low.start, joint["joint"]) and low.value < high.value


def _moves_by(surface: str, start: int) -> bool:
    """ "raised by 40 billion to 120 billion": what is added, then what that comes to."""
    return _MOVED_BY.search(surface[max(0, start - 100) : start]) is not None


def _moves(surface: str, low: Sum, high: Sum) -> bool:
    """ "raised from $5 to $7 billion": the first shares the scale of the second."""
    return bool(_JOINT.match(surface[low.end : high.start])) and high.scaled and not low.scaled and low.value < 1000 and low.value < high.number


def _lower(surface: str, high: Sum, language: str) -> Sum | None:
    """ "raised from 5 to 7 billion euros": the 5, as a sum of its own."""
    offset = max(0, high.start - 60)
    found = _FROM_LOW.search(surface[offset : high.start]) if high.scaled else None
    if found is None or _MOVED.search(surface[max(0, offset + found.start("figure") - 100) : offset + found.start("figure")]) is None:
        return None
    start, number = offset + found.start("figure"), numbers.read_figure(found["figure"])
    value = number * scales.read_scale(found["scale"], language) if found["scale"] else same_scale(number, high)
    return Sum(start, offset + found.end("scale" if found["scale"] else "figure"), found["figure"], value, True)


def _may_join(surface: str, start: int, joint: str) -> bool:
    before = surface[max(0, start - 100) : start]
    if joint == "and" and not _BETWEEN.search(before):
        return False
    return _MOVED.search(before) is None


def _merged(low: Sum, high: Sum) -> Joined:
    value = low.value if low.scaled or not high.scaled else same_scale(low.value, high)
    return Joined(replace(high, start=low.start, mark=high.mark or low.mark, unit=high.unit or low.unit), low=value)


def _with_low_end(surface: str, high: Sum, language: str) -> Joined | None:
    found = _LOW_END.search(surface[max(0, high.start - 40) : high.start])
    if found is None or not high.scaled:
        return None
    start = max(0, high.start - 40) + found.start("figure")
    if found["scale"] and found["joint"] == "to" and _moves_by(surface, start):
        return None
    number = numbers.read_figure(found["figure"])
    low = number * scales.read_scale(found["scale"], language) if found["scale"] else same_scale(number, high)
    return Joined(replace(high, start=start), low=low) if low < high.value and _may_join(surface, start, found["joint"]) else None


def _with_high_end(surface: str, low: Sum, language: str) -> Joined | None:
    found = _HIGH_END.match(surface[low.end : low.end + 40])
    if found is None or not low.mark or not _may_join(surface, low.start, found["joint"]):
        return None
    scale = found["scale"] or found["letter"]
    number = numbers.read_figure(found["figure"])
    value = number * scales.read_scale(scale, language)
    high = replace(low, end=low.end + found.end(), figure=found["figure"], value=value, scaled=True, number=number)
    start = low.value if low.scaled else same_scale(low.value, high)
    return Joined(high, low=start) if start < value else None
