"""Finds what is promised that is not money: megawatts, GPUs, exaflops, parameters, people, jobs; must not know the record."""

import re
from dataclasses import replace
from decimal import Decimal

from initiatives.ingest.steps.understand.money import hedges, numbers, scales, surface
from initiatives.ingest.values import Evidence, QuantityClaim

PRODUCER, VERSION, CONFIDENCE = "quantities-by-unit", "2", 0.8
SMALLEST, LARGEST = Decimal("0.001"), Decimal(10) ** 17  # in units of the measure; what lies beyond was misread
LONGEST_READ = 30_000  # code points; a long read has so many
_CHIP = (
    r"(?:GPUs?|graphics[ -](?:processors?|processing units?|cards)|AI (?:chips|accelerators|processors|superchips)|accelerators|superchips|"
    r"(?:GB|GH|H|B|A|MI)\d{2,3}X?s?(?: (?:chips|superchips|GPUs|processors|accelerators|systems))?)"
)
_UNITS: tuple[tuple[str, str, Decimal], ...] = (
    ("megawatts", r"(?:kW|kilowatts?)", Decimal("0.001")),
    ("megawatts", r"(?:MW|megawatts?)", Decimal(1)),
    ("megawatts", r"(?:GW|gigawatts?)", Decimal(1000)),
    ("exaflops", r"(?:(?i:exaflops?)|EFLOPS?|EFlops?|EF|quintillion (?:operations|calculations|computations) (?:a|per) second)", Decimal(1)),
    ("exaflops", r"(?:(?i:petaflops?)|PFLOPS?|PFlops?)", Decimal("0.001")),
    ("exaflops", r"(?:(?i:zettaflops?)|ZFLOPS?)", Decimal(1000)),
    ("gpus", rf"(?:of\s(?:the\s)?)?(?:[\w’'-]+\s){{0,4}}?{_CHIP}", Decimal(1)),
    ("parameters", r"parameters?", Decimal(1)),
    (
        "jobs",
        r"(?:(?:new|more|direct|indirect|additional|local|permanent|temporary|construction|tech|technology|AI|green|[\w-]*(?:skilled|paid|"
        r"time|tech))\s){0,3}?jobs",
        Decimal(1),
    ),
    (
        "people",
        r"(?:(?:AI|IT|ICT|[a-z][\w-]*)\s){0,2}?(?:people|specialists|researchers|engineers|scientists|civil servants|teachers|students|pupils|"
        r"experts|"
        r"developers|workers|professionals|learners|youth|graduates|citizens|employees|officials|trainees|staff|doctors|nurses|farmers)",
        Decimal(1),
    ),
)
_LETTERS = r"(?:[KkMBbT]|bn|mn|m)(?=[ -])"
_WORDS = r"(?i:half an?|one|two|three|four|five|six|seven|eight|nine|ten|a)"
_LOW_END = rf"(?:(?P<low>{numbers.FIGURE})\s?(?:-|–|to|and)\s?)?"
_FIGURE = (
    rf"(?<![\w.,$€£¥₹-])(?<!\d )(?<!(?:Rs|RM|Rp) ){_LOW_END}(?P<figure>{numbers.FIGURE}|{_WORDS})(?:[ -]?(?P<scale>(?i:{scales.SCALE}))|"
    rf"(?P<letter>{_LETTERS}))?[ -]?"
)
_FINDERS = tuple((measure, factor, re.compile(f"{_FIGURE}(?:{unit})(?![\\w])(?!-hours?)")) for measure, unit, factor in _UNITS)
_QUICK = re.compile(r"\d|\b(?:half|one|two|three|four|five|six|seven|eight|nine|ten)\b", re.I)  # a text without any of these holds no quantity
_YEAR = re.compile(r"20[0-4]\d")
_PASSED_OVER = re.compile(r"\b(?:in|by|of|since|until|and|for|with|from|at|on|the|will|would|that|who|to|are|were|is|was|has|have)\s", re.I)
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹₩]|\b(?:US\$|Rs\.?|RM|EUR|USD))\s?$")
_INSTALLED = re.compile(
    r"\b(?:runs on|inside are|operates|installed|already (?:has|runs|holds)|now has|went live|is equipped with|contains|houses|is based on|"
    r"in operation|"
    r"has been (?:switched on|put into operation)|came online|(?:has|have) (?:already )?(?:taken part|been trained|graduated|enrolled))\b",
    re.I,
)
_BY = re.compile(r"\b(?:by|until|in|from|through)\s(?:the end of\s|early\s|late\s|mid-)?(20\d\d)\b", re.I)
_SPOKEN_OR_LIVED = re.compile(
    r"\b(?:languages?|dialects?|tongues?|country|nation|population|city|province|region|speakers|inhabitants)\sof\s"
    r"(?:(?:about|some|around|nearly|over|more than|only|just|almost|a|roughly)\s)*$|\b(?:spoken|understood|inhabited|populated)\s(?:\w+\s){0,2}by\s"
    r"(?:(?:about|some|around|nearly|over|more than|only|just|almost|a|roughly)\s)*$", re.I
)  # fmt: skip
_SPEAK_OR_LIVE = re.compile(
    r"^(?:\s(?:who|that|already|in \w+|around the world|worldwide))*\s(?:speak|speaks|speaking|live|lives|living|inhabit)\b", re.I
)  # fmt: skip
# A line of a page that was broken at its edge goes on in small letters; a new paragraph or heading does not.
_BROKEN_LINE = re.compile(r"(?<=[\w,])\n(?=[a-z])")
_AND_BETWEEN = re.compile(r"\bbetween\s(?:about\s|around\s)?$", re.I)


def find_quantities(text: str) -> tuple[QuantityClaim, ...]:
    """Quantities in reading order, in units of their measure; of a range its lower end. Never raises on any text."""
    even = surface.smooth(text[:LONGEST_READ])
    even = replace(even, text=_BROKEN_LINE.sub(" ", even.text))
    if _QUICK.search(even.text) is None:
        return ()
    found = [_claim(text, even, match, measure, factor) for measure, factor, finder in _FINDERS for match in finder.finditer(even.text)]
    return tuple(sorted((claim for claim in found if claim is not None), key=lambda claim: claim.evidence.start))


def _claim(text: str, even: surface.Surface, match: re.Match[str], measure: str, factor: Decimal) -> QuantityClaim | None:
    begins = _start(even.text, match)
    if _is_something_else(even.text, match) or (measure == "people" and _is_population(even.text, begins, match.end())):
        return None
    start, end = even.span(begins, match.end())
    sentence = (
        re.split(r"[.!?]\s|\n", even.text[max(0, begins - 200) : begins])[-1] + re.split(r"[.!?]\s|\n", even.text[begins : match.end() + 80])[0]
    )
    by = _BY.search(sentence)
    ranged = begins == match.start("low")
    value = _number(match["low"] if ranged else match["figure"]) * _scale(match) * factor
    if not SMALLEST <= value <= LARGEST:
        return None
    return QuantityClaim(
        Evidence(start, end, text[start:end], PRODUCER, VERSION, CONFIDENCE),
        measure,
        value.normalize() + 0,
        "range" if ranged else hedges.hedge_of(even.text, begins, match.end()),
        "installed" if _INSTALLED.search(sentence) else "planned",
        by[1] if by else None,
    )


def _start(surface_text: str, match: re.Match[str]) -> int:
    """Where the quantity begins: at the low end of a range, at the figure where what stands before it is no such end ("8B and 70B")."""
    low = match["low"]
    if low is None:
        return match.start("figure")
    joined_by_and = " and " in surface_text[match.end("low") : match.start("figure")] or surface_text[match.end("low") :].startswith(" and ")
    is_range = not joined_by_and or _AND_BETWEEN.search(surface_text[max(0, match.start() - 30) : match.start()]) is not None
    return match.start("low") if is_range and _number(low) < _number(match["figure"]) else match.start("figure")


def _is_something_else(surface_text: str, match: re.Match[str]) -> bool:
    """A year, a sum of money, or words that lead past the figure to another noun."""
    figure = match["figure"]
    unscaled = match["scale"] is None and match["letter"] is None
    if unscaled and _YEAR.fullmatch(figure):
        return True
    after = surface_text[match.end("letter") if match["letter"] else match.end("scale") if match["scale"] else match.end("figure") : match.end()]
    leads_past = _PASSED_OVER.search(after.removeprefix(" of ").lstrip(" -")) is not None
    return (
        leads_past
        or (figure.lower() == "a" and unscaled)
        or _MONEY_BEFORE.search(surface_text[max(0, match.start() - 5) : match.start()]) is not None
    )


def _is_population(surface_text: str, start: int, end: int) -> bool:
    """Whether people are those who speak a language or live in a place: "a language of a hundred million people"."""
    before, after = surface_text[max(0, start - 60) : start], surface_text[end : end + 40]
    return _SPOKEN_OR_LIVED.search(before) is not None or _SPEAK_OR_LIVE.match(after) is not None


def _number(figure: str) -> Decimal:
    return numbers.read_figure(figure) if figure[0].isdigit() else numbers.read_words(figure)


def _scale(match: re.Match[str]) -> Decimal:
    letter = match["letter"]
    return scales.read_scale(match["scale"], "en") if letter is None else scales.LETTERS.get(letter) or scales.WORDS[letter]
