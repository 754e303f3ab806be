"""What whole editions changed: counts for many of them at once, and the rows of one, a page at a time however many there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.core.cache import cache
from django.db import connection

from initiatives.history.changes import Change, change_of
from initiatives.history.fields import NOUNS, plural
from initiatives.history.lines import lines_before, lines_numbered
from initiatives.history.tables import history, key, rank, tables
from initiatives.models import Edition

KINDS = {"+": "added", "~": "changed", "-": "removed"}
EDITIONS = f'"{Edition._meta.db_table}"'
KIND = (  # what became of a row, by its lines of one edition
    "CASE WHEN bool_or(h.history_type = '+') AND bool_or(h.history_type = '-') THEN '' WHEN bool_or(h.history_type = '-') THEN '-'"
    " WHEN bool_or(h.history_type = '+') THEN '+' ELSE '~' END"
)
FIRST, LAST = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)
LAST_NUMBER = 2**63 - 1
KEPT_SECONDS = 24 * 3600
Counts = Mapping[tuple[str, str], int]  # (table, kind) → rows


@dataclass(frozen=True, slots=True)
class EditionSummary:
    """An edition and how many rows of which table it added, changed and removed."""

    edition: Edition
    counts: Counts = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Rows in all."""
        return sum(self.counts.values())

    @property
    def words(self) -> list[str]:
        """`2 funding entries added`, `1 organization changed`."""
        return [f"{number:,} {noun_of(table, number)} {KINDS[kind]}" for (table, kind), number in self.counts.items()]


def noun_of(table: str, number: int) -> str:
    """The noun of a table for so many of its rows."""
    return NOUNS[table] if number == 1 else plural(table)


def newest_editions(editions: Sequence[Edition]) -> list[EditionSummary]:
    """These editions with their counts, which never change and are kept; two statements for those that are not."""
    kept = cache.get_many([_key(edition) for edition in editions])
    unknown = [edition for edition in editions if _key(edition) not in kept]
    counted = _counts(unknown) if unknown else {}
    cache.set_many({_key(edition): counted[edition.number] for edition in unknown}, KEPT_SECONDS)
    return [EditionSummary(edition, kept.get(_key(edition)) or counted.get(edition.number, {})) for edition in editions]


def kinds_of_changes(edition: Edition) -> Counts:
    """How many rows of which table the edition added, changed and removed."""
    return newest_editions([edition])[0].counts


def changes_in(edition: Edition, start: int, count: int, table: str | None = None) -> list[Change]:
    """Rows that the edition changed, in the order of their tables, from the one at `start` on; of one table where it is named. Four statements."""
    bounds = bounds_of([edition])[0]
    chosen, start = ([table], start) if table else _tables_from(edition, start, count)
    if not chosen:
        return []
    parts = " UNION ALL ".join(_rows_of(name) for name in chosen)
    values = [value for name in chosen for value in bounds.of(name)]
    found = _asked(f"SELECT * FROM ({parts}) x ORDER BY x.place, x.first LIMIT %s OFFSET %s", [*values, count, start])
    first = {(name, last): number for name, _, number, last in found}
    after = sorted(lines_numbered(_by_table(list(first))), key=lambda line: (rank(line.table), first[line.table, line.number]))
    earlier = lines_before([(line.table, line.pk, first[line.table, line.number]) for line in after])
    before = {(line.table, line.pk): line for line in earlier}
    return [change_of(before.get((line.table, line.pk)), line) for line in after]


def later_changes(edition: Edition, at_most: int) -> list[tuple[int, Edition]]:
    """Editions that changed rows again which this one changed, with how many; the earliest first."""
    bounds = bounds_of([edition])[0]
    parts = " UNION ALL ".join(_later_of(name) for name in tables())
    values = [value for name in tables() for value in bounds.of(name)]
    statement = f"SELECT later.number, sum(later.rows) FROM ({parts}) later WHERE later.number IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT %s"
    found = _asked(statement, [*values, at_most])
    editions = Edition.objects.in_bulk([number for number, _ in found])
    return [(int(rows), editions[number]) for number, rows in found]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between what the lines of one edition lie: its marks and those of the one before; where these are not known, the two moments."""

    edition: Edition
    earlier: Edition | None

    def of(self, table: str) -> tuple[int, int, datetime, datetime]:
        """The lines of a table: after a number, up to a number, after a moment, up to a moment."""
        mark, earlier = self.edition.marks.get(table), self.earlier.marks.get(table) if self.earlier else 0
        since = FIRST if earlier is not None or self.earlier is None else self.earlier.made_at
        return (earlier or 0, LAST_NUMBER if mark is None else mark, since, LAST if mark is not None else self.edition.made_at)


def bounds_of(editions: Sequence[Edition]) -> list[Bounds]:
    """The bounds of each of these editions; one statement."""
    earlier = Edition.objects.in_bulk([edition.number - 1 for edition in editions])
    return [Bounds(edition, earlier.get(edition.number - 1)) for edition in editions]


def _key(edition: Edition) -> str:
    return f"rows-of-edition:{edition.number}:{edition.made_at.timestamp():.6f}"


def _counts(editions: Sequence[Edition]) -> dict[int, Counts]:
    counts: dict[int, dict[tuple[str, str], int]] = {edition.number: {} for edition in editions}
    for number, table, kind, rows in _asked(*_counting(bounds_of(editions))):
        counts[number][table, kind] = rows
    return {number: _in_order(found) for number, found in counts.items()}


def _counting(bounds: Sequence[Bounds]) -> tuple[str, list[Any]]:
    parts, values = [], []
    asked = ", ".join(f"%s::{kind}[]" for kind in ("int", "bigint", "bigint", "timestamptz", "timestamptz"))
    for table in tables():
        parts.append(
            f"SELECT asked.number, '{table}', changed.kind, count(*) FROM unnest({asked}) asked(number, after, until, since, by),"
            f" LATERAL (SELECT {KIND} AS kind FROM {history(table)} h"
            " WHERE h.history_id > asked.after AND h.history_id <= asked.until AND h.history_date > asked.since AND h.history_date <= asked.by"
            f" AND h.history_change_reason IS NOT NULL GROUP BY h.\"{key(table)}\") changed WHERE changed.kind <> '' GROUP BY 1, 2, 3"
        )
        values += [[one.edition.number for one in bounds], *map(list, zip(*(one.of(table) for one in bounds), strict=True))]
    return " UNION ALL ".join(parts), values


def _tables_from(edition: Edition, start: int, count: int) -> tuple[list[str], int]:
    """The tables in which the changes from `start` on stand, so that no other is looked at; and where in the first of them they start."""
    rows: dict[str, int] = {}
    for (table, _), number in kinds_of_changes(edition).items():
        rows[table] = rows.get(table, 0) + number
    chosen, passed, before = [], 0, 0
    for table, number in rows.items():
        if passed + number <= start:
            before = passed + number
        elif passed < start + count:
            chosen.append(table)
        passed += number
    return chosen, start - before


def _rows_of(table: str) -> str:
    return f"SELECT '{table}' AS of_table, {rank(table)} AS place, found.first, found.last FROM ({_own_rows(table)}) found WHERE found.kind <> ''"


def _later_of(table: str) -> str:
    pk, own = key(table), history(table)
    return (
        f"SELECT (SELECT number FROM {EDITIONS} e WHERE e.made_at >= l.history_date ORDER BY e.made_at LIMIT 1) AS number, count(*) AS rows"
        f' FROM ({_own_rows(table)}) found JOIN {own} l ON l."{pk}" = found.pk AND l.history_id > found.last'
        " WHERE l.history_change_reason IS NOT NULL GROUP BY 1"
    )


def _own_rows(table: str) -> str:
    """Each row of a table that an edition changed, with its first and its last line there; between bounds in the order of `Bounds.of`."""
    return (
        f'SELECT h."{key(table)}" AS pk, min(h.history_id) AS first, max(h.history_id) AS last, {KIND} AS kind FROM {history(table)} h'
        " WHERE h.history_id > %s AND h.history_id <= %s AND h.history_date > %s AND h.history_date <= %s"
        " AND h.history_change_reason IS NOT NULL GROUP BY 1"  # what others did meanwhile, as the line does for its articles, bears no reason
    )


def _in_order(counts: dict[tuple[str, str], int]) -> Counts:
    return dict(sorted(counts.items(), key=lambda pair: (rank(pair[0][0]), list(KINDS).index(pair[0][1]))))


def _by_table(wanted: Sequence[tuple[str, int]]) -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = {}
    for table, number in wanted:
        numbers.setdefault(table, []).append(number)
    return numbers


def _asked(statement: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
