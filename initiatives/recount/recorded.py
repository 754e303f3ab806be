"""Reads the recorded funding as the ledger's values; counts nothing."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from initiatives.ledger.values import Entry
from initiatives.models import Funder, FundingEntry

COLUMNS = (
    "key",
    "amount",
    "currency",
    "announced_on",
    "stage",
    "relation",
    "related_to__key",
    "scope",
    "origin",
    "initiative__countries",
    "recipient_country_id",
    "hedge",
    "usd_as_published",
    "pk",
    "initiative_id",
    "rank",
)
ROWS_AT_A_TIME = 10_000
TABLE = FundingEntry._meta.db_table
# Each step looks up what the found ones point at and what points at them, by index.
CONNECTED = f"""
WITH RECURSIVE found (id, related_to_id) AS (
    SELECT id, related_to_id FROM {TABLE} WHERE id = ANY(%s)
    UNION
    SELECT beside.id, beside.related_to_id FROM found CROSS JOIN LATERAL (
        SELECT id, related_to_id FROM {TABLE} WHERE related_to_id = found.id
        UNION ALL
        SELECT id, related_to_id FROM {TABLE} WHERE id = found.related_to_id
    ) beside
)
SELECT id FROM found
"""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Entries with their rows' ids: `ids[key]` is (entry, initiative); `payers[key]` the (country, share) of the funders of public money."""

    entries: list[Entry]
    ids: Mapping[str, tuple[int, int]]
    payers: Mapping[str, list[tuple[str | None, Decimal | None]]]


NOTHING_AROUND = Recorded([], {}, {})


def all_recorded() -> Recorded:
    """Every entry of the record."""
    return _recorded(FundingEntry.objects.all(), Funder.objects.all())


def recorded(ids: Collection[int]) -> Recorded:
    """The entries with these row ids."""
    return _recorded(FundingEntry.objects.filter(pk__in=ids), Funder.objects.filter(entry__in=ids))


def entries_beside(slugs: Collection[str]) -> Iterator[Entry]:
    """Every entry but those that a file of these initiatives speaks for: what was read in articles with their text is the desk's."""
    for row in _rows(FundingEntry.objects.exclude(initiative__slug__in=slugs, source__text="")):
        yield _entry(row)


def entry_of(row: FundingEntry) -> Entry:
    """One entry as the ledger sees it, saved or not."""
    related_to = None if row.related_to is None else row.related_to.key
    values = (
        row.key,
        row.amount,
        row.currency,
        row.announced_on,
        row.stage,
        row.relation,
        related_to,
        row.scope,
        row.origin,
        row.initiative.countries,
    )
    return _entry((*values, row.recipient_country_id, row.hedge, row.usd_as_published, row.pk, row.initiative_id, row.rank))


def recorded_around(ids: Collection[int]) -> Recorded:
    """All entries of the families of these, without who pays them; two statements."""
    return _with_payers(FundingEntry.objects.filter(pk__in=connected(ids)), {})


def connected(ids: Collection[int]) -> set[int]:
    """These entries' row ids with all that relations connect them to; one statement."""
    if not ids:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(CONNECTED, [list(ids)])
        return {pk for (pk,) in cursor.fetchall()} | set(ids)


def _recorded(entries: "QuerySet[FundingEntry]", funders: "QuerySet[Funder]") -> Recorded:
    payers: dict[str, list[tuple[str | None, Decimal | None]]] = defaultdict(list)
    for key, country, share in funders.filter(entry__origin="public").order_by().values_list("entry__key", "country_id", "share"):
        payers[key].append((country, share))
    return _with_payers(entries, payers)


def _with_payers(entries: "QuerySet[FundingEntry]", payers: Mapping[str, list[tuple[str | None, Decimal | None]]]) -> Recorded:
    made: list[Entry] = []
    ids: dict[str, tuple[int, int]] = {}
    for row in _rows(entries):
        made.append(_entry(row))
        ids[row[0]] = (row[13], row[14])
    return Recorded(made, ids, payers)


def _rows(entries: "QuerySet[FundingEntry]") -> Iterator[tuple[Any, ...]]:
    return entries.order_by().values_list(*COLUMNS).iterator(ROWS_AT_A_TIME)


def _entry(row: tuple[Any, ...]) -> Entry:
    key, amount, currency, announced_on, stage, relation, related_to, scope, origin, owners, recipient, hedge, usd = row[:13]
    return Entry(key, amount, currency, announced_on, stage, relation, related_to, scope, origin, tuple(owners), recipient, hedge, usd, row[15])
