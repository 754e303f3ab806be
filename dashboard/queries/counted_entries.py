"""The entries that make a total, each with what it adds, and whom they cite; must not know what is done with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, F, Max

from dashboard.filters import Filters
from dashboard.queries import money, selection


@dataclass(frozen=True, slots=True)
class CountedEntry:
    """One entry that counts: its net in its own currency, and what it adds in the display currency (None where there is no rate)."""

    key: str
    slug: str
    initiative: str
    country: str  # or `joint`
    announced_on: str
    currency: str
    net: Decimal
    counts: Decimal | None


def counted_entries(filters: Filters, most: int) -> list[CountedEntry]:
    """The largest `most` entries that count, the largest first; one statement."""
    found = selection.entries(filters).filter(money.counting(filters)).annotate(shown=money.amount(filters, "net"))
    columns = ("entry__key", "initiative__slug", "initiative__name", "country", "entry__announced_on", "currency", "net", "shown")
    return [CountedEntry(*row) for row in found.order_by(F("shown").desc(nulls_last=True), "entry__key").values_list(*columns)[:most]]


@dataclass(frozen=True, slots=True)
class SilentEntry:
    """One entry that adds nothing: what was published, in its own currency (None where that is undisclosed), and how firm it is."""

    key: str
    slug: str
    initiative: str
    country: str  # or `joint`
    announced_on: str
    currency: str
    amount: Decimal | None
    stage: str


def silent_entries(filters: Filters, most: int) -> list[SilentEntry]:
    """The `most` entries that came last into the record and add nothing at this basis and scope, the newest first; one statement."""
    found = selection.entries(filters).exclude(money.counting(filters)).order_by("-entry_id")
    columns = ("entry__key", "initiative__slug", "initiative__name", "country", "entry__announced_on", "currency", "entry__amount", "stage")
    return [SilentEntry(*row) for row in found.values_list(*columns)[:most]]


def newest_counted(filters: Filters) -> date | None:
    """The day on which the newest entry that counts was announced, None where nothing counts; one statement."""
    found = selection.entries(filters).filter(money.counting(filters)).order_by()
    newest: date | None = found.aggregate(newest=Max("announced_first"))["newest"]
    return newest


@dataclass(frozen=True, slots=True)
class Cited:
    """A publisher, and how many counted entries rest on it."""

    publisher: str
    tier: int
    entries: int
    newest: str


def cited_publishers(filters: Filters, most: int) -> Sequence[Cited]:
    """The publishers that the counted entries rest on, the most cited first; one statement."""
    found = selection.entries(filters).filter(money.counting(filters)).order_by()
    rows = found.values("entry__source__publisher").annotate(rows=Count("id")).order_by("-rows", "entry__source__publisher")
    names = dict(rows.values_list("entry__source__publisher", "rows")[:most])
    own = found.filter(entry__source__publisher__in=names).values_list("entry__source__publisher", "entry__tier", "entry__announced_on")
    best: dict[str, tuple[int, str]] = {}
    for publisher, tier, day in own:
        known = best.get(publisher, (tier, day))
        best[publisher] = (min(tier, known[0]), max(day, known[1]))
    return [Cited(name, best[name][0], number, best[name][1]) for name, number in names.items()]
