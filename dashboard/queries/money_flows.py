"""Who pays for which initiative, and who leads it or receives from it; must not know how it is drawn.

A payer stands for money only where the record says how much is its own: it pays an entry alone, or its share is published. All other money is told
by reason, so that the rows always add up to the counted total.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce, Round

from dashboard.filters import Filters
from dashboard.queries import money, selection
from dashboard.queries.cells import Cell, cells, kept, undisclosed
from dashboard.queries.cells import counted as summed
from dashboard.queries.funding_ladder import beside_scope
from dashboard.queries.remembered import counted, remembered
from initiatives import formats
from initiatives.models import Funder, Participation

Kind = Literal["named", "others", "unnamed", "split-not-published", "beside-scope"]
SHOWN: Final = 12  # initiatives that have rows of their own, the largest by what named payers pay
WITHOUT_PAYER: Final[Mapping[str, str]] = {
    "split-not-published": "paid by several, split not published",
    "unnamed": "payers not named",
    "beside-scope": "outside the scope, not counted",
}
RECEIVING, LEADING = "recipient", "lead"


@dataclass(frozen=True, slots=True)
class Organization:
    """Who pays, leads or receives: its address and its name."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Flow:
    """Counted money of one origin from one payer to one initiative, and who takes it there; or, by `kind`, what no named payer can be given.

    `others` is what named payers pay for the initiatives without rows of their own, so many `payers` for so many `initiatives`; `beside-scope` is not
    counted.
    """

    kind: Kind
    amount: Decimal
    payer: Organization | None = None
    payer_country: str | None = None
    initiative: Organization | None = None
    country: str | None = None
    origin: str | None = None
    takers: tuple[Organization, ...] = ()  # its recipients, else its leads
    role: str | None = None  # `recipient` or `lead`
    ceiling: Decimal = Decimal(0)
    entries: int = 0
    payers: int = 1
    initiatives: int = 1
    undisclosed: int = 0
    not_convertible: int = 0
    at_least: Decimal = Decimal(0)  # the part whose figure is a floor

    @property
    def words(self) -> str:
        """What a row without a payer stands for; nothing for a flow."""
        if self.kind == "others":
            return f"{formats.counted(self.payers, 'payer')} for {formats.counted(self.initiatives, 'other initiative')}"
        return WITHOUT_PAYER.get(self.kind, "")


@dataclass(frozen=True, slots=True)
class _Sums:
    """What is paid by the named, and by the unnamed."""

    amount: Decimal
    ceiling: Decimal
    floor: Decimal
    entries: int
    payers: int
    initiatives: int


NOTHING = _Sums(money.ZERO, money.ZERO, money.ZERO, 0, 0, 0)


def money_flows(filters: Filters, found: list[Cell] | None = None) -> list[Flow]:
    """The flows into the largest initiatives, then what is left by reason. Adds up to the counted total, but for what lies beside the scope.

    At most five statements, however many payers there are; four where the cells are given.
    """
    here = cells(filters) if found is None else found
    flows, sums = remembered("money flows", counted(filters), lambda: _asked(filters))
    return [*flows, *_left(flows, sums, here, filters)]


def money_flow_stream(filters: Filters) -> Iterator[Flow]:
    """Every flow from a named payer, the largest first, then what has none by reason; six statements."""
    rows = list(_grouped(filters).order_by("-sum", "payer_slug", "initiative__slug", "origin"))
    takers = takers_of({row[0] for row in rows})
    flows = [_flow(row, takers) for row in rows]
    yield from flows
    yield from (flow for flow in _left(flows, _sums(filters), cells(filters), filters) if flow.kind in ("unnamed", "split-not-published"))


def takers_of(initiatives: Collection[int]) -> dict[int, tuple[str, tuple[Organization, ...]]]:
    """Who receives the money of each initiative, else who leads it, with the role; one statement."""
    columns = ("initiative_id", "role", "organization__slug", "organization__name")
    taking = Participation.objects.filter(initiative__in=initiatives, role__in=(RECEIVING, LEADING), organization__isnull=False)
    by_role: dict[int, dict[str, dict[Organization, None]]] = defaultdict(lambda: defaultdict(dict))
    for initiative, role, slug, name in taking.order_by("initiative_id", "order", "id").values_list(*columns):
        by_role[initiative][role][Organization(str(slug), str(name))] = None
    return {one: next((role, tuple(roles[role])) for role in (RECEIVING, LEADING) if role in roles) for one, roles in by_role.items()}


def _asked(filters: Filters) -> tuple[list[Flow], dict[bool, _Sums]]:
    ranked = _named(filters).values("initiative_id").annotate(sum=_total(filters)).order_by("-sum", "initiative_id")
    largest = list(ranked.values_list("initiative_id", flat=True)[:SHOWN])
    rows = list(_grouped(filters).filter(initiative_id__in=largest).order_by("-sum", "payer_slug", "initiative__slug", "origin"))
    takers = takers_of(largest)
    return [_flow(row, takers) for row in rows], _sums(filters)


def payments(filters: Filters) -> QuerySet[Any, Any]:
    """Counting entries once for each of their payers whose part is known, and those without any payer."""
    others = Funder.objects.filter(entry=OuterRef("entry_id")).exclude(pk=OuterRef("funder"))
    found = selection.entries(filters).filter(money.counting(filters)).order_by()
    # All of one payer in one join: a condition of its own on `entry__funders` would join the payers once more.
    found = found.alias(funder=F("entry__funders__id"), payer=F("entry__funders__organization_id"), part=F("entry__funders__share"))
    return found.filter(Q(part__isnull=False) | ~Exists(others))


def _named(filters: Filters) -> QuerySet[Any, Any]:
    return payments(filters).filter(payer__isnull=False)


def own_amount(filters: Filters) -> Any:
    """The payer's part of an entry in the display currency."""
    part = money.amount(filters, "net") * Coalesce(F("part"), Value(Decimal(1)))
    return Round(part, 2, output_field=money.AMOUNT)


def _total(filters: Filters, **only: Any) -> Any:
    return Sum(own_amount(filters), filter=Q(**only) if only else None, default=money.ZERO, output_field=money.AMOUNT)


def _grouped(filters: Filters) -> QuerySet[Any, Any]:
    by = {
        "payer_slug": F("entry__funders__organization__slug"),
        "payer_name": F("entry__funders__organization__name"),
        "payer_home": F("entry__funders__organization__country_id"),
    }
    own = ("initiative_id", "initiative__slug", "initiative__name", "country", "origin")
    grouped = _named(filters).annotate(**by).values(*own, *by)
    sums: QuerySet[Any, Any] = grouped.annotate(
        sum=_total(filters),
        ceiling=_total(filters, entry__hedge__in=money.OPEN_HEDGES),
        floor=_total(filters, entry__hedge="at-least"),
        number=Count("entry_id", distinct=True),
    )
    return sums.values_list(*own, *by, "sum", "ceiling", "floor", "number")


def _flow(row: tuple[Any, ...], takers: dict[int, tuple[str, tuple[Organization, ...]]]) -> Flow:
    initiative, slug, name, country, origin, payer, payer_name, home, amount, ceiling, floor, number = row
    role, who = takers.get(initiative, (None, ()))
    return Flow(
        "named", amount, Organization(payer, payer_name), home, Organization(slug, name), country, origin, who, role, ceiling, number, at_least=floor,
    )  # fmt: skip


def _sums(filters: Filters) -> dict[bool, _Sums]:
    """What named payers pay (True) and what the unnamed pay (False); one statement."""
    named = Case(When(payer__isnull=False, then=Value(True)), default=Value(False))
    found = payments(filters).annotate(is_named=named).values("is_named").annotate(
        sum=_total(filters),
        ceiling=_total(filters, entry__hedge__in=money.OPEN_HEDGES),
        floor=_total(filters, entry__hedge="at-least"),
        number=Count("entry_id", distinct=True),
        payers=Count("payer", distinct=True),
        efforts=Count("initiative_id", distinct=True),
    )  # fmt: skip
    return {row[0]: _Sums(*row[1:]) for row in found.values_list("is_named", "sum", "ceiling", "floor", "number", "payers", "efforts")}


def _left(flows: list[Flow], sums: dict[bool, _Sums], found: list[Cell], filters: Filters) -> list[Flow]:
    """What has no row of its own, by reason."""
    here = kept(found, filters)
    named, unnamed = sums.get(True, NOTHING), sums.get(False, NOTHING)
    shown = sum_of(flows, "amount")
    beside = beside_scope(found, filters)
    rows = [
        Flow(
            "others", named.amount - shown, entries=named.entries - sum(flow.entries for flow in flows), payers=named.payers,
            initiatives=named.initiatives - len({flow.initiative for flow in flows}), ceiling=named.ceiling - sum_of(flows, "ceiling"),
            at_least=named.floor - sum_of(flows, "at_least"),
        ),
        Flow(
            "split-not-published", summed(here) - named.amount - unnamed.amount, ceiling=sum_of(here, "ceiling") - named.ceiling - unnamed.ceiling,
            at_least=sum_of(here, "floor") - named.floor - unnamed.floor,
        ),
        Flow(
            "unnamed", unnamed.amount, entries=unnamed.entries, initiatives=unnamed.initiatives, undisclosed=undisclosed(here),
            not_convertible=sum(cell.not_convertible for cell in here), ceiling=unnamed.ceiling, at_least=unnamed.floor,
        ),
        Flow("beside-scope", beside),
    ]  # fmt: skip
    return [row for row in rows if row.amount or row.undisclosed or row.not_convertible]


def sum_of(some: Iterable[Flow | Cell], part: str) -> Decimal:
    """The sum of one column of flows or cells."""
    return sum((getattr(one, part) for one in some), money.ZERO)
