"""How much the whole record holds; must not know of filters."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet, Value

from dashboard.queries.arrays import Unnested
from initiatives.models import Article, Comment, Country, FundingEntry, Initiative, Organization, Participation


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


def record_counts() -> RecordCounts:
    """The size of the whole record; two statements."""
    owners = Initiative.objects.annotate(owner=Unnested("countries")).values("owner")
    countries, actors = Count("code", filter=Q(is_actor=False)), Count("code", filter=Q(is_actor=True))
    kinds = Country.objects.filter(code__in=owners).aggregate(countries=countries, actors=actors)
    return RecordCounts(**kinds, **_sizes())


def _sizes() -> dict[str, int]:
    """The number of rows of each table, in one statement."""
    taking_part = Participation.objects.filter(organization__isnull=False)
    tables: dict[str, QuerySet[Any]] = {
        "initiatives": Initiative.objects.all(),
        "organizations": Organization.objects.all(),
        "entries": FundingEntry.objects.all(),
        "comments": Comment.objects.all(),
        "articles": Article.objects.all(),
    }
    counts = [_counted(name, rows, Count("pk")) for name, rows in tables.items()]
    participants = _counted("participants", taking_part, Count("organization", distinct=True))
    return {**dict.fromkeys((*tables, "participants"), 0), **dict(participants.union(*counts, all=True))}


def _counted(name: str, rows: QuerySet[Any], count: Count) -> Any:
    return rows.order_by().values(table=Value(name)).annotate(rows=count).values_list("table", "rows")
