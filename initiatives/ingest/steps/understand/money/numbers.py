"""Reads figures and number words as Decimals, whatever marks group their digits; must not know currencies."""

import re
from decimal import Decimal

BLANK = "[ \u00a0\u2000-\u200a\u202f\u205f\u3000]"
# 1-3 digits and groups of three after a blank; else digits with dots, commas or apostrophes inside. No sum has more digits than these bounds allow.
FIGURE = rf"(?:\d{{1,3}}(?:{BLANK}\d{{3}}){{1,6}}(?:[.,]\d{{1,6}})?(?!\d)|\d{{1,18}}(?:[.,'’]\d{{1,18}}){{0,8}}(?!\d)[½¼¾]?)"
_SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_UNITS = _SMALL.split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_UNIT}))?|{_UNIT})"
_FRACTION = r"(?:half an?|half(?=[ -](?:billion|million|trillion))|(?:a|one)[ -]quarter(?:[ -]of an?)?|three[ -]quarters of an?)"
NUMBER_WORDS = (
    rf"(?:{_FRACTION}|(?:{_BELOW_HUNDRED}|an?)[ -]hundred(?: and {_BELOW_HUNDRED})?|"
    rf"{_BELOW_HUNDRED}(?:[ -]and[ -](?:a[ -](?:half|quarter)|three[ -]quarters))?|a[ -]and[ -]a[ -]half|an?)"
)
_VALUES = {word: Decimal(value) for value, word in enumerate(_UNITS, 1)} | {word: Decimal(10 * value) for value, word in enumerate(_TENS, 2)}
_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_FRACTIONS = {"half": Decimal("0.5"), "three quarters": Decimal("0.75"), "quarter": Decimal("0.25")}
_MORE = {" and a half": Decimal("0.5"), " and a quarter": Decimal("0.25"), " and three quarters": Decimal("0.75")}


def read_figure(text: str, dots_group: bool = False) -> Decimal:
    """The value of a figure. Two kinds of mark: the last kind is the decimal one; two or more of one kind group; one comma before three
    digits groups, one dot only where the language says so (`dots_group`)."""
    if text[-1] in _SIGNS:
        return read_figure(text[:-1], dots_group) + _SIGNS[text[-1]]
    digits = re.sub(rf"{BLANK}|['’]", "", text)
    return Decimal(_with_decimal_point(digits, dots_group))


def _with_decimal_point(digits: str, dots_group: bool) -> str:
    last = re.search(r"[.,](?=\d+$)", digits)
    if last is None:
        return digits
    mark, other = last.group(), {".": ",", ",": "."}[last.group()]
    whole, part = digits[: last.start()], digits[last.end() :]
    if other in whole and mark not in whole:
        return f"{whole.replace(other, '')}.{part}"
    groups = mark in whole or (len(part) == 3 and (mark == "," or dots_group) and whole != "0")
    return re.sub("[.,]", "", whole + part) if groups else f"{whole}.{part}"


def is_ambiguous(text: str) -> bool:
    """True for a figure whose one mark may group or part: a dot, then exactly three digits."""
    return re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", text) is not None


def read_words(text: str) -> Decimal:
    """The value of what NUMBER_WORDS matches: "half a" is 0.5, "twenty-five" 25, "a" 1, "two hundred and fifty" 250, "two and a half" 2.5."""
    words = text.lower().replace("-", " ")
    fraction = next((value for word, value in _FRACTIONS.items() if re.match(rf"(?:an?\s|one\s)?{word}\b", words)), None)
    if fraction is not None:
        return fraction
    words, more = next(((words.removesuffix(end), value) for end, value in _MORE.items() if words.endswith(end)), (words, Decimal(0)))
    hundreds, _, rest = words.rpartition("hundred")
    value = (_sum(hundreds) or 1) * 100 + _sum(rest) if "hundred" in words else _sum(words) or Decimal(1)
    return value + more


def _sum(words: str) -> Decimal:
    return sum((_VALUES[word] for word in words.split() if word in _VALUES), Decimal(0))
