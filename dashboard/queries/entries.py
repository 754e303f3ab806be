"""Single statements about money as rows: what was said, what it counts and why; must not know which are asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from django.db.models import QuerySet, Subquery

from dashboard.filters import Filters
from dashboard.queries import money
from dashboard.queries.funding_by_country import JOINT_NAME
from dashboard.queries.payers import Names, Payer, former_names, payers_of
from initiatives.ledger import why
from initiatives.ledger.values import Reason, named, reaches, reason_in_words
from initiatives.models import FundingCount
from initiatives.names.countries import name_of
from initiatives.vocabulary import JOINT

ROWS_AT_A_TIME = 2_000
ENTRY_COLUMNS = (
    "entry_id", "entry__key", "initiative__slug", "initiative__name", "initiative__status", "country", "owners", "entry__announced_on",
    "announced_first", "entry__amount",
    "currency", "entry__hedge", "entry__amount_low", "entry__amount_high", "entry__usd_as_published", "stage", "origin", "scope", "entry__relation",
    "entry__related_to__key", "entry__period", "entry__instrument", "entry__channel", "entry__new_money", "entry__within", "entry__note",
    "entry__tier",
    "entry__source__publisher", "entry__source__url", "entry__source__title", "entry__evidence", "family", "live", "reason", "reason_entry__key",
    "reason_entry_now__key", "gross", "net", "held", "entry__rank", "entry__rank_reason",
)  # fmt: skip
RATE_COLUMNS = ("rate", "rate_day", "rate_provider", "rate_mark")


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One statement with what it counts at the filters' basis and scope. `amount` is None where undisclosed; `published` and `counts` are in the
    display currency, None where they cannot be converted; `gross`, `net` and `held` are in the entry's own."""

    key: str
    initiative_slug: str
    initiative_name: str
    initiative_status: str
    country: str
    country_name: str
    owners: tuple[str, ...]
    announced_on: str
    is_ahead: bool  # dated after the day that is shown
    amount: Decimal | None
    currency: str
    hedge: str
    amount_low: Decimal | None
    amount_high: Decimal | None
    usd_as_published: Decimal | None
    stage: str
    origin: str
    scope: str
    relation: str
    related_key: str | None
    related_number: str | None  # “#3”, or the whole key where it is of another initiative
    period: str | None
    instrument: str | None
    channel: str | None
    new_money: str
    within: str | None
    note: str | None
    tier: int
    publisher: str
    source_url: str
    source_title: str
    evidence: str | None  # the passage that says it
    family: str
    live: bool
    reason: str
    reason_words: str
    gross: Decimal
    net: Decimal
    held: Decimal
    counts: Decimal | None  # what it adds to the total at this basis and scope
    published: Decimal | None
    converted: Decimal | None  # its net, whatever the basis and scope
    rate: Decimal | None
    rate_day: str | None
    rate_provider: str | None
    rate_mark: str | None
    payers: tuple[Payer, ...]
    step_amount: Decimal | None  # what it gives to the steps that are asked for, signed; None where none is, or nobody knows
    anchor: str  # the fragment of its address
    number: int = 0  # its place in a family, from 1; 0 where no family is shown
    depth: int = 0  # how deep it lies in its family
    matches: bool = True  # whether the filters select it, where a whole family is shown
    rank: str = "normal"  # of rival figures; counts nothing
    rank_reason: str | None = None

    @property
    def struck(self) -> bool:
        """Whether a newer figure or a cancellation stands in its place."""
        return self.reason in ("replaced", "cancelled", "ended")


def entry_rows(found: QuerySet[FundingCount], filters: Filters, shown_day: date | None = None, *, payers: bool = True) -> list[EntryRow]:
    """Some statements in their order; three statements, one where nobody asks who pays."""
    rows = list(with_rate(found, filters))
    if not payers:
        return [entry_row(row, filters, shown_day, ()) for row in rows]
    return _made(rows, filters, shown_day, former_names({row["entry_id"] for row in rows}))


def entry_row_stream(found: QuerySet[FundingCount], filters: Filters, shown_day: date | None = None) -> Iterator[EntryRow]:
    """Any number of statements at flat memory: one cursor, and one statement for the payers of each two thousand."""
    rows = iter(with_rate(found, filters).iterator(ROWS_AT_A_TIME))
    while chunk := list(islice(rows, ROWS_AT_A_TIME)):
        yield from _made(chunk, filters, shown_day, {})


def with_rate(found: QuerySet[FundingCount], filters: Filters) -> Any:
    """The columns of a row, with the rate to the display currency."""
    if filters.currency == money.DOLLARS:
        return found.values(*ENTRY_COLUMNS, *RATE_COLUMNS, "usd_published", "usd_net")
    stored: dict[str, Any] = {f"shown_{column}": Subquery(money.conversions(filters).values(column)[:1]) for column in RATE_COLUMNS}
    stored |= {"shown_net": money.amount(filters, "net"), "shown_published": money.amount(filters, "published")}
    return found.annotate(**stored).values(*ENTRY_COLUMNS, *stored)


def _made(rows: Sequence[Mapping[str, Any]], filters: Filters, shown_day: date | None, names: Names) -> list[EntryRow]:
    payers = payers_of([row["entry_id"] for row in rows], {row["entry_id"]: row["entry__announced_on"] for row in rows}, names)
    return [entry_row(row, filters, shown_day, payers.get(row["entry_id"], ())) for row in rows]


def entry_row(row: Mapping[str, Any], filters: Filters, shown_day: date | None, payers: tuple[Payer, ...]) -> EntryRow:
    """One row of the columns above as a statement at the filters' basis and scope."""
    key, reason = row["entry__key"], reason_at(row, filters)
    own = {name: row[f"entry__{name}"] for name in ENTRY_FIELDS}
    converted, published, rate = _converted(row, filters)
    now = row["live"] and row["scope"] in filters.scope and reaches(row["stage"], filters.basis)
    return EntryRow(
        key=key,
        initiative_slug=row["initiative__slug"],
        initiative_name=row["initiative__name"],
        initiative_status=row["initiative__status"],
        country_name=JOINT_NAME if row["country"] == JOINT else name_of(row["country"]),
        owners=tuple(row["owners"]),
        is_ahead=shown_day is not None and row["announced_first"] > shown_day,
        related_key=row["entry__related_to__key"],
        related_number=named(row["entry__related_to__key"], key) if row["entry__related_to__key"] else None,
        publisher=row["entry__source__publisher"],
        source_url=row["entry__source__url"],
        source_title=row["entry__source__title"],
        evidence=(row["entry__evidence"] or {}).get("text"),
        reason=reason.value,
        reason_words=reason_in_words(reason, key, row["reason_entry__key"], row["reason_entry_now__key"]),
        counts=converted if now else money.ZERO,
        published=published,
        converted=converted,
        payers=payers,
        step_amount=given(row, filters, published, converted) if filters.step else None,
        anchor=anchor(key),
        **own,
        **rate,
        **{name: row[name] for name in COUNT_FIELDS},
    )


def given(row: Mapping[str, Any], filters: Filters, published: Decimal | None, converted: Decimal | None) -> Decimal | None:
    """What a statement gives to the chosen steps of “why this total”, in the display currency; None where its amount is not known there."""
    if published is None and not converted:
        return None
    one = why.Row(
        reason=Reason(row["reason"]), scope=row["scope"], stage=row["stage"], entries=1, disclosed=1, holding=1, counting=1,
        published=published or money.ZERO, net=converted or money.ZERO,
    )  # fmt: skip
    taken = why.taken(one, filters.basis, filters.scope)
    return sum((taken.get(step, money.ZERO) for step in filters.chosen("step")), money.ZERO) if filters.chosen("step") else None


ENTRY_FIELDS = (
    "announced_on", "amount", "hedge", "amount_low", "amount_high", "usd_as_published", "relation", "period", "instrument", "channel", "new_money",
    "within", "note", "tier", "rank", "rank_reason",
)  # fmt: skip
COUNT_FIELDS = ("country", "currency", "stage", "origin", "scope", "family", "live", "gross", "net", "held")


def reason_at(row: Mapping[str, Any], filters: Filters) -> Reason:
    """The first reason that holds at the filters' basis and scope."""
    if row["live"] and row["scope"] not in filters.scope:
        return Reason.OUT_OF_SCOPE
    if row["live"] and not reaches(row["stage"], filters.basis):
        return Reason.BELOW_BASIS
    return Reason(row["reason"])


def _converted(row: Mapping[str, Any], filters: Filters) -> tuple[Decimal | None, Decimal | None, dict[str, Any]]:
    """Net and published amount in the display currency with the rate used."""
    if filters.currency == money.DOLLARS:
        return row["usd_net"], row["usd_published"], {column: row[column] for column in RATE_COLUMNS}
    rate = {column: row[f"shown_{column}"] for column in RATE_COLUMNS}
    return row["shown_net"], row["shown_published"], rate


def anchor(key: str) -> str:
    """The fragment of an entry's address: `japan-model#3` as `japan-model-3`."""
    return key.replace("#", "-")
