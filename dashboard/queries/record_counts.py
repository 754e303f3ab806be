"""How much the record holds, today or on the day that is looked back to; must not know what else is selected."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Value

from dashboard.filters import Filters
from dashboard.queries import selection
from dashboard.queries.arrays import Unnested
from initiatives.models import Article, Country, Participation


@dataclass(frozen=True, slots=True)
class RecordCounts:
    """The size of the record. `participants` are the named organizations that take part somewhere."""

    initiatives: int
    countries: int  # owners that are countries
    actors: int  # owners that are bodies, such as the European Union
    organizations: int
    participants: int
    entries: int
    comments: int
    articles: int


def record_counts(as_of: date | None = None) -> RecordCounts:
    """The size of the whole record, or of what was in it on a day; two statements."""
    everything = Filters(as_of=as_of)
    owners = selection.initiatives(everything).annotate(owner=Unnested("countries")).values("owner")
    countries, actors = Count("code", filter=Q(is_actor=False)), Count("code", filter=Q(is_actor=True))
    kinds = Country.objects.filter(code__in=owners).aggregate(countries=countries, actors=actors)
    return RecordCounts(**kinds, **_sizes(everything))


def _sizes(everything: Filters) -> dict[str, int]:
    """The number of rows of each list as a reader can open it, in one statement."""
    known = Q(published__lte=everything.as_of.isoformat()) | Q(published__isnull=True) if everything.as_of else Q()  # days are texts that sort
    taking_part: QuerySet[Any] = Participation.objects.filter(organization__isnull=False)
    if everything.as_of:
        taking_part = taking_part.filter(initiative__announced_first__lte=everything.as_of)
    tables: dict[str, QuerySet[Any]] = {
        "initiatives": selection.initiatives(everything),
        "organizations": selection.organizations(everything),
        "entries": selection.entries(everything),
        "comments": selection.comments(everything),
        "articles": Article.objects.filter(known),
    }
    counts = [_counted(name, rows, Count("pk")) for name, rows in tables.items()]
    participants = _counted("participants", taking_part, Count("organization", distinct=True))
    return {**dict.fromkeys((*tables, "participants"), 0), **dict(participants.union(*counts, all=True))}


def _counted(name: str, rows: QuerySet[Any], count: Count) -> Any:
    return rows.order_by().values(table=Value(name)).annotate(rows=count).values_list("table", "rows")
