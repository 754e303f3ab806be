"""The ledger, statement by statement and family by family, with its sums; must not know how it is laid out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Max, Min, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from dashboard.filters import Filters
from dashboard.queries import editions, money, selection, written
from dashboard.queries.cells import Cell, cells
from dashboard.queries.entries import EntryRow, entry_row, entry_rows, with_rate
from dashboard.queries.pages import Page, bounds
from dashboard.queries.remembered import counted, remembered
from dashboard.queries.rows import Totals
from dashboard.queries.totals import totals
from dashboard.queries.why_this_total import reason_counts, why_this_total
from initiatives.models import FundingCount
from initiatives.vocabulary import TIERS

SORTS = ("announced", "amount", "published", "country", "name")
ORDERS = {"announced": "announced_first", "country": "country", "name": "initiative__name"}
FAMILIES_A_PAGE = 15
STATEMENTS_LOOKED_AT = 12  # for each initiative that is shown as new; one project is often told in several statements of one day


@dataclass(frozen=True, slots=True)
class LedgerSums:
    """The whole selection: its totals, how many statements count as they do for each reason, in the ledger's order, and what it gives to the steps of
    “why this total” that are asked for (signed, in the display currency; None where none is)."""

    totals: Totals
    reasons: Mapping[str, int]
    step: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """One connected family of statements in tree order. `published` and `counted` add up the statements that the filters select."""

    key: str
    country: str
    country_name: str
    initiatives: int
    statements: int
    published: Decimal
    counted: Decimal
    rows: tuple[EntryRow, ...]

    @property
    def stands_alone(self) -> bool:
        return len(self.rows) == 1


def ledger_sums(filters: Filters, found: list[Cell] | None = None) -> LedgerSums:
    """Sums and reasons of the whole selection; one statement."""
    found = cells(filters) if found is None else found
    asked = filters.chosen("step")
    step = sum((row.amount for row in why_this_total(filters, found) if row.step in asked), money.ZERO) if asked else None
    return LedgerSums(totals(filters, found), reason_counts(filters, found), step)


def ledger_entries(filters: Filters) -> QuerySet[FundingCount]:
    """The statements of the selection in the order that the filters ask for."""
    column, descends = filters.sorted_by(SORTS, "-announced")
    shown = money.amount(filters, {"amount": "net"}.get(column, column)) if column in ("amount", "published") else F(ORDERS[column])
    found = selection.entries(filters).alias(shown=shown)
    if column in ("amount", "published"):
        return found.order_by(F("shown").desc(nulls_last=True) if descends else F("shown").asc(nulls_last=True), "-announced_first", "entry__key")
    return found.order_by(F("shown").desc() if descends else F("shown").asc(), "-announced_first", "entry__key")


def ledger_page(filters: Filters, count: int | None = None) -> Page[EntryRow]:
    """One page of statements; four statements, three where their number is known."""
    found = ledger_entries(filters)
    rows = entry_rows(found[bounds(filters.page)], filters, shown_day(filters))
    return Page(rows, filters.page, found.count() if count is None else count)


def shown_day(filters: Filters) -> date | None:
    """The day whose state is shown; statements after it are marked."""
    return editions.current().as_of(filters)


def family_page(filters: Filters) -> Page[Family]:
    """One page of families with at least one statement of the selection, each whole and in tree order; five statements."""
    grouped = _families(filters)
    sums = {one["family"]: one for one in grouped[bounds(filters.page, FAMILIES_A_PAGE)]}
    rows = family_rows(filters, list(sums))
    matching = set(selection.entries(filters).filter(family__in=list(sums)).values_list("entry__key", flat=True)) if filters.narrows() else None
    families = [_family(one, rows[key], matching) for key, one in sums.items()]
    return Page(families, filters.page, grouped.count(), FAMILIES_A_PAGE)


def _families(filters: Filters) -> Any:
    """Families with their sums, in the order that the filters ask for."""
    found = selection.entries(filters).order_by().alias(shown_net=money.amount(filters, "net"), shown_published=money.amount(filters, "published"))
    sums = found.values("family").annotate(
        counted=Coalesce(Sum("shown_net", filter=money.at_basis(filters)), money.nothing()),
        published=Coalesce(Sum("shown_published"), money.nothing()),
        statements=Count("id"),
        initiatives=Count("initiative", distinct=True),
        newest=Max("announced_first"),
        place=Min("country"),
    )
    column, descends = filters.sorted_by(("amount", "published", "announced", "country"), "-amount")
    name = {"amount": "counted", "announced": "newest", "country": "place"}.get(column, column)
    return sums.order_by(f"-{name}" if descends else name, "-published", "family")


def _family(sums: Mapping[str, Any], rows: Sequence[EntryRow], matching: set[str] | None) -> Family:
    marked = rows if matching is None else [replace(one, matches=one.key in matching) for one in rows]
    top = marked[0]
    return Family(
        key=sums["family"],
        country=top.country,
        country_name=top.country_name,
        initiatives=len({one.initiative_slug for one in marked}),
        statements=sums["statements"],
        published=sums["published"],
        counted=sums["counted"],
        rows=tuple(marked),
    )


def family_rows(filters: Filters, families: Sequence[str]) -> dict[str, list[EntryRow]]:
    """Every statement of some families, in tree order with number and depth; three statements."""
    found = FundingCount.objects.filter(snapshot=selection.snapshot(filters), family__in=families).order_by("announced_first", "entry__key")
    grouped: dict[str, list[EntryRow]] = defaultdict(list)
    for one in entry_rows(found, filters, shown_day(filters)):
        grouped[one.family].append(one)
    return {family: tree(rows) for family, rows in grouped.items()}


def tree(rows: Sequence[EntryRow]) -> list[EntryRow]:
    """The statements of one family, each under what it points at; what replaces a figure stands after it, on its level."""
    keys = {one.key for one in rows}
    under: dict[str | None, list[EntryRow]] = defaultdict(list)
    for one in rows:
        under[one.related_key if one.related_key in keys else None].append(one)
    placed: list[EntryRow] = []
    waiting = [(one, 0) for one in reversed(under[None])]
    while waiting:
        one, depth = waiting.pop()
        placed.append(replace(one, number=len(placed) + 1, depth=depth))
        waiting.extend((later, depth) for later in under[one.key] if later.relation == "replaces")
        waiting.extend((part, depth + 1) for part in reversed(_parts_first(under[one.key])))
    return placed


def _parts_first(rows: Sequence[EntryRow]) -> list[EntryRow]:
    """What is contained, then what only restates or cancels; replacements stand elsewhere."""
    contained = [one for one in rows if one.relation in ("part-of", "tranche-of")]
    return [*contained, *(one for one in rows if one.relation in ("restates", "cancels"))]


def largest_entries(filters: Filters, limit: int = 8) -> list[EntryRow]:
    """The statements that add most to the counted total, largest first, without their payers; one statement."""
    rows = written.named_rows(_largest, filters, limit)
    return [entry_row(row, filters, shown_day(filters), ()) for row in rows]


def _largest(filters: Filters, limit: int) -> Any:
    found = selection.entries(filters).filter(money.counting(filters)).alias(shown_net=money.amount(filters, "net"))
    return with_rate(found.filter(shown_net__isnull=False).order_by(F("shown_net").desc(), "entry__key")[:limit], filters)


@dataclass(frozen=True, slots=True)
class SourceTiers:
    """How well the counted entries are sourced: entries by tier (1 official … 4 inferred), and how many addresses they come from."""

    entries: int
    addresses: int
    by_tier: Mapping[int, int]


def source_tiers(filters: Filters) -> SourceTiers:
    """The sources of the counted entries; one statement."""
    rows = remembered("source tiers", counted(filters), lambda: written.rows(_by_tier, filters))
    entries, addresses, *by_tier = rows[0] if rows else (0,) * (2 + len(TIERS))
    return SourceTiers(entries, addresses, dict(zip(TIERS, by_tier, strict=True)))


def _by_tier(filters: Filters) -> QuerySet[FundingCount, Any]:
    """How many entries, addresses and entries of each tier, as one row."""
    counting = selection.entries(filters).filter(money.counting(filters)).order_by()
    by_tier = {f"tier_{tier}": Count("id", filter=Q(entry__tier=tier)) for tier in TIERS}
    asked = {"entries": Count("id"), "addresses": Count("entry__source", distinct=True), **by_tier}
    return counting.values(every=Value(1)).annotate(**asked).values_list(*asked)


def newest_entries(filters: Filters, limit: int) -> list[EntryRow]:
    """The newest statement of each of the initiatives that were spoken of last, without their payers; one statement."""
    found = selection.entries(filters).order_by("-announced_first", "entry_id")[: limit * STATEMENTS_LOOKED_AT]
    newest: dict[str, EntryRow] = {}
    for row in entry_rows(found, filters, shown_day(filters), payers=False):
        newest.setdefault(row.initiative_slug, row)
    return list(newest.values())[:limit]
