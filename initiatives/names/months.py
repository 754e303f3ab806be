"""The names of months as they are printed in the languages whose sums are read. Pure."""

from typing import Final

from babel import Locale

LANGUAGES: Final = ("en", "fr", "de", "es", "pt", "it", "nl", "ru", "uk", "pl", "sv", "da", "nb", "tr", "id")
FEWEST_LETTERS: Final = 3
ALSO: Final = {"sept": 9, "janv": 1, "märz": 3, "maerz": 3, "fevr": 2, "fevrier": 2, "aout": 8, "decembre": 12, "marco": 3, "setiembre": 9}


def _named() -> dict[str, int]:
    """Every name in small letters, whole and cut short, as it stands beside a day and alone."""
    found: dict[str, int] = dict(ALSO)
    for language in LANGUAGES:
        months = Locale(language).months
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[use][width].items():
                    plain = name.lower().rstrip(".")
                    if len(plain) >= FEWEST_LETTERS and not plain[0].isdigit():
                        found.setdefault(plain, number)
    return found


MONTHS: Final = _named()
