"""Reads figures and number words as Decimals, whatever marks group their digits; must not know currencies."""

import re
from decimal import Decimal

BLANK = "[ \u00a0\u2000-\u200a\u202f\u205f\u3000]"
# 1-3 digits and groups of three after a blank; else digits with dots, commas or apostrophes inside. No sum has more digits than these bounds allow.
FIGURE = rf"(?:\d{{1,3}}(?:{BLANK}\d{{3}}){{1,6}}(?:[.,]\d{{1,6}})?(?!\d)|\d{{1,18}}(?:[.,'’]\d{{1,18}}){{0,8}}(?!\d))"
_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_TEN = "|".join(_TENS)
_BELOW_HUNDRED = rf"(?:(?:{_TEN})(?:[- ](?:{_UNIT}))?|{_UNIT})"
NUMBER_WORDS = rf"(?:half an?|(?:one|a) and a half|{_BELOW_HUNDRED}(?:[ -]hundred)?(?: and a half)?|a hundred|a quarter of a|an?)"
_VALUES = {word: Decimal(value) for value, word in enumerate(_UNITS, 1)} | {word: Decimal(10 * value) for value, word in enumerate(_TENS, 2)}


def read_figure(text: str, dots_group: bool = False) -> Decimal:
    """The value of a figure. Two kinds of mark: the last kind is the decimal one; two or more of one kind group; one comma before three
    digits groups, one dot only where the language says so (`dots_group`)."""
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
    """The value of what NUMBER_WORDS matches: "half a" is 0.5, "twenty-five" 25, "a" 1, "three hundred" 300."""
    words = text.lower().replace("-", " ")
    if words.startswith(("half", "a quarter")):
        return Decimal("0.5") if words.startswith("half") else Decimal("0.25")
    value = sum((_VALUES[word] for word in words.split() if word in _VALUES), Decimal(0)) or Decimal(1)
    value *= 100 if "hundred" in words else 1
    return value + Decimal("0.5") if words.endswith("and a half") else value
