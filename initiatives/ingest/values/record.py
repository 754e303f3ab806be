"""The part of the record that the line is shown, as plain values; must not know where they were gathered."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class KnownOrganization:
    """An organization of the record, as the line needs it."""

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class KnownInitiative:
    """An initiative of the record, as the line needs it; `organizations` are names of its participants and funders."""

    slug: str
    name: str
    countries: tuple[str, ...] = ()
    kind: str | None = None
    announced: str | None = None
    summary: str = ""
    aliases: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """A funding entry of the record that a claim may be compared with; `described` says it in words ("METI's five-year support"), `usd_quoted` are
    dollars that its source itself gives."""

    key: str
    initiative: str
    amount: Decimal | None
    currency: str
    announced_on: str
    hedge: str = "exact"
    amount_low: Decimal | None = None
    amount_high: Decimal | None = None
    stage: str = "announced"
    origin: str = "unknown"
    scope: str = "ai"
    relation: str = "new"
    related_to: str | None = None
    period: str | None = None
    funders: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    described: str = ""
    usd_quoted: Decimal | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """The part of the record that a draft is matched with: plain values, gathered by the caller. Each is only equal to itself, so that what is
    put in order for one is found again without comparing all of it."""

    initiatives: tuple[KnownInitiative, ...] = ()
    organizations: tuple[KnownOrganization, ...] = ()
    entries: tuple[KnownEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the text: the day it was fetched, countries that its source writes about, names of the record."""

    fetched: str | None = None
    country_hints: tuple[str, ...] = ()
    organizations: tuple[KnownOrganization, ...] = ()
    initiatives: tuple[KnownInitiative, ...] = ()
