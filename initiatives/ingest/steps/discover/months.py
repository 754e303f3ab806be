"""Names of months as the world's feeds write them; must not know what a date is."""

from functools import lru_cache

from babel import Locale

from initiatives.text import fold

LANGUAGES = (
    "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "tr", "ru", "uk", "el", "et", "lv", "lt", "sl", "hr",
    "bg", "id", "vi", "ca",
)  # fmt: skip
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def month_of(name: str) -> int | None:
    """1 to 12 for a month's name or its short form in one of many languages; None for another word, or one that means different months."""
    word = fold(name).rstrip(".")
    if word[:3] in _ENGLISH and len(word) in (3, 4):
        return _ENGLISH.index(word[:3]) + 1
    return _names().get(word)


@lru_cache(maxsize=1)
def _names() -> dict[str, int]:
    found: dict[str, set[int]] = {}
    for language in ("en", *LANGUAGES):
        for months in _forms(Locale.parse(language)):
            for number, name in months.items():
                found.setdefault(fold(name).rstrip("."), set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1 and not name.isdigit()}


def _forms(locale: Locale) -> list[dict[int, str]]:
    return [locale.months[use][width] for use in ("format", "stand-alone") for width in ("wide", "abbreviated")]
