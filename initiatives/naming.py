"""Names a funding entry the way an editor would say it, “METI's five-year support (21 Dec 2025)”; knows no tables."""

from collections.abc import Sequence

from initiatives.dates import in_words

LONGEST_ACRONYM_CHARACTERS = 6
NUMBER_WORDS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NOUNS = {"pledged": "pledge", "budgeted": "budget", "committed": "commitment", "disbursed": "payment"}
ANNOUNCED_NOUNS = {"public": "support", "private": "investment"}
OTHER_NOUN = "programme"


def entry_in_words(payer: str | None, initiative: str, stage: str, origin: str, period: str | None, announced_on: str) -> str:
    """Who pays (else the initiative), over how long, what, and when it was said. `period` is `YYYY-YYYY` or None."""
    noun = NOUNS.get(stage) or ANNOUNCED_NOUNS.get(origin, OTHER_NOUN)
    owner = payer or initiative.split(" (")[0]
    return f"{possessive(owner)} {' '.join(filter(None, [span_in_words(period), noun]))} ({in_words(announced_on)})"


def span_in_words(period: str | None) -> str:
    """`five-year` for 2026-2030, the year itself where it is one, nothing where the period is unknown."""
    if not period:
        return ""
    first, last = (int(year) for year in period.split("-"))
    years = last - first + 1
    if years == 1:
        return str(first)
    return f"{NUMBER_WORDS[years] if years < len(NUMBER_WORDS) else years}-year"


def possessive(name: str) -> str:
    """The name as an owner: METI's, Preferred Networks'."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def short_name(name: str, aliases: Sequence[str]) -> str:
    """The acronym an organization goes by, where it has one, else its name."""
    acronyms = [alias for alias in aliases if alias.isupper() and alias.isascii() and len(alias) <= LONGEST_ACRONYM_CHARACTERS]
    return acronyms[0] if acronyms else name
