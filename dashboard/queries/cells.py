"""The selection's money added up once, by country, scope, stage, origin and reason; every total is a sum of these cells."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from dashboard.filters import Filters
from dashboard.queries import money, selection, whole, written
from dashboard.queries.remembered import remembered, selected
from dashboard.queries.rows import Money
from initiatives.ledger.values import reaches
from initiatives.models import FundingCount


@dataclass(frozen=True, slots=True)
class Cell:
    """Entries of one country, scope, stage, origin and structural reason, added up; amounts in the display currency, 0 where nothing can be added."""

    country: str
    scope: str
    stage: str
    origin: str
    reason: str
    entries: int
    disclosed: int
    holding: int  # live entries that hold others
    counting: int  # live entries with a net above 0
    not_convertible: int  # of those, the ones without a rate to the display currency
    published: Decimal
    net: Decimal
    dollars: Decimal  # the net in US dollars, for comparing with GDP
    abroad: Decimal  # the part of the net that another state or the EU pays
    ceiling: Decimal  # the part of the net whose figure is an “up to” or a target
    floor: Decimal  # the part of the net whose figure is an “at least”

    @property
    def live(self) -> bool:
        """Whether these entries count at the basis and in the scope that keep them."""
        return self.reason not in money.NOT_LIVE


BY = ("country", "scope", "stage", "origin", "reason")
TOLD_APART = ("origin", "stage")  # parameters, beside places, that are columns of a cell


def cells(filters: Filters) -> list[Cell]:
    """The cells of a selection, whatever its basis and scope; one statement, none where this edition has been asked before.

    Where only what tells cells apart is chosen, they are taken from those of the whole record, so it does not matter how large that is."""
    every = of_the_record(whole.of(filters, *TOLD_APART)) if whole.holds(filters, *TOLD_APART) else None
    if every is None:
        return _made(filters)
    belongs, has_origin, has_stage = whole.in_places(filters), whole.is_chosen(filters, "origin"), whole.is_chosen(filters, "stage")
    found = [cell for country, some in every.items() if belongs(country) for cell in some]
    return [cell for cell in found if has_origin(cell.origin) and has_stage(cell.stage)]


def of_the_record(filters: Filters) -> Mapping[str, list[Cell]] | None:
    """The cells of the whole record by country; None where they cannot be kept."""
    return whole.kept("cells", selected(filters), lambda: by_country(_made(filters)))


def by_country(found: Iterable[Cell]) -> dict[str, list[Cell]]:
    """Cells by country, in their order."""
    grouped: dict[str, list[Cell]] = defaultdict(list)
    for cell in found:
        grouped[cell.country].append(cell)
    return dict(grouped)


def _made(filters: Filters) -> list[Cell]:
    rows = remembered("cells", selected(filters), lambda: _asked(filters))
    return [Cell(*row[:10], *map(Decimal, row[10:])) for row in rows]


def _asked(filters: Filters) -> list[tuple[Any, ...]]:
    """The columns of the cells, amounts as text, which is kept in less room."""
    return [(*row[:10], *(str(amount or money.ZERO) for amount in row[10:])) for row in written.rows(_summed, filters)]


def _summed(filters: Filters) -> QuerySet[FundingCount, Any]:
    net = F("shown_net")
    found = selection.entries(filters).alias(shown_net=money.amount(filters, "net"), shown_published=money.amount(filters, "published"))
    sums: QuerySet[FundingCount, Any] = found.order_by().values(*BY).annotate(
        entries=Count("id"),
        stated=Count("id", filter=Q(disclosed=True)),
        holding=Count("id", filter=Q(live=True, held__gt=0)),
        counting=Count("id", filter=Q(live=True, net__gt=0)),
        not_convertible=Count("id", filter=Q(live=True, net__gt=0, shown_net__isnull=True)),
        published=Sum("shown_published"),
        counted=Sum(net),
        dollars=Sum("usd_net"),
        abroad=Sum(net * F("public_abroad_share"), output_field=money.AMOUNT),
        ceiling=Sum(net, filter=Q(entry__hedge__in=money.OPEN_HEDGES)),
        floor=Sum(net, filter=Q(entry__hedge="at-least")),
    )  # fmt: skip
    columns = ("entries", "stated", "holding", "counting", "not_convertible", "published", "counted", "dollars", "abroad", "ceiling", "floor")
    return sums.values_list(*BY, *columns)


def kept(found: Iterable[Cell], filters: Filters, basis: str | None = None) -> list[Cell]:
    """The cells in the chosen scope at a basis, the filters' own unless another is named."""
    wanted = basis or filters.basis
    return [cell for cell in found if cell.live and cell.scope in filters.scope and reaches(cell.stage, wanted)]


def counted(found: Iterable[Cell]) -> Decimal:
    """The sum of what some cells count."""
    return sum((cell.net for cell in found), money.ZERO)


def known(found: Iterable[Cell]) -> Money:
    """The counted sum; None where there are entries but none says how much, or none can be converted."""
    some = list(found)
    silent = any(undisclosed(some) or cell.not_convertible for cell in some)
    spoken = any(cell.counting > cell.not_convertible for cell in some)
    return None if silent and not spoken else counted(some)


def undisclosed(found: Iterable[Cell]) -> int:
    """How many live entries have no amount, and no parts that have one."""
    return sum(cell.entries for cell in found if cell.reason == "undisclosed")
