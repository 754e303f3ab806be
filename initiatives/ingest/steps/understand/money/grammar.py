"""Finds sums in a text: figure, scale and currency in any order the world prints them; must not know what a sum is for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from initiatives.ingest.steps.understand.money import cjk, marks, numbers, scales

# Nothing that belongs to a longer word, number or name may stand directly before a figure.
_FREE = r"(?<![\w.,/#])"
# "2026-27 dollars" is no sum, "10-15 billion rupees" holds one.
_IN_A_SPAN = re.compile(r"\d-$")
_RISKY_CODES = frozenset("MAD SOS CUP COP MOP GEL PEN TRY BAM BOB SDG SAR CAD RON SHP LAK ANG NAD CDF".split())  # noqa: SIM905 (it reads as a list)
_MAGNITUDE = rf"(?:[ -]{{0,2}}(?P<scale>(?i:{scales.SCALE}))| ?(?P<letter>{scales.LETTER}))"
_AFTER = rf"(?:(?:[ -]?|\s(?:de |d['’]|of |in |di |w ))(?P<words>{marks.AFTER_WORD})| ?(?P<sign>{marks.AFTER_SIGN}))"
_MARKED = re.compile(rf"(?P<mark>{marks.BEFORE})[ -]?(?P<figure>{numbers.FIGURE}){_MAGNITUDE}?(?:{_AFTER})?")
_COUNTED = re.compile(rf"{_FREE}(?P<figure>{numbers.FIGURE}|(?i:{numbers.NUMBER_WORDS}))(?:{_MAGNITUDE})?{_AFTER}")
_ELLIPTIC = re.compile(rf"{_FREE}(?P<figure>{numbers.FIGURE}|(?i:{numbers.NUMBER_WORDS}))[ -]?(?P<scale>(?i:{scales.SCALE}))")
# Verbs and nouns that are also the name of a unit need a scale or many digits beside them ("won", "real", "sum").
LEAST_WITH_A_LETTER = 1000  # "R2" and "K12" are no money, "R45,000" is
_SHORT_MARKS = "NT SR QR LE TL CFA KD Bt Euro Euros EURO JD BD RO LD FBu FG FC Le NLe Rf Db Nfk Af Afs Gs VT MK ZK Ks DA DT LL DH Sh MTn"
_DOUBTFUL_MARKS = _RISKY_CODES | set(marks.ONLY_IN) | set(_SHORT_MARKS.split())
_DOUBTFUL_UNITS = frozenset({"won", "real", "sum", "sol", "dong", "pound", "crown", "rand", "som", "kip", "lira", "dram", "lei"})
_ADJECTIVES = frozenset({"real"})
_NOUN = re.compile(r"\s(?!is|are|was|were|in|for|to|on|by|from|over|and|or)[a-z]|-[a-z]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN = re.compile(r"\b(?:in|constant|of|since|by|until)\s$", re.I)
# "P400 to P500 million"
_SCALED_FURTHER_ON = re.compile(rf"\s?(?:-|–|to|and)\s?(?:[A-Z][A-Za-z]{{0,2}}\.?\s?)?\d[\d.,]*\s?(?:(?i:{scales.SCALE})|{scales.LETTER})")
_IDIOM = re.compile(r"\squestion\b")  # "the million-dollar question"


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum as printed: offsets on the surface, the figure as text, its scale, and every sign of a currency beside it."""

    start: int
    end: int
    figure: str
    value: Decimal
    scaled: bool
    mark: str | None = None
    unit: str | None = None
    people: str | None = None
    currency: str | None = None
    at_least: bool = False
    number: Decimal = Decimal(0)  # the figure without its scale; 0 where they cannot be parted


def find_sums(surface: str, language: str) -> list[Sum]:
    """Sums with a currency in `surface`, in reading order, never overlapping; then those without one are `find_bare`'s."""
    found: list[Sum] = []
    for candidate in sorted(_candidates(surface, language), key=lambda each: (each.start, -each.end)):
        if not found or candidate.start >= found[-1].end:
            found.append(candidate)
    return found


def find_bare(surface: str, taken: list[Sum], language: str) -> list[Sum]:
    """Figures with a scale and no currency ("the other five billion") outside the sums already taken."""
    bare = [_read(match, surface, language) for match in _ELLIPTIC.finditer(surface)]
    return [each for each in bare if not any(each.start < other.end and other.start < each.end for other in taken)]


def same_scale(value: Decimal, beside: Sum) -> Decimal:
    """A figure with the scale of the sum beside it: the 5 of "5 to 7 billion"."""
    return value * beside.value / beside.number if beside.number else value


def _candidates(surface: str, language: str) -> Iterator[Sum]:
    for match in [*_MARKED.finditer(surface), *_COUNTED.finditer(surface)]:
        candidate = _read(match, surface, language)
        if not _is_something_else(candidate, surface):
            yield candidate
    for match in cjk.SUM.finditer(surface) if cjk.SIGN.search(surface) else ():
        if match["prefix"] or match["unit"]:
            yield _read_cjk(match)


def _is_something_else(candidate: Sum, surface: str) -> bool:
    """Whether what looks like a sum is a year, a name with a number, a word that is also a unit, or an idiom."""
    if _IDIOM.match(surface, candidate.end):
        return True
    if candidate.scaled:
        return candidate.unit in _ADJECTIVES and _NOUN.match(surface, candidate.end) is not None
    if not candidate.figure[0].isdigit():
        return True
    before = surface[max(0, candidate.start - 12) : candidate.start]
    if candidate.unit and candidate.people is None and (_IN_A_SPAN.search(before) or (_YEAR.fullmatch(candidate.figure) and _IN.search(before))):
        return True
    doubtful = candidate.unit in _DOUBTFUL_UNITS and candidate.people is None
    if candidate.mark in _DOUBTFUL_MARKS and _SCALED_FURTHER_ON.match(surface, candidate.end):
        return False
    if candidate.mark in _DOUBTFUL_MARKS or doubtful:
        return candidate.value < LEAST_WITH_A_LETTER or _YEAR.fullmatch(candidate.figure) is not None
    return False


def _read(match: re.Match[str], surface: str, language: str) -> Sum:
    groups = match.groupdict()
    magnitude = groups["scale"] or groups.get("letter")
    figure = match["figure"]
    in_words = not figure[0].isdigit()
    number = numbers.read_words(figure) if in_words else numbers.read_figure(figure, _dots_group(figure, magnitude, language))
    people = groups.get("people") or groups.get("adjective")
    words = groups.get("words")
    mark, sign = groups.get("mark"), groups.get("sign")
    return Sum(
        match.start(),
        match.end() - _stop_of_sentence(match, surface),
        figure,
        number * scales.read_scale(magnitude, language),
        magnitude is not None,
        mark=sign if mark == "$" and sign else mark or sign,
        unit=(groups.get("unit") or "").lower() or None,
        people=people,
        number=number,
        currency="GBP" if people == "sterling" else _fixed(words),
    )


def _stop_of_sentence(match: re.Match[str], surface: str) -> int:
    """1 where the stop of an abbreviated scale ("5 bil.") ends the sentence too."""
    ends = match.group().endswith(".") and re.match(r"\s*(?:$|\n|[A-Z“\"])", surface[match.end() : match.end() + 4])
    return 1 if ends else 0


def _fixed(words: str | None) -> str | None:
    return None if words is None else {"RMB": "CNY"}.get(words) or ("XOF" if "CFA" in words else None)


def _dots_group(figure: str, magnitude: str | None, language: str) -> bool:
    """A dot before three digits groups in continental languages, not in "1.234 billion" of English, save with idle zeros ("1.600 million")."""
    word = (magnitude or "").lower()
    if (word in ("million", "millions") and figure.endswith("00")) or (word in scales.WORDS and word not in scales.ENGLISH):
        return True
    return language in {"de", "es", "pt", "it", "nl", "fr", "da", "nb", "id", "tr"} or magnitude is None


def _read_cjk(match: re.Match[str]) -> Sum:
    prefix = match["prefix"] or ""
    named = cjk.CURRENCIES.get(match["unit"] or "") or cjk.PREFIXES.get(prefix)
    more = bool(match["more"]) or any(sign in match["pieces"] for sign in "多余餘")
    mark = None if named or prefix not in marks.SURE | marks.BY_COUNTRY else prefix
    return Sum(
        match.start(),
        match.end(),
        match["pieces"],
        cjk.read_sum(match["pieces"]),
        True,
        mark=mark,
        currency=named or (None if mark else "CNY"),
        at_least=more,
    )
