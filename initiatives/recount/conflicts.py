"""Writes what in the ledger asks for an editor: the warnings of the families that were counted, in the transaction that counted them."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from hashlib import sha256

from django.db import connection
from django.db.models import Q

from initiatives.ledger import kinds
from initiatives.ledger.disagreeing import disagreements
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import Counted, Entry
from initiatives.ledger.warnings import Caution
from initiatives.models import Conflict, FundingCount, Snapshot
from initiatives.models.writing import copy_lines, line_of
from initiatives.recount.alike import Noted, alike, undisclosed
from initiatives.recount.recorded import Recorded

TABLE = Conflict._meta.db_table
COLUMNS = ("key", "code", "entry_id", "initiative_id", "family", "about", "message", "excess", "usd", "country")
ACROSS = (kinds.ALIKE, kinds.DISCLOSED_LATER, kinds.UNDISCLOSED)  # found beside other families too
DROP_WHAT_DIFFERS = f"""
DELETE FROM {TABLE} before WHERE NOT EXISTS (
    SELECT 1 FROM conflicts_anew after WHERE after.key = before.key AND ROW(after.*) IS NOT DISTINCT FROM ROW(before.*)
)
"""
PUT_IN_WHAT_IS_ABSENT = (
    f"INSERT INTO {TABLE} SELECT * FROM conflicts_anew after WHERE NOT EXISTS (SELECT 1 FROM {TABLE} before WHERE before.key = after.key)"
)


def key_of(caution: Caution) -> str:
    """The key under which a warning is found again: its kind and the entries concerned."""
    return sha256("\n".join([caution.code, caution.key, *caution.about]).encode()).hexdigest()


def write_all(snapshot: Snapshot, everything: Recorded, counted: Mapping[str, Counted], rates: Rates) -> None:
    """All conflicts of the record; call when its counts are stored. Rows that are right already are not written again."""
    found = [*_noted(everything.entries, counted, rates), *alike(snapshot), *undisclosed(snapshot)]
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE conflicts_anew (LIKE {TABLE}) ON COMMIT DROP")
        _copy(found, snapshot, "conflicts_anew")
        cursor.execute(DROP_WHAT_DIFFERS)
        cursor.execute(PUT_IN_WHAT_IS_ABSENT)
        cursor.execute("DROP TABLE conflicts_anew")


def write_families(
    snapshot: Snapshot, now: Recorded, counted: Mapping[str, Counted], rates: Rates, families: Collection[str], removed: Collection[str]
) -> None:
    """The conflicts of these entries, which are whole families, instead of those of the families that they were in; call when their counts are
    stored. `removed` are keys of entries that may be gone."""
    ids = {pk for pk, _ in now.ids.values()}
    initiatives = {pk for _, pk in now.ids.values()}
    initiatives |= _forgotten(ids, {*now.ids, *removed}, families)
    Conflict.objects.filter(code__in=(kinds.UNDISCLOSED, kinds.DISCLOSED_LATER), initiative__in=initiatives)._raw_delete("default")
    found = [*_noted(now.entries, counted, rates), *alike(snapshot, ids), *undisclosed(snapshot, initiatives)]
    _copy(found, snapshot, TABLE)


def _forgotten(ids: Collection[int], keys: Collection[str], families: Collection[str]) -> set[int]:
    """Drops what was said of these entries; answers with the initiatives whose undisclosed amounts they were figures for."""
    across = Conflict.objects.filter(code__in=ACROSS, about__has_any_keys=list(keys))
    initiatives = set(across.filter(code=kinds.DISCLOSED_LATER).values_list("initiative_id", flat=True))
    across._raw_delete("default")
    Conflict.objects.filter(Q(family__in=families) | Q(entry__in=ids))._raw_delete("default")
    return initiatives


def _noted(entries: Iterable[Entry], counted: Mapping[str, Counted], rates: Rates) -> Iterator[Noted]:
    by_key = {entry.key: entry for entry in entries}
    for caution in disagreements(by_key.values(), counted, rates):
        yield Noted(caution, at_stake(caution, by_key, counted, rates))


def at_stake(caution: Caution, by_key: Mapping[str, Entry], counted: Mapping[str, Counted], rates: Rates) -> Decimal | None:
    """Dollars by which totals may be wrong, None where nobody can say: the next rates, or what cannot be converted."""
    entry = by_key[caution.key]
    amount = caution.excess
    if caution.code in (kinds.SOFTER_PART, kinds.SOFTER_REPLACEMENT):
        amount = counted[caution.key].gross
    if caution.code == kinds.WRONG_DOLLARS and entry.amount is not None and entry.usd_as_published is not None:
        usd = rates.convert(entry.amount, entry.currency, "USD", entry.announced_on)
        return None if usd is None else abs(usd - entry.usd_as_published)
    return None if amount is None else rates.convert(amount, entry.currency, "USD", entry.announced_on)


def _copy(found: Iterable[Noted], snapshot: Snapshot, table: str) -> None:
    listed = {key_of(noted.caution): noted for noted in found}
    keys = {noted.caution.key for noted in listed.values()}
    rows = {
        key: (pk, initiative, family, country)
        for key, pk, initiative, family, country in FundingCount.objects.filter(snapshot=snapshot, entry__key__in=keys).values_list(
            "entry__key", "entry_id", "initiative_id", "family", "country"
        )
    }
    lines = [line_of(_row(key, noted, rows[noted.caution.key])) for key, noted in sorted(listed.items())]
    if lines:
        copy_lines(f"{table} ({', '.join(COLUMNS)})", lines)


def _row(key: str, noted: Noted, row: tuple[int, int, str, str]) -> tuple[object, ...]:
    caution, (entry, initiative, family, country) = noted.caution, row
    excess = None if caution.excess is None else round(caution.excess, 6)
    usd = None if noted.usd is None else round(noted.usd, 6)
    return (key, caution.code, entry, initiative, family, json.dumps(list(caution.about)), caution.message, excess, usd, country)
