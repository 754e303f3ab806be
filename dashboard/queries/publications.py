"""The publications behind a selection, each once with how much rests on it; must not know how they are shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, Min, Q, QuerySet

from dashboard.filters import Filters
from dashboard.filters.fields import MEASURES
from dashboard.queries import money, selection
from initiatives.models import Quantity, Reference

MOST: Final = 500  # publications that a file names; of more it says how many there are
SOURCE: Final = ("publisher", "title", "url", "published")


@dataclass(frozen=True, slots=True)
class Publication:
    """One article: who published it, what it is called, where and when; the best tier it is cited with, None where tiers are not given; and how many
    rows of the record rest on it."""

    publisher: str
    title: str
    address: str
    published: str | None
    tier: int | None
    rests: int


@dataclass(frozen=True, slots=True)
class Publications:
    """Those that most rests on, and how many there are in all."""

    named: tuple[Publication, ...] = ()
    number: int = 0

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.number - len(self.named)


def publications(filters: Filters, of: str, most: int = MOST) -> Publications:
    """What the rows of one kind rest on (`counted` entries, all `entries`, `quantities`, `comments`, `participants`, `initiatives`); two statements
    at most."""
    rows, article, tier = KINDS[of]
    asked: dict[str, Any] = {"rests": Count("pk")} | ({"best": Min(tier)} if tier else {})
    columns = [f"{article}__{name}" for name in SOURCE]
    grouped = rows(filters).order_by().values(*columns).annotate(**asked).order_by("-rests", *columns)
    found = [_made(row, tier) for row in grouped.values_list(*columns, *asked)[: most + 1]]
    return Publications(tuple(found[:most]), len(found) if len(found) <= most else grouped.count())


def _made(row: tuple[Any, ...], tier: str) -> Publication:
    publisher, title, address, published, rests, *best = row
    return Publication(publisher, title, address, published, best[0] if tier else None, rests)


def _counted(filters: Filters) -> QuerySet[Any]:
    return selection.entries(filters).filter(money.counting(filters))


def _quantities(filters: Filters) -> QuerySet[Any]:
    found = Quantity.objects.filter(measure__in=list(MEASURES), initiative__in=selection.own_initiatives(filters).values("id"))
    if filters.as_of:
        return found.filter(Q(source__published__lte=filters.as_of.isoformat()) | Q(source__published__isnull=True))
    return found


def _initiatives(filters: Filters) -> QuerySet[Any]:
    return Reference.objects.filter(initiative__in=selection.initiatives(filters).values("id"))


def _participants(filters: Filters) -> QuerySet[Any]:
    return selection.participations(filters).filter(organization__isnull=False)


# Which rows, where each has its article, and where its tier.
KINDS: Final[Mapping[str, tuple[Callable[[Filters], QuerySet[Any]], str, str]]] = {
    "counted": (_counted, "entry__source", "entry__tier"),
    "entries": (selection.entries, "entry__source", "entry__tier"),
    "quantities": (_quantities, "source", ""),
    "comments": (selection.comments, "source", ""),
    "participants": (_participants, "source", ""),
    "initiatives": (_initiatives, "article", ""),
}
