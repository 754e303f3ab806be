"""What the address of the inbox asks for: which list, narrowed to which country and source. What cannot be read is said, and left out."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from initiatives.models import Source
from initiatives.names.countries import COUNTRIES

LISTS = {
    "drafts": "Drafts",
    "maybe": "Maybe",
    "rejected": "Not about AI",
    "failed": "Could not be read",
    "known": "Copies",
    "reading": "Being read",
    "decided": "Decided",
}
OF_DRAFTS = ("drafts", "maybe", "decided")
LARGEST_ID = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Asked:
    """One list of the inbox; `country` is a code or empty, `source` a watched source or None for all, `faults` what was refused, in words."""

    list: str = "drafts"
    country: str = ""
    source: Source | None = None
    faults: tuple[str, ...] = ()

    @property
    def narrowed(self) -> bool:
        """Whether only a part of the list is asked for."""
        return bool(self.country or self.source)

    @property
    def lists_drafts(self) -> bool:
        """Whether the list is one of drafts, which have a country."""
        return self.list in OF_DRAFTS

    def query(self, **changes: str) -> str:
        """The address's query for this list with changes; defaults are left out."""
        kept = {"list": self.list, "country": self.country, "source": str(self.source.pk) if self.source else "", **changes}
        return urlencode({name: value for name, value in kept.items() if value and (name, value) != ("list", "drafts")})


def asked_in(query: QueryDict) -> Asked:
    """The list that the query names; every value that names nothing is refused in words, the others are kept."""
    faults: list[str] = []
    return Asked(list_in(query, faults), country_in(query, faults), source_in(query, faults), tuple(faults))


def shown(typed: str) -> str:
    """What was typed, short and without characters that no page may hold."""
    return "".join(character if character.isprintable() else "�" for character in typed[:40])


def list_in(query: QueryDict, faults: list[str]) -> str:
    """Which list is asked for."""
    wanted = query.get("list", "drafts")
    if wanted not in LISTS:
        faults.append(f"“{shown(wanted)}” is none of the lists. Choose one below. Shown are the drafts.")
        return "drafts"
    return wanted


def country_in(query: QueryDict, faults: list[str]) -> str:
    """The code of the country that the list is narrowed to; empty for all."""
    wanted = query.get("country", "").strip().upper()
    if wanted and wanted not in COUNTRIES:
        faults.append(f"“{shown(wanted)}” is no country or actor. Use a code of three letters such as JPN. Shown are all countries.")
        return ""
    return wanted


def source_in(query: QueryDict, faults: list[str]) -> Source | None:
    """The source that the list is narrowed to; None for all."""
    wanted = query.get("source", "").strip()
    if not wanted:
        return None
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 20 else 0
    found = Source.objects.filter(pk=number).first() if number <= LARGEST_ID else None
    if found is None:
        faults.append(f"There is no source “{shown(wanted)}”. Choose one from the list. Shown are all sources.")
    return found
