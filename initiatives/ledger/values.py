"""The values that the ledger takes and gives, and the words for them; knows neither how they are counted nor where they are kept."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

STAGES = ("pledged", "announced", "budgeted", "committed", "disbursed")  # from the softest to the firmest
BASES = ("headline", "announced", "budgeted", "committed", "disbursed")  # headline keeps every stage
SCOPES = ("ai", "chips", "wider")
ORIGINS = ("public", "private", "mixed", "unknown")
HEDGES = ("exact", "about", "up-to", "at-least", "range", "target")
RELATIONS = ("new", "restates", "replaces", "part-of", "tranche-of", "cancels")
INSTRUMENTS = ("grant", "loan", "guarantee", "equity", "procurement", "tax", "budget", "in-kind", "investment")
NEW_MONEY = ("new", "reallocated", "already-announced", "unclear")

CONTAINED_IN = ("part-of", "tranche-of")
PAID_OR_BOUND = ("committed", "disbursed")  # parts of these stages outlive the cancellation of their envelope
JOINT = "joint"
DEFAULT_BASIS = "announced"
DEFAULT_SCOPES = ("ai",)


class Reason(StrEnum):
    """Why an entry counts as it does; in the order of the members, the first that holds is shown."""

    CANCELS = "cancels"
    RESTATES = "restates"
    REPLACED = "replaced"
    CANCELLED = "cancelled"
    ENDED = "ended"
    OUT_OF_SCOPE = "out-of-scope"
    BELOW_BASIS = "below-basis"
    UNDISCLOSED = "undisclosed"
    CONTAINS_ONLY = "contains-only"
    COUNTED_LESS = "counted-less"
    COUNTED = "counted"


NOT_LIVE = (Reason.CANCELS, Reason.RESTATES, Reason.REPLACED, Reason.CANCELLED, Reason.ENDED)


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement about money. `amount` is in units of `currency`, None where undisclosed; `announced_on` is a day of known precision."""

    key: str
    amount: Decimal | None
    currency: str  # ISO 4217
    announced_on: str
    stage: str
    relation: str
    related_to: str | None  # the key of another entry; None for a new one
    scope: str
    origin: str
    owners: tuple[str, ...]  # ISO 3166-1 alpha-3 or an actor of our own (EUU); never empty
    recipient_country: str | None = None
    hedge: str = "exact"
    usd_as_published: Decimal | None = None
    rank: str = "normal"  # counts nothing; says which of rival figures an editor prefers


@dataclass(frozen=True, slots=True)
class Counted:
    """What counting found out about one entry. Amounts are in units of the entry's own currency and never None."""

    key: str
    root: str  # the outermost entry that it counts within, itself where it stands alone
    family: str  # the smallest key of all entries connected with it
    live: bool
    stands_for_it: str | None  # of an entry that is not live: the live entry that stands for it, if any does
    envelope: str | None  # of a live entry: the live entry that it is contained in, if any
    gross: Decimal
    net: Decimal
    held: Decimal  # gross of the live entries directly within it
    reason: Reason  # structural: never OUT_OF_SCOPE or BELOW_BASIS, which only a filter can say
    reason_key: str | None  # the #n of the reason
    reason_key_now: str | None  # the #m of "restates #n (now #m)", where it is another entry
    children: int  # live entries directly within it
    country: str  # ISO 3166-1 alpha-3, an actor of our own, or "joint"


def reason_at(counted: Counted, entry: Entry, basis: str = DEFAULT_BASIS, scopes: Collection[str] = DEFAULT_SCOPES) -> Reason:
    """The first reason that holds for this entry at a basis and within some scopes."""
    if not counted.live:
        return counted.reason
    if entry.scope not in scopes:
        return Reason.OUT_OF_SCOPE
    if not reaches(entry.stage, basis):
        return Reason.BELOW_BASIS
    return counted.reason


def reaches(stage: str, basis: str) -> bool:
    """Whether an entry of this stage is kept at this basis."""
    return BASES.index(basis) <= STAGES.index(stage)


_PHRASES = {
    Reason.CANCELS: "cancels {key}",
    Reason.RESTATES: "restates {key}",
    Reason.REPLACED: "replaced by {key}",
    Reason.CANCELLED: "cancelled by {key}",
    Reason.ENDED: "ended with {key}",
    Reason.OUT_OF_SCOPE: "outside the scope",
    Reason.BELOW_BASIS: "below the basis",
    Reason.UNDISCLOSED: "amount undisclosed",
    Reason.CONTAINS_ONLY: "contains only what is listed below it",
    Reason.COUNTED_LESS: "counted, less what it contains",
    Reason.COUNTED: "counted in full",
}


def reason_in_words(reason: Reason, key: str, reason_key: str | None = None, reason_key_now: str | None = None) -> str:
    """The reason of the entry `key` as a reader sees it: `restates #3 (now #7)`; an entry of another initiative is named by its whole key."""
    words = _PHRASES[reason].format(key="" if reason_key is None else named(reason_key, key)).rstrip()
    return f"{words} (now {named(reason_key_now, key)})" if reason_key_now and reason in NOT_LIVE else words


def named(key: str, seen_from: str) -> str:
    """`#3` when both keys belong to one initiative, else the whole key."""
    initiative, mark, number = key.rpartition("#")
    return f"#{number}" if mark and initiative == seen_from.rpartition("#")[0] else key
