"""Finds, by index, the few statements that a pure rule then compares: sums that look like one, and figures for undisclosed amounts."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from initiatives.ledger import kinds
from initiatives.ledger.likeness import (
    ALIKE,
    ALIKE_IN_DOLLARS,
    AT_MOST_APART_IN_DOLLARS,
    DAYS_APART,
    LEAST_DOLLARS,
    Claim,
    discloses,
    earlier_first,
    why_one_money,
)
from initiatives.ledger.values import named
from initiatives.ledger.warnings import Caution
from initiatives.models import Funder, FundingCount, FundingEntry, Snapshot
from initiatives.recount.recorded import recorded

COUNTS, FUNDERS = FundingCount._meta.db_table, Funder._meta.db_table
MOST_FIGURES = 3  # that are offered for one undisclosed amount
COUNTED = "{0}.snapshot_id = %(snapshot)s AND {0}.live AND {0}.disclosed AND {0}.net * 2 > {0}.gross AND {0}.usd_gross >= 1"
NEAR = (
    f"a.country = b.country AND a.announced_first <= b.announced_last + {DAYS_APART} AND b.announced_first <= a.announced_last + {DAYS_APART}"
    f" AND greatest(a.usd_gross, b.usd_gross) >= {LEAST_DOLLARS}"
    f" AND greatest(a.usd_gross, b.usd_gross) <= least(a.usd_gross, b.usd_gross) * {AT_MOST_APART_IN_DOLLARS}"
    f" AND CASE WHEN a.currency = b.currency THEN abs(a.gross - b.gross) <= {ALIKE} * greatest(a.gross, b.gross)"
    f" ELSE abs(a.usd_gross - b.usd_gross) <= {ALIKE_IN_DOLLARS} * greatest(a.usd_gross, b.usd_gross) END"
)
BOTH = f"{COUNTED.format('a')} AND {COUNTED.format('b')} AND {NEAR}"
# Of some entries: what each is compared with is looked up.
PAIRS_OF_SOME = f"""
SELECT least(a.entry_id, b.entry_id), greatest(a.entry_id, b.entry_id) FROM {COUNTS} a JOIN {COUNTS} b ON b.initiative_id = a.initiative_id
WHERE a.entry_id = ANY(%(entries)s) AND a.entry_id <> b.entry_id AND {BOTH}
UNION
SELECT least(a.entry_id, b.entry_id), greatest(a.entry_id, b.entry_id)
FROM {COUNTS} a JOIN {FUNDERS} paying ON paying.entry_id = a.entry_id JOIN {FUNDERS} beside ON beside.organization_id = paying.organization_id
JOIN {COUNTS} b ON b.entry_id = beside.entry_id
WHERE a.entry_id = ANY(%(entries)s) AND a.entry_id <> b.entry_id AND {BOTH}
"""
# Of all: sums of one size are put together first; a tenth more or less is at most one size away.
PAIRS_OF_ALL = f"""
WITH sized AS MATERIALIZED (
    SELECT *, floor(ln(usd_gross) / 0.1)::int AS size FROM {COUNTS} c WHERE {COUNTED.format("c")} AND usd_gross >= {LEAST_DOLLARS} * 0.9
), around AS (SELECT sized.*, size + step AS near FROM sized CROSS JOIN (VALUES (-1), (0), (1)) steps (step))
SELECT a.entry_id, b.entry_id FROM sized a JOIN around b ON b.initiative_id = a.initiative_id AND b.near = a.size
WHERE a.entry_id < b.entry_id AND {NEAR}
UNION
SELECT a.entry_id, b.entry_id
FROM (SELECT sized.*, organization_id FROM sized JOIN {FUNDERS} f ON f.entry_id = sized.entry_id) a
JOIN (SELECT around.*, organization_id FROM around JOIN {FUNDERS} f ON f.entry_id = around.entry_id) b
ON b.organization_id = a.organization_id AND b.country = a.country AND b.near = a.size
WHERE a.entry_id < b.entry_id AND {NEAR}
"""
UNDISCLOSED = f"""
SELECT a.entry_id, b.entry_id FROM {COUNTS} a
LEFT JOIN {COUNTS} b ON b.snapshot_id = a.snapshot_id AND b.initiative_id = a.initiative_id AND b.live AND b.disclosed
    AND b.announced_first > a.announced_last AND b.family <> a.family
WHERE a.snapshot_id = %(snapshot)s AND a.live AND NOT a.disclosed AND a.gross = 0 {{where}}
"""


@dataclass(frozen=True, slots=True)
class Noted:
    """A warning with the dollars at stake, None where nobody can say."""

    caution: Caution
    usd: Decimal | None


def alike(snapshot: Snapshot, entries: Collection[int] | None = None) -> Iterator[Noted]:
    """Pairs of counted statements that look like one money: those with one of these entries, or all."""
    statement = PAIRS_OF_ALL if entries is None else PAIRS_OF_SOME
    pairs = _asked(statement, snapshot=snapshot.pk, entries=list(entries or ()))
    claims = _claims(snapshot, {pk for pair in pairs for pk in pair})
    for first, second in pairs:
        why = why_one_money(claims[first], claims[second])
        if why:
            yield _pair(*earlier_first(claims[first], claims[second]), why)


def _pair(earlier: Claim, later: Claim, why: str) -> Noted:
    key, other = later.entry.key, earlier.entry.key
    message = f"{named(key, key)} and {named(other, key)} both count, and look like one money: {why}."
    usd = min((usd for usd in (earlier.usd, later.usd) if usd is not None), default=None)
    return Noted(Caution(kinds.ALIKE, key, message, (other,)), usd)


def undisclosed(snapshot: Snapshot, initiatives: Collection[int] | None = None) -> Iterator[Noted]:
    """Amounts that nobody has disclosed, with the later figures that may be theirs; of these initiatives, or of all."""
    where = "" if initiatives is None else "AND a.initiative_id = ANY(%(initiatives)s)"
    pairs = _asked(UNDISCLOSED.format(where=where), snapshot=snapshot.pk, initiatives=list(initiatives or ()))
    claims = _claims(snapshot, {pk for pair in pairs for pk in pair if pk is not None})
    figures: dict[int, list[Claim]] = {first: [] for first, _ in pairs}
    for first, second in pairs:
        if second is not None and discloses(claims[first], claims[second]):
            figures[first].append(claims[second])
    for pk, found in figures.items():
        yield Noted(_undisclosed(claims[pk], found), None)


def _undisclosed(claim: Claim, figures: list[Claim]) -> Caution:
    key = claim.entry.key
    nearest = sorted(figures, key=lambda figure: (figure.entry.announced_on, figure.entry.key))[:MOST_FIGURES]
    if not nearest:
        return Caution(kinds.UNDISCLOSED, key, f"The amount of {named(key, key)} is undisclosed: it is in no total.")
    shown = ", ".join(named(figure.entry.key, key) for figure in nearest)
    message = f"The amount of {named(key, key)} was undisclosed; {shown} may be its figure."
    return Caution(kinds.DISCLOSED_LATER, key, message, tuple(figure.entry.key for figure in nearest))


def _asked(statement: str, **values: object) -> list[tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)  # type: ignore[arg-type]
        return sorted(cursor.fetchall(), key=lambda pair: (pair[0], pair[1] or 0))


def _claims(snapshot: Snapshot, ids: Collection[int]) -> dict[int, Claim]:
    """The statements with these ids; four queries, none where there are none."""
    if not ids:
        return {}
    found = recorded(ids)
    payers: dict[int, set[int]] = defaultdict(set)
    for entry, organization in Funder.objects.filter(entry__in=ids, organization__isnull=False).values_list("entry_id", "organization_id"):
        payers[entry].add(organization or 0)
    said = {pk: (source, period) for pk, source, period in FundingEntry.objects.filter(pk__in=ids).values_list("pk", "source_id", "period")}
    counts = FundingCount.objects.filter(snapshot=snapshot, entry__in=ids).values_list("entry_id", "country", "gross", "usd_gross")
    sums = {pk: (country, gross, usd) for pk, country, gross, usd in counts}
    made: dict[int, Claim] = {}
    for stated in found.entries:
        pk = found.ids[stated.key][0]
        (source, period), (country, gross, usd) = said[pk], sums[pk]
        made[pk] = Claim(stated, stated.key.rpartition("#")[0], country, frozenset(payers[pk]), source, period, gross, usd)
    return made
