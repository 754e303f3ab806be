"""Promised power and computing by country, each quantity counted once; must not know how it is drawn."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Sum, Value, When

from dashboard.filters import Filters
from dashboard.filters.fields import MEASURES
from dashboard.queries import selection
from dashboard.queries.arrays import Joined
from dashboard.queries.funding_by_country import names_of
from dashboard.queries.remembered import Shared
from initiatives.ledger.quantities import STATUSES, Quantity, count_quantities
from initiatives.models import Quantity as Stated
from initiatives.vocabulary import JOINT

ZERO = Decimal(0)
NEW, PART_OF = "new", "part-of"
OPEN_HEDGES = ("up-to", "range")  # the figure recorded is the upper end


@dataclass(frozen=True, slots=True)
class Promised:
    """What one country promised, or has, of one measure: `value` in megawatts, GPUs or exaflops, of which `ceiling` is an “up to”, `target` an aim,
    `about` an estimate and `at_least` a floor; `stated` quantities make it up."""

    country: str  # ISO 3166-1 alpha-3, an actor, or "joint"
    country_name: str
    measure: str
    status: str
    value: Decimal
    ceiling: Decimal
    target: Decimal
    about: Decimal
    at_least: Decimal
    stated: int
    owners: tuple[str, ...] = ()  # only for joint: the codes of the owners

    @property
    def open_end(self) -> Decimal:
        """The part that is only a ceiling or an aim."""
        return self.ceiling + self.target


@dataclass(frozen=True, slots=True)
class Amount:
    """One stated quantity, or several that are alike added up, with what it counts."""

    owners: str  # codes, parted by blanks
    measure: str
    status: str
    hedge: str
    counted: Decimal
    stated: int


def promised(filters: Filters) -> list[Promised]:
    """Megawatts, then GPUs, then exaflops; the country with most planned first, joint efforts last; one statement."""
    by_owner: dict[tuple[str, str, str], list[Amount]] = defaultdict(list)
    for one in _amounts(filters):
        if one.stated:
            by_owner[JOINT if " " in one.owners else one.owners, one.measure, one.status].append(one)
    names = names_of({country for country, *_ in by_owner})
    rows = [_row(country, names[country], measure, status, some) for (country, measure, status), some in by_owner.items()]
    size = _sizes(rows)
    order = list(MEASURES)
    return sorted(
        rows,
        key=lambda one: (
            order.index(one.measure), one.country == JOINT, *size[one.country, one.measure], one.country, STATUSES.index(one.status)
        ),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statement:
    """One quantity that an initiative states, and what it counts: nothing where it lies in a larger one."""

    measure: str
    status: str
    value: Decimal
    hedge: str
    counted: Decimal


def statements_of(slugs: Collection[str], filters: Filters) -> dict[str, list[Statement]]:
    """What some initiatives state of the chosen quantities, by slug; one statement."""
    columns = ("key", "measure", "value", "status", "relation", "related_to__key", "hedge", "initiative__slug")
    rows = list(_of_day(filters).filter(initiative__slug__in=slugs).order_by("initiative__slug", "order", "id").values_list(*columns))
    keys = {row[0] for row in rows}
    counts = count_quantities(
        Quantity(key, measure, value, status, *_whole(relation, whole, keys)) for key, measure, value, status, relation, whole, *_ in rows
    )
    found: dict[str, list[Statement]] = defaultdict(list)
    for key, measure, value, status, _, _, hedge, slug in rows:
        if f"{measure}-{status}" in filters.chosen("quantity"):
            found[slug].append(Statement(measure, status, value, hedge, counts[key].counted))
    return found


def _whole(relation: str, key: str | None, keys: Collection[str]) -> tuple[str, str | None]:
    return (relation, key) if key in keys else (NEW, None)


def stated_sums(filters: Filters) -> dict[str, Decimal]:
    """The sums of the chosen quantities over the selection, each counted once: `megawatts-planned` → megawatts."""
    sums = dict.fromkeys(filters.chosen("quantity"), ZERO)
    for one in promised(filters) if sums else ():
        if f"{one.measure}-{one.status}" in sums:
            sums[f"{one.measure}-{one.status}"] += one.value
    return sums


def _of_day(filters: Filters) -> QuerySet[Stated]:
    """The quantities that were published by the day the filters look back to."""
    found = Stated.objects.filter(measure__in=list(MEASURES))
    if filters.as_of:
        found = found.filter(Q(source__published__lte=filters.as_of.isoformat()) | Q(source__published__isnull=True))  # days are texts that sort
    return found


def _found(filters: Filters) -> QuerySet[Stated]:
    """The quantities of the selection."""
    return _of_day(filters).filter(initiative__in=selection.own_initiatives(filters).values("id")).order_by()


def _amounts(filters: Filters) -> list[Amount]:
    """What each quantity counts; those that neither lie in another nor hold one are added up where they are alike. One statement."""
    rows = STATED.rows(filters)
    counts = count_quantities(_in_families(rows))
    return [Amount(*row[:6]) if not row[6] else _counted(row, counts[row[6]].counted) for row in rows]


def _stated(filters: Filters) -> QuerySet[Stated, Any]:
    found = _found(filters)
    linked = Q(related_to__isnull=False) | Q(Exists(Stated.objects.filter(related_to=OuterRef("id"))))
    own_key = Case(When(linked, then=F("key")), default=Value(""))
    sums: Any = found.values(owners=Joined(F("initiative__countries")), of=F("measure"), stands=F("status"), hedged=F("hedge"), own=own_key)
    columns = ("owners", "of", "stands", "hedged", "sum", "rows", "own", "related_to__key")
    summed: QuerySet[Stated, Any] = sums.annotate(sum=Sum("value"), rows=Count("id")).values_list(*columns)
    return summed


STATED = Shared("quantities", _stated)


def _in_families(rows: list[tuple[Any, ...]]) -> list[Quantity]:
    """Quantities that lie in one another; a part whose whole is not there yet stands alone."""
    keys = {row[6] for row in rows if row[6]}
    return [
        Quantity(key, measure, value, status, PART_OF if whole in keys else NEW, whole if whole in keys else None)
        for _, measure, status, _, value, _, key, whole in rows
        if key
    ]


def _counted(row: tuple[Any, ...], value: Decimal) -> Amount:
    owners, measure, status, hedge, *_ = row
    return Amount(owners, measure, status, hedge, value, 1 if value else 0)


def _row(country: str, name: str, measure: str, status: str, some: list[Amount]) -> Promised:
    owners = {code for one in some for code in one.owners.split()} if country == JOINT else set()
    return Promised(
        country, name, measure, status,
        value=sum((one.counted for one in some), ZERO),
        ceiling=_hedged(some, *OPEN_HEDGES),
        target=_hedged(some, "target"),
        about=_hedged(some, "about"),
        at_least=_hedged(some, "at-least"),
        stated=sum(one.stated for one in some),
        owners=tuple(sorted(owners)),
    )  # fmt: skip


def _hedged(some: Iterable[Amount], *hedges: str) -> Decimal:
    return sum((one.counted for one in some if one.hedge in hedges), ZERO)


def _sizes(rows: Iterable[Promised]) -> dict[tuple[str, str], tuple[Decimal, Decimal]]:
    """What orders countries within a measure: what is planned, then what is installed, the most first."""
    found: dict[tuple[str, str], list[Decimal]] = defaultdict(lambda: [ZERO, ZERO])
    for one in rows:
        found[one.country, one.measure][STATUSES.index(one.status)] -= one.value
    return {key: (planned, installed) for key, (planned, installed) in found.items()}
