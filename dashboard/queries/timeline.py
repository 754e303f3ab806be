"""When initiatives run, with the days as far as they are known; must not know how it is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Sum, Value, When, Window

from dashboard.filters import Filters
from dashboard.queries import editions, money, selection
from dashboard.queries.funding_by_country import names_of
from dashboard.queries.remembered import Shared, counted, remembered
from initiatives.names.countries import name_of

LISTED: Final = 400  # rows of a page; the files hold all
ROWS_AT_A_TIME: Final = 2_000
COLUMNS: Final = ("id", "slug", "name", "countries", "kind", "status", "announced", "start", "end")


@dataclass(frozen=True, slots=True)
class Span:
    """One initiative; `start` and `end` are a day, month or year, None while nobody states them. `rank` orders by counted money, 0 the most.

    `matching`, `unstarted` and `open_ended` are of the whole selection, and the same in every row, as is `day`, whose state is shown."""

    slug: str
    name: str
    countries: tuple[str, ...]
    country_names: tuple[str, ...]
    kind: str
    status: str
    announced: str
    start: str | None
    end: str | None
    rank: int = 0
    matching: int = 0
    unstarted: int = 0
    open_ended: int = 0
    day: date | None = None


def spans(filters: Filters) -> list[Span]:
    """The initiatives of the selection by owner and start, of more than 400 those that count most; at most three statements."""
    largest = [pk for (pk,) in LARGEST_INITIATIVES.rows(filters)]
    rows = remembered("spans", counted(filters), lambda: list(_listed(filters, largest)))
    names = names_of({code for row in rows for code in row[3]})
    day = editions.current().as_of(filters)
    found = [_span(row, names, rank, day) for rank, row in enumerate(_ranked(rows, largest))]
    return sorted(found, key=lambda one: (one.countries[0], one.start or "~", one.slug))


def span_stream(filters: Filters) -> Iterator[Span]:
    """Every initiative of the selection by owner and start, at flat memory; one cursor."""
    found = selection.initiatives(filters).order_by("countries__0", F("start").asc(nulls_last=True), "slug")
    for row in found.values_list(*COLUMNS).iterator(ROWS_AT_A_TIME):
        names = {code: name_of(code) for code in row[3]}
        yield _span(row, names, 0, None)


def _largest(filters: Filters) -> QuerySet[Any, Any]:
    """The initiatives with most counted money."""
    sums = selection.entries(filters).filter(money.counting(filters)).order_by().values("initiative").annotate(sum=Sum("usd_net"))
    return sums.order_by(F("sum").desc(nulls_last=True), "initiative").values_list("initiative")[:LISTED]


LARGEST_INITIATIVES = Shared("largest initiatives", _largest)


def _listed(filters: Filters, largest: list[int]) -> QuerySet[Any, Any]:
    """The rows of a page, each with the numbers of the whole selection; those that count most are in, then the newest."""
    first = Case(When(id__in=largest, then=Value(0)), default=Value(1), output_field=IntegerField())
    whole = {
        "matching": Window(Count("id")),
        "unstarted": Window(Count("id", filter=Q(start__isnull=True))),
        "open_ended": Window(Count("id", filter=Q(start__isnull=False, end__isnull=True))),
    }
    found: QuerySet[Any] = selection.initiatives(filters).annotate(**whole, first=first).order_by("first", "-announced_first", "slug")
    return found.values_list(*COLUMNS, *whole)[:LISTED]


def _ranked(rows: list[tuple[Any, ...]], largest: list[int]) -> list[tuple[Any, ...]]:
    places = {pk: place for place, pk in enumerate(largest)}
    return sorted(rows, key=lambda row: places.get(row[0], len(places)))


def _span(row: tuple[Any, ...], names: dict[str, str], rank: int, day: date | None) -> Span:
    _, slug, name, countries, kind, status, announced, start, end, *whole = row
    matching, unstarted, open_ended = whole or (0, 0, 0)
    shown = tuple(names[code] for code in countries)
    return Span(slug, name, tuple(countries), shown, kind, status, announced, start, end, rank, matching, unstarted, open_ended, day)
