"""Asks the record, by its indexes alone, for the entries that an announcement may be the same money as, a newer figure for, or a part of."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from initiatives.models import Funder, FundingCount, FundingEntry, OrganizationName, Snapshot

ROWS = (
    "pk",
    "key",
    "initiative__slug",
    "initiative__name",
    "initiative__countries",
    "amount",
    "currency",
    "hedge",
    "stage",
    "origin",
    "scope",
    "relation",
    "related_to__key",
    "announced_on",
    "period",
    "source__url",
)
CURRENT: Final = Snapshot.objects.filter(day=None).values("pk")
MOST_OF_AN_INITIATIVE: Final = 200
MOST_BY_SUM: Final = 40
MOST_BY_PAYER: Final = 50
ALIKE: Final = Decimal("0.2")  # share of the sum by which a newer figure for the same money seldom differs
ACRONYM_CHARACTERS: Final = 6


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of the record that may be meant. `payers` are ids of organizations; `payer` the one name that stands for it, where there is one."""

    pk: int
    key: str
    slug: str
    initiative: str
    owners: tuple[str, ...]
    amount: Decimal | None
    currency: str
    hedge: str
    stage: str
    origin: str
    scope: str
    relation: str
    related_to: str | None
    announced_on: str
    period: str | None
    url: str
    live: bool = True
    payers: frozenset[int] = frozenset()
    payer: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """By what is looked for: the initiative and owners, the sum in its currency and in dollars, and ids of the organizations that pay."""

    slug: str | None
    owners: tuple[str, ...]
    amount: Decimal | None
    currency: str
    usd: Decimal | None
    payers: frozenset[int]


def known_entries(asked: Asked) -> list[Known]:
    """The entries that are near by initiative, sum, country or payer; some hundreds at most, however large the record is."""
    questions = [*of_the_initiative(asked), *of_the_country(asked), *of_the_sum(asked), *of_the_payers(asked)]
    return rows(set(questions[0].union(*questions[1:]))) if questions else []


def of_the_initiative(asked: Asked) -> "Iterator[QuerySet[Any, Any]]":
    """Its own entries, and those that they point at or that point at them."""
    if asked.slug:
        entries = FundingEntry.objects.order_by()
        own = entries.filter(initiative__slug=asked.slug)
        yield own.values_list("pk", flat=True)[:MOST_OF_AN_INITIATIVE]
        yield own.filter(related_to__isnull=False).values_list("related_to_id", flat=True)[:MOST_OF_AN_INITIATIVE]
        yield entries.filter(related_to__initiative__slug=asked.slug).values_list("pk", flat=True)[:MOST_OF_AN_INITIATIVE]


def of_the_country(asked: Asked) -> "Iterator[QuerySet[Any, Any]]":
    """Of the owners' country: the sums around this one, and the next larger ones, which may hold it. By dollars, so that any currency is found."""
    if asked.usd is not None and asked.owners:
        country = asked.owners[0] if len(asked.owners) == 1 else "joint"
        counts = FundingCount.objects.filter(snapshot=Subquery(CURRENT), country=country).order_by().values_list("entry_id", flat=True)
        yield counts.filter(usd_published__gte=asked.usd).order_by("usd_published")[:MOST_BY_SUM]
        smaller = counts.filter(usd_published__lt=asked.usd, usd_published__gte=asked.usd * (1 - ALIKE))
        yield smaller.order_by("-usd_published")[:MOST_BY_SUM]


def of_the_sum(asked: Asked) -> "Iterator[QuerySet[Any, Any]]":
    """Anywhere: the same sum in the same currency."""
    if asked.amount is not None and asked.currency:
        near = asked.amount * ALIKE / 4
        same = FundingEntry.objects.filter(currency=asked.currency, amount__range=(asked.amount - near, asked.amount + near))
        yield same.order_by("-announced_first").values_list("pk", flat=True)[:MOST_BY_SUM]


def of_the_payers(asked: Asked) -> "Iterator[QuerySet[Any, Any]]":
    """What the same organizations pay, the newest first."""
    if asked.payers:
        paid = Funder.objects.filter(organization__in=asked.payers).order_by("-entry_id")
        yield paid.values_list("entry_id", flat=True)[:MOST_BY_PAYER]


def rows(ids: Collection[int]) -> list[Known]:
    """The entries with who pays them, and whether they count."""
    dead = FundingCount.objects.filter(entry=OuterRef("pk"), snapshot=Subquery(CURRENT), live=False)
    found = FundingEntry.objects.filter(pk__in=ids).order_by().values_list(*ROWS, ~Exists(dead))
    payers = paid_by(ids)
    return [completed(known(row), payers.get(row[0], [])) for row in found]


def known(row: tuple[Any, ...]) -> Known:
    """One row of ROWS, and whether it counts, as a value."""
    values = (*row[:4], tuple(row[4]), *row[5:])
    return Known(*values)


def completed(entry: Known, payers: list[tuple[int, str]]) -> Known:
    """The entry with its payers."""
    return replace(entry, payers=frozenset(pk for pk, _ in payers), payer=payers[0][1] if len(payers) == 1 else None)


def paid_by(ids: Collection[int]) -> dict[int, list[tuple[int, str]]]:
    """Entry → (id, short name) of each organization that pays it."""
    funders = Funder.objects.filter(entry__in=ids, organization__isnull=False).order_by()
    found = list(funders.values_list("entry_id", "organization_id", "organization__name"))
    short = acronyms({organization for _, organization, _ in found})
    payers: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for entry, organization, name in found:
        payers[entry].append((organization, short.get(organization, name)))
    return payers


def acronyms(organizations: set[int]) -> dict[int, str]:
    """The acronym that an organization goes by, where it has one."""
    names = OrganizationName.objects.filter(organization__in=organizations).order_by("-order").values_list("organization_id", "name")
    return {pk: name for pk, name in names if name.isupper() and name.isascii() and len(name) <= ACRONYM_CHARACTERS}
