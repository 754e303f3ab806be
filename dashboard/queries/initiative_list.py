"""The list of initiatives with what each counts, a page at a time or whole; must not know how it is shown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Count, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from dashboard.filters import Filters
from dashboard.queries import money, selection, written
from dashboard.queries.funding_by_country import names_of
from dashboard.queries.initiative_money import InitiativeMoney, money_of
from dashboard.queries.pages import Page, bounds
from dashboard.queries.remembered import counted, remembered
from dashboard.queries.rows import Money
from initiatives.ledger.values import STAGES
from initiatives.models import FundingCount, Initiative, Participation
from initiatives.names.countries import COUNTRIES

SORTS = ("name", "announced", "amount", "country", "changed", "kind")
DEFAULT_SORT = "-announced"
ROWS_AT_A_TIME = 2_000
EXTENT = "SELECT (SELECT count(*) FROM matching), ARRAY(SELECT DISTINCT unnest(countries)::text FROM matching)"
COLUMNS = ("id", "slug", "name", "countries", "kind", "status", "announced", "start", "end", "summary", "themes")


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """One initiative with what its entries count at the filters' basis and scope, in the display currency."""

    slug: str
    name: str
    countries: tuple[str, ...]
    country_names: tuple[str, ...]
    kind: str
    status: str
    announced: str
    start: str | None
    end: str | None
    summary: str
    themes: tuple[str, ...]
    counted: Money  # None where every entry is undisclosed or not convertible; 0 where nothing counts
    below_basis: Decimal  # in the chosen scope, less firm than the basis asks
    beside_scope: Decimal  # at the basis, in the other scopes
    entries: int  # statements about its money
    undisclosed: int
    firmest_stage: str | None  # of a live entry, in the chosen scope where there is one
    participants: int  # named organizations
    elsewhere: Mapping[str, Decimal] = field(default_factory=dict)  # what counts for other countries, by code; under `OTHER_DAYS` on other days
    reasons: frozenset[str] = frozenset()  # why statements that are not live count nothing


@dataclass(frozen=True, slots=True)
class ListSums:
    """The whole answer: how many initiatives, who owns them, and what they count."""

    initiatives: int
    countries: int
    actors: int
    with_money: int
    counted: Decimal


def initiative_page(filters: Filters) -> Page[InitiativeRow]:
    """One page of the list; four statements."""
    return Page(_made(written.rows(_of_page, filters), filters), filters.page, extent(filters).initiatives)


def _of_page(filters: Filters) -> QuerySet[Initiative, Any]:
    return ordered(filters)[bounds(filters.page)].values_list(*COLUMNS)


def initiative_stream(filters: Filters) -> Iterator[InitiativeRow]:
    """The whole list in the order of the screen at flat memory: one cursor, and two statements for each two thousand."""
    found = iter(ordered(filters).values_list(*COLUMNS).iterator(ROWS_AT_A_TIME))
    while chunk := list(islice(found, ROWS_AT_A_TIME)):
        yield from _made(chunk, filters)


def ordered(filters: Filters) -> QuerySet[Initiative]:
    """The initiatives of the selection in the order that the filters ask for."""
    column, descends = filters.sorted_by(SORTS, DEFAULT_SORT)
    found = selection.initiatives(filters)
    if column == "amount":
        found = found.alias(sum=Coalesce(selection.counted_sum(filters), money.nothing()))
        return found.order_by("-sum" if descends else "sum", "slug")
    name = {"announced": "announced_first", "country": "countries", "changed": "changed_at"}.get(column, column)
    return found.order_by(f"-{name}" if descends else name, "slug")


def rows_of(found: QuerySet[Initiative], filters: Filters) -> list[InitiativeRow]:
    """Some initiatives in their order; three statements."""
    return _made(list(found.values_list(*COLUMNS)), filters)


def _made(rows: Sequence[Sequence[Any]], filters: Filters) -> list[InitiativeRow]:
    ids = [row[0] for row in rows]
    sums, participants = money_of(ids, filters), participants_of(ids)
    names = names_of({code for row in rows for code in row[3]})
    return [_row(row, names, sums[row[0]] if row[0] in sums else InitiativeMoney(), participants.get(row[0], 0)) for row in rows]


def _row(row: Sequence[Any], names: Mapping[str, str], sums: InitiativeMoney, participants: int) -> InitiativeRow:
    of = dict(zip(COLUMNS[1:], row[1:], strict=True))
    return InitiativeRow(
        **{**of, "countries": tuple(of["countries"]), "themes": tuple(of["themes"])},
        country_names=tuple(names[code] for code in of["countries"]),
        counted=sums.known,
        below_basis=sums.below_basis,
        beside_scope=sums.beside_scope,
        entries=sums.entries,
        undisclosed=sums.undisclosed,
        firmest_stage=None if sums.firmest is None else STAGES[sums.firmest],
        participants=participants,
        elsewhere=sums.elsewhere,
        reasons=frozenset(sums.reasons),
    )


def participants_of(ids: Sequence[int]) -> dict[int, int]:
    """How many named organizations take part in each initiative; one statement."""
    return dict(written.rows(_participants, Filters(), ids=ids))


def _participants(_filters: Filters, ids: Sequence[int]) -> QuerySet[Participation, Any]:
    named = Participation.objects.filter(written.OneOf("initiative_id", ids), organization__isnull=False).order_by()
    return named.values("initiative_id").annotate(rows=Count("organization", distinct=True)).values_list("initiative_id", "rows")


@dataclass(frozen=True, slots=True)
class Extent:
    """How many initiatives match, and every country or actor that owns one of them."""

    initiatives: int
    owners: frozenset[str]


def extent(filters: Filters) -> Extent:
    """How far the answer reaches; one statement, none where this edition has been asked before."""
    return Extent(*remembered("extent", counted(filters), lambda: _extent(filters)))


def _extent(filters: Filters) -> tuple[int, frozenset[str]]:
    matching = written.statement(_owners, filters)
    if matching is None:
        return 0, frozenset()
    with connection.cursor() as cursor:
        cursor.execute(f"WITH matching AS MATERIALIZED ({matching[0]}) {EXTENT}", matching[1])
        initiatives, owners = cursor.fetchone()
    return initiatives, frozenset(owners)


def _owners(filters: Filters) -> QuerySet[Initiative, Any]:
    return selection.initiatives(filters).order_by().values_list("countries")


def list_sums(filters: Filters, count: int) -> ListSums:
    """What the whole answer adds up to, of `count` initiatives; one statement beside that of `extent`, none where this edition has been asked before.

    The sum is that of the entries which the same filters select on every page; under `min` and `max`, of the initiatives that are listed."""
    return remembered("list sums", counted(filters), lambda: _sums(filters, count))


def _sums(filters: Filters, count: int) -> ListSums:
    owners = extent(filters).owners
    actors = sum(_is_actor(code) for code in owners)
    rows = written.rows(_counted, filters)
    amount, with_money = rows[0] if rows else (None, 0)
    return ListSums(count, len(owners) - actors, actors, with_money, amount or money.ZERO)


def _counted(filters: Filters) -> QuerySet[FundingCount, Any]:
    """The counted sum, and how many initiatives have a part in it, as one row."""
    found = selection.entries(filters, selection.OF_THE_SUM).filter(money.counting(filters)).order_by()
    if filters.min is not None or filters.max is not None:
        found = found.filter(initiative__in=selection.initiatives(filters).order_by().values("id"))
    sums = found.values(every=Value(1)).annotate(counted=Sum(money.amount(filters, "net")), with_money=Count("initiative", distinct=True))
    return sums.values_list("counted", "with_money")


def _is_actor(code: str) -> bool:
    return code in COUNTRIES and COUNTRIES[code].is_actor
