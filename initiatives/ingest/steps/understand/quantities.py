"""Finds what is promised that is not money: megawatts, GPUs, exaflops, parameters, people, jobs; must not know the record."""

import re
from decimal import Decimal

from initiatives.ingest.steps.understand.money import hedges, numbers, scales, surface
from initiatives.ingest.values import Evidence, QuantityClaim

PRODUCER, VERSION, CONFIDENCE = "quantities-by-unit", "1", 0.8
LONGEST_READ = 30_000  # code points; a long read has so many
_UNITS: tuple[tuple[str, str, Decimal], ...] = (
    ("megawatts", r"(?:MW|megawatts?)\b", Decimal(1)),
    ("megawatts", r"(?:GW|gigawatts?)\b", Decimal(1000)),
    ("exaflops", r"exaflops?\b", Decimal(1)),
    ("exaflops", r"petaflops?\b", Decimal("0.001")),
    (
        "gpus",
        r"(?:[\w-]+\s){0,3}?(?:GPUs?|graphics (?:processors?|processing units?)|AI (?:chips|accelerators|processors)|accelerators|(?:GB|H|"
        r"B)\d{3} (?:chips|GPUs))\b",
        Decimal(1),
    ),
    ("parameters", r"parameters?\b|-parameter\b", Decimal(1)),
    ("jobs", r"(?:new\s|direct\s|skilled\s)?jobs\b", Decimal(1)),
    (
        "people",
        r"(?:[a-z-]+\s){0,2}?(?:people|specialists|researchers|engineers|civil servants|teachers|students|experts|developers|workers)\b",
        Decimal(1),
    ),
)
_FIGURE = (
    rf"(?<![\w.,$€£¥])(?P<figure>{numbers.FIGURE}|(?i:one|two|three|four|five|six|seven|eight|nine|"
    rf"ten))[ -]?(?P<scale>(?i:{scales.SCALE}))?[ -]?"
)
_FINDERS = tuple((measure, factor, re.compile(_FIGURE + f"(?:{unit})")) for measure, unit, factor in _UNITS)
_INSTALLED = re.compile(r"\b(?:runs on|inside are|operates|installed|already has|now has|went live|is equipped with|contains|houses)\b", re.I)
_BY = re.compile(r"\bby (?:the end of )?(20\d\d)\b", re.I)


def find_quantities(text: str) -> tuple[QuantityClaim, ...]:
    """Quantities in reading order, in units of their measure. Never raises on any text."""
    even = surface.smooth(text[:LONGEST_READ])
    found = [_claim(text, even, match, measure, factor) for measure, factor, finder in _FINDERS for match in finder.finditer(even.text)]
    return tuple(sorted(found, key=lambda claim: claim.evidence.start))


def _claim(text: str, even: surface.Surface, match: re.Match[str], measure: str, factor: Decimal) -> QuantityClaim:
    figure = match["figure"]
    number = numbers.read_figure(figure) if figure[0].isdigit() else numbers.read_words(figure)
    start, end = even.span(match.start(), match.end())
    sentence = even.text[even.text.rfind(". ", 0, match.start()) + 1 : match.end() + 80]
    by = _BY.search(sentence)
    return QuantityClaim(
        Evidence(start, end, text[start:end], PRODUCER, VERSION, CONFIDENCE),
        measure,
        (number * scales.read_scale(match["scale"], "en") * factor).normalize() + 0,
        hedges.hedge_of(even.text, match.start(), match.end()),
        "installed" if _INSTALLED.search(sentence) else "planned",
        by[1] if by else None,
    )
