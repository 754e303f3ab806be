"""The gap of one initiative from the statements of its page, which hold all that its reasons need; must not know how it is shown."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from dashboard.filters import Filters
from dashboard.queries import money
from dashboard.queries.entries import EntryRow
from dashboard.queries.gaps import FIRM, OPEN, Gap, gap_from
from initiatives.dates import first_day
from initiatives.ledger.gap import LeftReason

SAID: Final = ("note", "tier", "announced_on", "amount", "currency", "stage", "key")


def own_gap(slug: str, name: str, rows: Sequence[EntryRow], filters: Filters) -> Gap:
    """What an initiative announced and did not commit; `rows` are every statement of its families. No statement of SQL."""
    own = [row for row in rows if row.initiative_slug == slug and row.scope in filters.scope]
    firm = sum((row.converted for row in own if row.live and row.stage in FIRM and row.converted), money.ZERO)
    endings = Endings(rows)
    oldest_first = sorted(own, key=lambda row: (first_day(row.announced_on), row.key))
    return gap_from(slug, name, firm, [_told(row, endings) for row in oldest_first if _is_asked(row)], filters)


def _is_asked(row: EntryRow) -> bool:
    """Whether a statement stands in the gap, or fell out of it."""
    if row.live:
        return row.stage in OPEN and row.net > 0
    return row.reason in tuple(LeftReason) and row.amount is not None and row.stage != "pledged"


class Endings:
    """Which statement stands for another, and which cancels it."""

    def __init__(self, rows: Sequence[EntryRow]) -> None:
        self.by_key = {row.key: row for row in rows}
        self.replacing = {row.related_key: row for row in rows if row.relation == "replaces" and row.related_key}
        self.cancelling = {self.newest(self.meant(row.related_key)).key: row for row in rows if row.relation == "cancels" and row.related_key}

    def meant(self, key: str) -> EntryRow:
        """The statement itself; of a restatement what it restates."""
        row = self.by_key[key]
        while row.relation == "restates" and row.related_key in self.by_key:
            row = self.by_key[row.related_key]
        return row

    def newest(self, row: EntryRow) -> EntryRow:
        """The newest figure for the same money."""
        while row.key in self.replacing:
            row = self.replacing[row.key]
        return row


def _told(row: EntryRow, endings: Endings) -> Mapping[str, Any]:
    """A statement as the columns of the query name it."""
    ended = endings.cancelling.get(endings.newest(row).key) if row.reason == LeftReason.CANCELLED else endings.replacing.get(row.key)
    newest = endings.newest(row)
    return {
        "initiative__slug": row.initiative_slug,
        "initiative__name": row.initiative_name,
        "initiative__status": row.initiative_status,
        "live": row.live,
        "stage": row.stage,
        "origin": row.origin,
        "currency": row.currency,
        "reason": row.reason,
        "entry__period": row.period,
        "shown_net": row.converted if row.live else money.ZERO,
        "shown_published": row.published,
        **_said("entry__", row),
        **_said("reason_entry__", ended),
        **_said("reason_entry_now__", newest if ended is not None and newest is not ended and row.reason == LeftReason.REPLACED else None),
    }


def _said(prefix: str, row: EntryRow | None) -> dict[str, Any]:
    """One statement's own words and figures; nothing where there is none."""
    if row is None:
        return {f"{prefix}key": None}
    found: dict[str, Any] = {f"{prefix}{name}": getattr(row, name) for name in SAID}
    source = {"source__url": row.source_url, "source__publisher": row.publisher, "source__title": row.source_title}
    return {**found, **{f"{prefix}{name}": value for name, value in source.items()}, f"{prefix}evidence": {"text": row.evidence}}
