"""What the address of the conflicts asks for: which kind, of which country or initiative, open or left as they are. What names nothing is said."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.db.models import Count, Exists, F, OuterRef, QuerySet
from django.http import QueryDict

from initiatives.ledger.kinds import KINDS
from initiatives.ledger.values import JOINT
from initiatives.models import Conflict, ConflictDecision, Initiative
from initiatives.names.countries import COUNTRIES
from initiatives.text import storable

LISTS: Final = {"open": "To settle", "kept": "Right as they stand"}
LONGEST_SHOWN: Final = 60
LONGEST_NUMBER_DIGITS: Final = 9


@dataclass(frozen=True, slots=True)
class Asked:
    """One list of conflicts; empty words ask for all. `faults` are what was refused, in words."""

    list: str = "open"
    kind: str = ""
    country: str = ""
    initiative: str = ""
    faults: tuple[str, ...] = ()

    @property
    def narrowed(self) -> bool:
        """Whether only a part of the list is asked for."""
        return bool(self.kind or self.country or self.initiative)

    def query(self, **changes: str) -> str:
        """The address's query with changes; defaults are left out."""
        kept = {"list": self.list, "kind": self.kind, "country": self.country, "initiative": self.initiative, **changes}
        return urlencode({name: value for name, value in kept.items() if value and (name, value) != ("list", "open")})


def asked_in(query: QueryDict) -> Asked:
    """The list that the query names; values that name nothing are refused in words, the others kept."""
    faults: list[str] = []
    countries = {*COUNTRIES, JOINT}
    slug = storable(query.get("initiative", "")).strip()
    known = {slug} if slug and Initiative.objects.filter(slug=slug).exists() else set()
    return Asked(
        _one_of(query.get("list", "open"), LISTS, "list", faults) or "open",
        _one_of(query.get("kind", ""), KINDS, "kind of conflict", faults),
        _one_of(query.get("country", ""), countries, "country", faults),
        _one_of(slug, known, "initiative of the record", faults),
        tuple(faults),
    )


def number_in(text: str) -> int | None:
    """A number of a few digits; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER_DIGITS else None


def _one_of(value: str, known: object, noun: str, faults: list[str]) -> str:
    if not value or value in known:  # type: ignore[operator]
        return value
    faults.append(f"“{value[:LONGEST_SHOWN]}” is no {noun}. Shown without it.")
    return ""


def rows(asked: Asked) -> QuerySet[Conflict]:
    """The conflicts of the list, what most dollars are at stake in first; one statement."""
    return _narrowed(asked, asked.kind).order_by(F("usd").desc(nulls_last=True), "code", "key")


def counts(asked: Asked) -> dict[str, int]:
    """How many conflicts of each kind the list has, whichever kind is chosen; one statement."""
    found = _narrowed(asked, "").order_by().values("code").annotate(rows=Count("key"))
    return {row["code"]: row["rows"] for row in found}


def _narrowed(asked: Asked, kind: str) -> QuerySet[Conflict]:
    decided = Exists(ConflictDecision.objects.filter(conflict=OuterRef("key")))
    found = Conflict.objects.filter(decided if asked.list == "kept" else ~decided)
    wanted = {"code": kind, "country": asked.country, "initiative__slug": asked.initiative}
    return found.filter(**{name: value for name, value in wanted.items() if value})


def neighbours(asked: Asked, key: str) -> dict[str, str | None]:
    """The conflicts before and after one in the list; where it is not in it any more, the first of the list is the next."""
    keys = list(rows(asked).values_list("key", flat=True))
    if key not in keys:
        return {"previous": None, "next": keys[0] if keys else None}
    at = keys.index(key)
    return {"previous": keys[at - 1] if at else None, "next": keys[at + 1] if at + 1 < len(keys) else None}
