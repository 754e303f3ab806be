"""Settles which currency a mark stands for where that depends on the country; must not know amounts."""

import re
from dataclasses import dataclass
from itertools import chain

from initiatives.ingest.steps.understand.mentions import Mention
from initiatives.ingest.steps.understand.money import marks
from initiatives.ingest.steps.understand.money.grammar import Sum
from initiatives.ingest.steps.understand.money.homes import home_of, town_of


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a text plays: the owner of its initiative, the countries it names, and its marks that are sure ("C$")."""

    surface: str
    owners: tuple[str, ...]
    mentions: tuple[Mention, ...]

    def in_sentence(self, start: int, end: int) -> list[str]:
        """Codes of the countries named in the sentence around a stretch, the nearest before it first, then those after it."""
        left = max((self.surface.rfind(stop, 0, start) for stop in (". ", "\n", "! ", "? ")), default=-1)
        right = min(at for at in (self.surface.find(". ", end), self.surface.find("\n", end), len(self.surface)) if at >= 0)
        here = [each for each in self.mentions if left < each.start and each.end <= right]
        before = [each.code for each in reversed(here) if each.end <= start]
        return before + [each.code for each in here if each.start >= end]


def currency_for(money: Sum, setting: Setting) -> str | None:
    """The ISO 4217 code of a sum; None where its mark stands for none in this setting."""
    if money.currency:
        return money.currency
    by_mark = marks.currency_of(money.mark, _country(money, _countries_of(money.mark), setting)) if money.mark else None
    if money.unit is None:
        return by_mark or (marks.LETTER_ELSEWHERE.get(money.mark or "") if money.scaled else None)
    by_words = marks.currency_of_words(money.unit, money.people, _country(money, marks.WORDS[money.unit][1], setting))
    return by_words if money.mark in (None, "$") else by_mark


def alternatives_for(money: Sum, currency: str, setting: Setting) -> tuple[str, ...]:
    """Other currencies that a bare dollar or a ¥ may stand for in this setting."""
    if marks.is_bare_dollar(money.mark, money.people) or (money.unit == "dollar" and money.people is None and money.mark is None):
        own = [marks.BY_COUNTRY["$"][1][owner] for owner in setting.owners if owner in marks.BY_COUNTRY["$"][1]]
        return tuple(code for code in dict.fromkeys(["USD", *own]) if code != currency) if own else ()
    if money.mark in ("¥", "￥") and "CHN" in {each.code for each in setting.mentions} | set(setting.owners):
        return tuple(code for code in ("JPY", "CNY") if code != currency)
    return ()


_OTHER_MONEY = re.compile(r"(?:[₹€£¥₩₦₱]|(?<!\w)(?:Rs\.?|RM|Rp|R|KSh|Sh))\s?\d")
LEAST_OF_OTHER_MONEY = 2
_AMERICAN = re.compile(r"(?<!\w)(?:US\$|U\.S\.\$|USD)\s?\d")  # who marks American dollars means others by a bare "$"


def _countries_of(mark: str | None) -> dict[str, str]:
    if mark in marks.BY_COUNTRY:
        return marks.BY_COUNTRY[mark][1]
    return marks.ONLY_IN.get(mark or "", {})


def _country(money: Sum, options: dict[str, str], setting: Setting) -> str | None:
    dollar = money.mark == "$" or (money.unit == "dollar" and money.mark is None)
    if dollar and money.people is None:
        return _country_of_dollar(money, options, setting)
    here = setting.in_sentence(money.start, money.end)
    named = next((code for code in chain(here, setting.owners) if code in options), None)
    everywhere = [each.code for each in setting.mentions]
    return named or town_of(setting.surface, options) or next((code for code in everywhere if code in options), None)


def _country_of_dollar(money: Sum, options: dict[str, str], setting: Setting) -> str | None:
    owner = next((code for code in setting.owners if code in options), None)
    if not setting.owners:
        home = home_of(setting.surface, setting.mentions)
        return home if home in options and not (_AMERICAN.search(setting.surface) or _has_other_money(setting.surface)) else "USA"
    if owner is None or owner == "TWN":
        return "USA"
    about_america = any(each.code == "USA" for each in setting.mentions)
    if about_america and _writes_own_mark(options[owner], setting.surface) and not _AMERICAN.search(setting.surface):
        return "USA"
    here = setting.in_sentence(money.start, money.end)
    return "USA" if "USA" in here and owner not in here else owner


def _has_other_money(surface: str) -> bool:
    """Whether a text counts in rupees, euros or pounds, so that its dollars are those of the world."""
    return len(_OTHER_MONEY.findall(surface)) >= LEAST_OF_OTHER_MONEY


def _writes_own_mark(currency: str, surface: str) -> bool:
    own = [mark for mark, code in marks.SURE.items() if code == currency and mark.endswith("$")]
    return re.search("|".join(rf"(?<!\w){re.escape(mark)}" for mark in own), surface) is not None if own else False
