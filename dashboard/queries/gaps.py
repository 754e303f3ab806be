"""The gap between what is announced and what is committed, part by part with its reason and source; must not know how it is shown.

The parts of a gap add up to it, because each live entry that is announced or budgeted stands in one of them. What was announced and counts no more
(cancelled, or replaced by a smaller figure) is in no total, so it stands beside the gap and not in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal

from django.db.models import Q, QuerySet, Sum

from dashboard.filters import Filters
from dashboard.queries import money, selection
from dashboard.queries.entries import anchor
from dashboard.queries.funding_by_country import names_of, year_of
from dashboard.queries.remembered import counted, remembered
from initiatives.ledger.gap import IN_WORDS, LEFT_IN_WORDS, GapReason, LeftReason, gap_reason
from initiatives.models import FundingCount

By = Literal["country", "initiative"]
OPEN: Final = ("announced", "budgeted")
FIRM: Final = ("committed", "disbursed")
COLUMN: Final[Mapping[str, str]] = {"country": "country", "initiative": "initiative__slug"}
SOURCE: Final = ("note", "evidence", "tier", "announced_on", "source__url", "source__publisher", "source__title")
COLUMNS: Final = (
    "entry__key", "initiative__slug", "initiative__name", "initiative__status", "country", "live", "stage", "origin", "currency", "reason",
    "entry__period", "entry__amount", *(f"entry__{name}" for name in SOURCE), "reason_entry__key", *(f"reason_entry__{name}" for name in SOURCE),
    "reason_entry__amount", "reason_entry__currency", "reason_entry__stage", "reason_entry_now__key", "reason_entry_now__amount",
    "reason_entry_now__currency", "reason_entry_now__stage",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GapEntry:
    """One entry of a part with its amount in the display currency and the statement that gives the reason: its own, or the one that ended it.

    `note` and `evidence` stand here only where they carry the reason, `years` where the years that the money covers do."""

    key: str
    anchor: str
    slug: str
    initiative: str
    stage: str
    amount: Decimal
    announced_on: str
    years: str | None
    note: str | None
    evidence: str | None
    tier: int
    source_url: str
    source_words: str


@dataclass(frozen=True, slots=True)
class GapPart:
    """What one reason explains, the largest entry first. `words` is the reason as a reader sees it."""

    reason: str
    words: str
    amount: Decimal
    entries: tuple[GapEntry, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """One country (by its code; `joint` for what several own) or initiative (by its slug): what it announced and committed, in the display currency.

    `parts` add up to `gap`; `left` was announced once and counts no more, so it is not in the gap."""

    key: str
    name: str
    announced: Decimal
    committed: Decimal
    parts: tuple[GapPart, ...]
    left: tuple[GapPart, ...]

    @property
    def gap(self) -> Decimal:
        """What is announced and not committed."""
        return self.announced - self.committed


def gaps(filters: Filters, by: By = "country", firm: Mapping[str, Decimal] | None = None) -> list[Gap]:
    """One row for each country or initiative that announced anything in the scope, whatever the basis; the widest gap first.

    Two statements, one where what is committed is known already (`firm`, by key)."""
    firm, grouped = committed(filters, by) if firm is None else firm, rows_by(filters, by)
    keys = list({**grouped, **firm})
    named = names(keys, grouped, by)
    found = [gap_from(key, named[key], firm.get(key, money.ZERO), grouped.get(key, []), filters) for key in keys]
    return sorted(found, key=lambda one: (-one.gap, one.key))


def rows_by(filters: Filters, by: By) -> dict[str, list[dict[str, Any]]]:
    """The entries in a gap or fallen out of it, by country or initiative, the oldest first; one statement."""
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    shown = {"shown_net": money.amount(filters, "net"), "shown_published": money.amount(filters, "published")}
    found = selection.entries(filters).filter(_in_the_gap(filters)).order_by("announced_first", "entry__key").annotate(**shown)
    for row in remembered("gaps", counted(filters), lambda: list(found.values(*COLUMNS, *shown))):
        grouped[row[COLUMN[by]]].append(row)
    return grouped


def _firm(filters: Filters) -> Q:
    """Live entries that are committed or paid out."""
    return Q(live=True, stage__in=FIRM, net__gt=0, scope__in=filters.scope)


def _in_the_gap(filters: Filters) -> Q:
    """Live entries that are announced or budgeted, and announced ones that were cancelled or replaced."""
    still = Q(live=True, stage__in=OPEN, net__gt=0)
    gone = Q(live=False, reason__in=[reason.value for reason in LeftReason], disclosed=True) & ~Q(stage="pledged")
    return Q(scope__in=filters.scope) & (still | gone)


def committed(filters: Filters, by: By) -> dict[str, Decimal]:
    """What is committed or paid out, by country or initiative; one statement."""
    firm: QuerySet[FundingCount] = selection.entries(filters).filter(_firm(filters)).order_by()
    sums: Any = firm.values(COLUMN[by]).annotate(sum=Sum(money.amount(filters, "net"))).values_list(COLUMN[by], "sum")
    kept = remembered(f"committed by {by}", counted(filters), lambda: list(sums))
    return {key: amount or money.ZERO for key, amount in kept}


def names(keys: Sequence[str], grouped: Mapping[str, Sequence[Mapping[str, Any]]], by: By) -> dict[str, str]:
    """The display name of each country; of an initiative the one its rows bear, its slug where nothing of it is open."""
    if by == "country":
        return names_of(keys)
    return {key: grouped[key][0]["initiative__name"] if grouped.get(key) else key for key in keys}


def gap_from(key: str, name: str, firm: Decimal, rows: Sequence[Mapping[str, Any]], filters: Filters) -> Gap:
    """The gap of rows with the columns above, the oldest first, beside what is committed."""
    year = year_of(filters)
    still: dict[GapReason, list[GapEntry]] = defaultdict(list)
    for row in rows:
        if row["live"] and row["shown_net"]:
            reason = _reason(row, year)
            still[reason].append(_entry(row, row["shown_net"], reason=reason))
    parts = tuple(_part(reason, IN_WORDS[reason], still[reason]) for reason in GapReason if reason in still)
    announced = firm + sum((part.amount for part in parts), money.ZERO)
    return Gap(key, name, announced, firm, parts, _left([row for row in rows if not row["live"]]))


def _reason(row: Mapping[str, Any], year: int) -> GapReason:
    return gap_reason(
        status=row["initiative__status"],
        stage=row["stage"],
        origin=row["origin"],
        period=row["entry__period"],
        note=row["entry__note"],
        year=year,
    )


def _part(reason: str, words: str, entries: Iterable[GapEntry]) -> GapPart:
    largest_first = tuple(sorted(entries, key=lambda one: (-one.amount, one.key)))
    return GapPart(reason, words, sum((one.amount for one in largest_first), money.ZERO), largest_first)


def _left(rows: Sequence[Mapping[str, Any]]) -> tuple[GapPart, ...]:
    """What was announced and is no more: cancelled sums at their last figure, replaced ones by as much as the newest figure is smaller."""
    cancelled = {row["reason_entry__key"]: row for row in rows if row["reason"] == LeftReason.CANCELLED}
    gone = [_entry(row, row["shown_published"], "reason_entry__") for row in cancelled.values() if row["shown_published"]]
    replaced: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        if row["reason"] == LeftReason.REPLACED:
            replaced.setdefault(row["reason_entry_now__key"] or row["reason_entry__key"], row)
    cut = [_entry(row, amount, "reason_entry__") for row in replaced.values() if (amount := taken_off(row))]
    found = ((LeftReason.CANCELLED, gone), (LeftReason.REPLACED, cut))
    return tuple(_part(reason, LEFT_IN_WORDS[reason], entries) for reason, entries in found if entries)


def taken_off(row: Mapping[str, Any]) -> Decimal:
    """By how much the newest figure is smaller, at the rate of the first; 0 where it is not, or stands in another currency."""
    newest = "reason_entry_now__" if row["reason_entry_now__key"] else "reason_entry__"
    amount: Decimal | None = row["entry__amount"]
    published: Decimal | None = row["shown_published"]
    if not published or not amount:
        return money.ZERO
    if row[f"{newest}stage"] == "pledged":
        return published
    if row[f"{newest}amount"] is None or row[f"{newest}currency"] != row["currency"]:
        return money.ZERO
    left: Decimal = row[f"{newest}amount"]
    return max(published * (1 - left / amount), money.ZERO).quantize(money.CENT)


SAID_IN_NOTES: Final = (None, GapReason.CANCELLED, GapReason.PAUSED, GapReason.VOTE)
SAID_BY_YEARS: Final = (GapReason.LATER, GapReason.RUNNING)


def _entry(row: Mapping[str, Any], amount: Decimal, says: str = "entry__", reason: GapReason | None = None) -> GapEntry:
    """One entry; `says` is whose note and source give the reason, which is None for what counts no more."""
    in_notes = reason in SAID_IN_NOTES
    return GapEntry(
        key=row["entry__key"],
        anchor=anchor(row["entry__key"]),
        slug=row["initiative__slug"],
        initiative=row["initiative__name"],
        stage=row["stage"],
        amount=amount,
        announced_on=row["entry__announced_on"],
        years=row["entry__period"] if reason in SAID_BY_YEARS else None,
        note=row[f"{says}note"] if in_notes else None,
        evidence=(row[f"{says}evidence"] or {}).get("text") if in_notes else None,
        tier=row[f"{says}tier"],
        source_url=row[f"{says}source__url"],
        source_words=row[f"{says}source__publisher"] or row[f"{says}source__title"],
    )
