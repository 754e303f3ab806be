"""What is said of one column: a sentence, a type, a unit, and what an empty cell means; must not know any column."""

from dataclasses import dataclass
from typing import Final

SHOWN: Final = "display currency"  # units of the currency that the file names
PER_PERSON: Final = "display currency per person"
OWN: Final = "own currency"  # units of the currency that stands in the same row
MEASURE: Final = "measure"  # megawatts, GPUs or exaflops, as the row says
PERCENT, ENTRIES, INITIATIVES = "percent", "entries", "initiatives"
ORGANIZATIONS, COMMENTS, QUANTITIES, DAY = "organizations", "comments", "quantities", "day"
NEVER: Final = "never empty"
UNKNOWN: Final = "unknown"
HARD: Final = "nothing is disclosed, or nothing can be converted"
UNDISCLOSED: Final = "undisclosed: nobody has published it; never zero"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One column in words; `type` is text, code, codes, whole number, number or day; `unit` is empty where there is none."""

    words: str = ""
    type: str = "text"
    unit: str = ""
    empty: str = NEVER

    def unit_in(self, currency: str) -> str:
        """The unit of a file that shows money in this currency: `EUR`, `EUR per person`, `percent`."""
        units = {SHOWN: currency, PER_PERSON: f"{currency} per person", OWN: "units of the row’s own currency", MEASURE: "as in the column measure"}
        return units.get(self.unit, self.unit)

    @property
    def unit_words(self) -> str:
        """The unit where no file is asked for yet."""
        return self.unit_in("units of the currency shown")


NOTHING_SAID: Final = Meaning()


def text(words: str, empty: str = NEVER) -> Meaning:
    """Words."""
    return Meaning(words, "text", "", empty)


def code(words: str, empty: str = NEVER) -> Meaning:
    """One word of a list that never changes."""
    return Meaning(words, "code", "", empty)


def codes(words: str, empty: str = NEVER) -> Meaning:
    """Several such words."""
    return Meaning(words, "codes, parted by blanks", "", empty)


def count(words: str, unit: str, empty: str = NEVER) -> Meaning:
    """A whole number of something."""
    return Meaning(words, "whole number", unit, empty)


def money(words: str, empty: str = NEVER, unit: str = SHOWN) -> Meaning:
    """An amount of money."""
    return Meaning(words, "number", unit, empty)


def number(words: str, unit: str, empty: str = NEVER) -> Meaning:
    """A number of something else."""
    return Meaning(words, "number", unit, empty)


def day(words: str, empty: str = UNKNOWN) -> Meaning:
    """A day, as exactly as it is known."""
    return Meaning(words, "day, or the month or year that is known", DAY, empty)
