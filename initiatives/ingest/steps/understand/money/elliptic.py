"""Gives figures without a currency that of the sum they stand beside ("Italy 1.5 billion", "of which 600"); must not know countries."""

import re
from dataclasses import dataclass

from initiatives.ingest.steps.understand.money import numbers
from initiatives.ingest.steps.understand.money.grammar import Sum, find_bare, same_scale

MOST_BARE = 200  # figures without a currency that are looked at; more is a table
REACH = 1500  # code points over which a bare figure still takes the currency of an earlier sum
PART_REACH = 80  # code points between a whole and "of which 600", which takes its scale
_SPENDING = re.compile(
    r"\b(?:invest|fund|spen[dt]|cost|budget|grant|allocat|worth|receiv|provid|contribut|pay|paid|total|other|remain|rest|half|earmark|commit|"
    r"pledg|financ|lend|lent\b|loan|guarantee|quoted|charg|ask|"
    r"want|request|demand|need|money|capital|sum|assign|share|reserv|goes|going|set aside|outlay|add|"
    r"buys?|stem|minus|treasury|instal|grant|price|cover|save|extra|comes? from)", re.I
)  # fmt: skip
_COUNTED_THING = re.compile(
    r"\b(?:population|people|users?|customers?|citizens|parameters?|tokens?|downloads?|views|jobs|households|students|speakers?|words|images|"
    r"records|pages|documents|devices|transactions|vehicles|operations|inhabitants|subscribers|farmers|children|workers|tonnes|tons|hours)\b",
    re.I,
)
_OPEN_END = re.compile(
    r"^\s*(?:$|[.,;:)—–\n]|(?:is|are|was|were|will|would|has|have|had|goes?|going|in|to|for|on|from|over|by|of (?:which|it|this|that|them)|more|"
    r"buys?|stems?|went|flows?|covers?|stays?|of the (?:money|sum|total|amount)|"
    r"each|per|a year|annually|under|through|into|and|or|at|"
    r"comes?|came|coming|pays?|remains?|set aside|earmarked|this|next|last|once|as|with|respectively|could|should|may|must)\b)"
)
_PART = re.compile(
    rf"\bof (?:which|that|this|these|it),?\s+(?:about\s|some\s|only\s|just\s)?(?P<figure>{numbers.FIGURE})(?=\s+(?:have|has|had|"
    rf"is|are|was|were|will|would|goes?|comes?|from|for)\b)"
)
_LISTED = re.compile(rf"(?<![\w.,$€£¥-])(?P<first>{numbers.FIGURE}), (?P<more>(?:{numbers.FIGURE}, ){{0,4}})(?P<last>{numbers.FIGURE}),? and $")
_PAIRED = re.compile(rf"(?<![\w.,$€£¥-])(?P<last>{numbers.FIGURE}) and $")
_RESPECTIVELY = re.compile(r"^(?:[^.;]|\.\d){0,60}\brespectively\b")
_LEADS_ON = re.compile(r"^,?\s?(?:and|or|to|,|-|–|—)\s?$")
_RUPEES = re.compile(r"\b(?:crores?|lakhs?)$", re.I)  # where a text has sums in them
_ARTICLE = re.compile(r"^an?$", re.I)


@dataclass(frozen=True, slots=True)
class Lent:
    """A figure without a currency, and the sum it borrows it from."""

    sum: Sum
    lender: Sum


def find_lent(surface: str, taken: list[Sum], language: str) -> list[Lent]:
    """Bare figures that mean money, outside the sums already `taken` (in reading order), each with its lender."""
    if not taken:
        return []
    bare = find_bare(surface, taken, language)[:MOST_BARE]
    found = [Lent(each, lender) for each in bare if (lender := _lender(surface, taken, each)) and _is_money(surface, each, lender)]
    found += [Lent(each, lender) for each in _parts(surface, taken, bare) if (lender := _earlier(surface, taken, each))]
    return [*found, *_listed(surface, taken)]


def _is_money(surface: str, bare: Sum, lender: Sum) -> bool:
    if _COUNTED_THING.search(_near(surface, bare)) or not _OPEN_END.match(surface[bare.end : bare.end + 30]) or _ARTICLE.match(bare.figure):
        return False
    if _RUPEES.search(surface[bare.start : bare.end]):
        return True
    between = surface[min(lender.end, bare.end) : max(lender.start, bare.start)]
    same_sentence = re.search(r"[.!?]\s|\n", between) is None
    sentence = re.split(r"[.!?]\s|\n", surface[max(0, bare.start - 160) : bare.start])[-1]
    return same_sentence or _SPENDING.search(sentence + surface[bare.end : bare.end + 25]) is not None


def _near(surface: str, bare: Sum) -> str:
    """The words around a bare figure, back to the stop or comma before it and on to the one behind."""
    before = re.split(r"[.;,(]\s|\n", surface[max(0, bare.start - 60) : bare.start])[-1]
    return before + re.split(r"[.;,)]\s|\n", surface[bare.start : bare.end + 30])[0]


def _lender(surface: str, taken: list[Sum], bare: Sum) -> Sum | None:
    later = next((each for each in taken if each.start >= bare.end), None)
    if later is not None and _LEADS_ON.match(surface[bare.end : later.start]) and not later.mark:
        return later
    return _earlier(surface, taken, bare)


def _earlier(surface: str, taken: list[Sum], bare: Sum) -> Sum | None:
    """The nearest sum before; not one in brackets that are closed, for it says another again."""
    near = [each for each in taken if each.end <= bare.start and bare.start - each.end <= REACH]
    open_ones = [each for each in near if not _is_aside(surface, each, bare)]
    return next(reversed(open_ones or near), None)


def _is_aside(surface: str, each: Sum, bare: Sum) -> bool:
    opened = surface.rfind("(", max(0, each.start - 40), each.start)
    return opened > surface.rfind(")", 0, each.start) and ")" in surface[each.end : bare.start]


def _parts(surface: str, taken: list[Sum], bare: list[Sum]) -> list[Sum]:
    wholes, found = [*taken, *bare], []
    for match in _PART.finditer(surface):
        start, end = match.span("figure")
        whole = max((each for each in wholes if each.end <= start), key=lambda each: each.end, default=None)
        if whole is not None and start - whole.end < PART_REACH:
            found.append(Sum(start, end, match["figure"], same_scale(numbers.read_figure(match["figure"]), whole), True))
    return [each for each in found if not any(each.start < other.end and other.start < each.end for other in wholes)]


def _listed(surface: str, taken: list[Sum]) -> list[Lent]:
    """The figures before "and 30 billion yen" that share its scale and its unit: "10, 20 and 30 billion yen"."""
    found: list[Lent] = []
    for each in taken:
        offset = max(0, each.start - 60)
        before = surface[offset : each.start]
        match = _LISTED.search(before) or (_PAIRED.search(before) if _RESPECTIVELY.match(surface[each.end : each.end + 80]) else None)
        if match is not None and each.scaled and not each.mark:
            figures = re.finditer(numbers.FIGURE, match.group())
            found += [Lent(_scaled(offset + match.start() + figure.start(), figure.group(), each), each) for figure in figures]
    return found


def _scaled(start: int, figure: str, whole: Sum) -> Sum:
    return Sum(start, start + len(figure), figure, same_scale(numbers.read_figure(figure), whole), True)
