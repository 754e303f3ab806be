"""How a figure is cited: as a sentence, after APA, and for BibTeX, at the address of its edition; knows no rows and no requests."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.charts.chart import SITE, Stamp
from dashboard.charts.parts import opening

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# What TeX would read as a command; everything else is text in the UTF-8 of today's programs.
TEX: Final[Mapping[str, str]] = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}  # fmt: skip
IN_ADDRESSES: Final[Mapping[str, str]] = {"\\": "%5C", "{": "%7B", "}": "%7D", "^": "%5E", "~": "%7E"}


@dataclass(frozen=True, slots=True)
class Citation:
    """One thing cited in three ways, as plain text."""

    plain: str
    apa: str
    bibtex: str


def cite(name: str, title: str, counting: str, now: Stamp, address: str) -> Citation:
    """How `title` is cited; `name` is its word in an address, `counting` how it is counted, `address` whole and of the edition."""
    edition = f"edition {now.edition}, {now.as_of}"
    day = date.fromisoformat(now.day) if now.day else None
    year = str(day.year) if day else "n.d."
    return Citation(
        plain=f"{SITE}, “{title}”, {counting}, {edition}. {address}",
        apa=f"{SITE}. ({apa_day(day)}). {title} [{counting}; edition {now.edition}]. {address}",
        bibtex=bibtex(name, title, f"{counting}; {edition}", now, year, address),
    )


def apa_day(day: date | None) -> str:
    """`2026, July 3`; `n.d.` before the first publication."""
    return f"{day.year}, {day:%B} {day.day}" if day else "n.d."


def bibtex(name: str, title: str, note: str, now: Stamp, year: str, address: str) -> str:
    """An entry that BibTeX and biber read; every text is escaped, so that none is a command."""
    month = [f"  month = {MONTHS[int(now.day[5:7]) - 1]},"] if now.day else []
    lines = [
        f"@misc{{national-ai-initiatives-{re.sub(r'[^a-z0-9-]+', '-', name.lower())}-{now.edition},",
        f"  author = {{{{{tex(SITE)}}}}},",
        f"  title = {{{{{tex(title)}}}}},",
        f"  year = {{{year}}},",
        *month,
        f"  note = {{{tex(opening(note))}}},",
        f"  url = {{{in_address(address)}}}",
    ]
    return "\n".join([*lines, "}"])


def tex(text: str) -> str:
    """Text for a field of BibTeX, shown as written."""
    return "".join(TEX.get(character, character) for character in " ".join(text.split()))


def in_address(address: str) -> str:
    """An address for the field `url`, in which only what would end the field is written otherwise."""
    return "".join(IN_ADDRESSES.get(character, character) for character in address)
