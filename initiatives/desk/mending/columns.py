"""Which columns of a published row an editor may put right, in the order in which a person reads them. Names have a room of their own, ranks
that of conflicts, and what joins rows (its initiative, its source) stays: such a row is taken out and entered anew."""

from collections.abc import Mapping
from typing import Final

CHANGEABLE: Final[Mapping[str, tuple[str, ...]]] = {
    "initiative": ("countries", "kind", "status", "announced", "start", "end", "summary", "themes"),
    "fundingentry": (
        *("amount", "currency", "hedge", "amount_low", "amount_high", "usd_as_published", "announced_on", "stage", "origin", "scope"),
        *("relation", "related_to", "within", "channel", "recipient_country", "period", "instrument", "new_money", "tier", "note"),
    ),
    "funder": ("organization", "described", "country", "share"),
    "participation": ("organization", "described", "role", "status"),
    "quantity": ("value", "measure", "hedge", "status", "by", "note"),
    "point": ("kind", "aspect", "country", "text"),
    "comment": ("speaker", "title", "affiliation", "place", "actor", "country", "interest", "stance", "position", "quote", "said_on"),
    "organization": ("kind", "country"),
    "article": ("title", "publisher", "klass", "published"),
}
AMOUNTS: Final = ("amount", "amount_low", "amount_high", "usd_as_published")  # of a funding entry; the last is always in dollars
DAYS: Final = frozenset({"announced", "start", "end", "announced_on", "said_on", "published"})
ADDRESSED: Final[Mapping[str, str]] = {"organization": "slug", "related_to": "key"}  # links that are typed by the address of what they lead to
