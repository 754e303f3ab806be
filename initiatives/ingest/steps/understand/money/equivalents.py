"""Recognises the same money printed twice side by side ("1 trillion yen (approximately $6.34 billion)"); must not know rates."""

import re
from dataclasses import replace

from initiatives.ingest.steps.understand.money.printed import Printed
from initiatives.names.countries import COUNTRIES, EU_MEMBERS
from initiatives.names.table import rows

_ABOUT = (
    r"about|around|approximately|approx\.?|roughly|some|nearly|almost|close to|over|more than|just under|just over|an estimated|up to|at least|"
    r"c\.|ca\.|circa|~|≈|less than"
)
_EQUAL = (
    r"equivalent to|equivalent of|equal to|the equivalent of|an amount (?:equivalent|equal) to|the same as|amounting to|"
    r"which (?:is|equals|amounts to|comes to|works out at|is equivalent to|was)|converted|i\.e\.|that is|or|=|at|worth|valued at|USD|US"
)
_HEDGE = rf"(?:{_ABOUT}|{_EQUAL})"
_BRACKET = re.compile(rf"^\s?[(\[]\s?(?:{_HEDGE}[\s,]*)*$", re.I)
# A plan of 500 million pounds, then in brackets what that is in euros.
_BRACKET_AFTER_WORDS = re.compile(
    rf"^(?:\s(?!and\b|or\b|but\b)(?:[a-zA-Z][\w’'-]*|20\d\d(?:[-–]\d{{2,4}})?)){{1,6}}\s\(\s?(?:{_HEDGE}[\s,]*)*$", re.I
)
_SLASH = re.compile(r"^\s?/\s?$")
_SPOKEN = re.compile(
    rf"^\s?[,—–-]{{0,2}}\s?(?:or|equivalent to|(?:the )?equivalent of|an amount (?:equivalent|equal) to|equal to|=|≈|"
    rf"which (?:is|equals|amounts to|comes to|works out at|was)|i\.e\.|worth|that is)[,\s]\s?(?:{_HEDGE}[\s,]*)*$",
    re.I,
)
# "R$23 billion, some US$4 billion, until 2028" and "109 billion euros of private money — some $112 billion.": set between commas or dashes.
_ASIDE = re.compile(rf"^(?:,|\s?[—–]|\s-{{1,2}})\s?(?:{_ABOUT})\s?$", re.I)
_ASIDE_AFTER_WORDS = re.compile(rf"^\s(?:of|in)\s(?:\w+\s){{1,3}}?(?:[—–(]|\s[—–(]|\()\s?(?:{_ABOUT})\s?$", re.I)
_COMMA_AFTER_WORDS = re.compile(rf"^\s(?:of|in|for)\s(?:[\w’'-]+\s){{0,4}}[\w’'-]+,\s(?:{_ABOUT})?\s?$", re.I)
_AFTER_ASIDE = re.compile(r"^(?:\s(?:at (?:the )?most|at (?:the )?least|or so|or more|or less|in all|altogether))?\s?(?:[,.;)—–]|-\s|--|$)")
_OF_THE_HIGH_END = re.compile(r"^\s(?:at (?:the )?most|at the (?:high|upper|top) end)\b")  # of a range, whose lower end is what counts
AFTER_CHARACTERS = 20
_NEXT_SENTENCE = re.compile(rf"^\.\s(?:That|This|It|Which)(?: is|['’]s| equals| amounts to| corresponds to| comes to| was)\s(?:{_HEDGE}[\s,]*)*$")
_FURTHER = re.compile(rf"^\s?[;,/]?\s?(?:(?:and|or)\s)?(?:{_HEDGE}[\s,]*)*$", re.I)
MUCH_FINER = 2  # "$1 billion (3.67 billion dirhams)" was said in dollars
_MONEY_OF: dict[str, str] = {code: currency for code, currency in rows("money")}  # noqa: C416 (a list of two is no pair to mypy)


def own_currency(country: str) -> str | None:
    """The ISO 4217 code of the money of a country; None where the table does not say."""
    if country in ("EUU", *EU_MEMBERS) and country not in _MONEY_OF:
        return "EUR"
    return _MONEY_OF.get(country) if country in COUNTRIES else None


def fold_equivalents(surface: str, sums: list[Printed], owners: tuple[str, ...], abroad: set[int]) -> list[Printed]:
    """One Printed for each sum that is printed twice: the original, with `usd` where the other is in dollars.

    The first is the original, unless it is in dollars and the second is money of an owner and the first does not stand in `abroad` (starts of sums
    whose sentence is about the United States).
    """
    kept: list[Printed] = []
    for each in sums:
        before = kept[-1] if kept else None
        if before is None or not _says_again(surface, before, each):
            kept.append(each)
        else:
            is_high_end = before.high is not None and _OF_THE_HIGH_END.match(surface[each.end : each.end + AFTER_CHARACTERS]) is not None
            kept[-1] = replace(before, said_until=each.end) if is_high_end else _one(before, each, owners, before.start in abroad)
    return kept


def _says_again(surface: str, first: Printed, second: Printed) -> bool:
    if first.currency == second.currency and not second.bare_dollar:
        return False
    end = first.said_until or first.end
    between = surface[end : second.start]
    if first.said_until:
        return _FURTHER.match(between) is not None and "(" in surface[first.end : end]
    aside = _ASIDE.match(between) or _ASIDE_AFTER_WORDS.match(between)
    if aside and _AFTER_ASIDE.match(surface[second.end : second.end + AFTER_CHARACTERS]):
        return True
    if _COMMA_AFTER_WORDS.match(between) and first.high is not None and _OF_THE_HIGH_END.match(surface[second.end : second.end + AFTER_CHARACTERS]):
        return True
    if _BRACKET_AFTER_WORDS.match(between) and surface[second.end : second.end + 1] == ")":
        return True
    return any(shape.match(between) for shape in (_BRACKET, _SLASH, _SPOKEN, _NEXT_SENTENCE))


def _is_original(second: Printed, dollars: Printed) -> bool:
    """Whether the owner's money that stands behind dollars is what was decided: it is no rougher than they, and not much finer."""
    rough = second.hedge == "about" and dollars.hedge != "about"
    return not rough and _digits(second) - _digits(dollars) < MUCH_FINER


def _digits(each: Printed) -> int:
    return len(each.low.normalize().as_tuple().digits)


def _one(first: Printed, second: Printed, owners: tuple[str, ...], abroad: bool) -> Printed:
    if first.currency == second.currency:
        second = replace(second, currency="USD", alternatives=())
    own = {own_currency(owner) for owner in owners}
    if first.currency == "USD" and second.currency in own and not abroad and second.currency != "USD" and not second.bare_dollar:
        return replace(second, usd=first, said_until=second.end) if _is_original(second, first) else replace(first, said_until=second.end)
    if second.currency == "USD" and first.currency != "USD" and first.usd is None:
        return replace(first, usd=second, said_until=second.end)
    return replace(first, said_until=second.end)
