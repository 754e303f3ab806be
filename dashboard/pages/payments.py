"""What one organization pays, a line an initiative: its own published share, what it stands behind with others, and what lies outside the scope."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dashboard.filters import Filters
from dashboard.pages.drawings.bars import LADDER_WIDTH, Piece, place, width_of
from dashboard.pages.statements import summed
from dashboard.pages.words import scopes_in_words
from dashboard.queries.entries import EntryRow
from initiatives import formats
from initiatives.ledger.values import STAGES, reaches

ALONE: Final = Decimal(1)
NOTHING: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Part:
    """One statement divided: its own published share, or what it stands behind with others; never both. `beside` counts in another scope."""

    row: EntryRow
    share: Decimal | None
    own: Decimal
    shared: Decimal
    beside: Decimal
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Payment:
    """All statements of one initiative that it pays for; `why` says why nothing of them counts."""

    slug: str
    name: str
    country: str
    share: str
    others: str
    stage: str
    own: Decimal
    shared: Decimal
    beside: Decimal
    why: str


@dataclass(frozen=True, slots=True)
class PaymentBar:
    """One line of the drawing, on the scale of the largest; `end` is where its figure stands."""

    payment: Payment
    pieces: tuple[Piece, ...]
    end: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Payments:
    """Every line with the sums of the columns, the largest first."""

    lines: tuple[Payment, ...]
    bars: tuple[PaymentBar, ...]
    own: Decimal
    shared: Decimal
    beside: Decimal


def payments(rows: Sequence[EntryRow], slug: str, filters: Filters) -> Payments:
    """The statements of the organization `slug` by initiative."""
    grouped: dict[str, list[Part]] = {}
    for row in rows:
        grouped.setdefault(row.initiative_slug, []).append(divided(row, slug, filters))
    lines = sorted((payment(parts, filters) for parts in grouped.values()), key=lambda one: (-(one.own + one.shared), -one.beside, one.name))
    return Payments(
        tuple(lines), bars(lines), summed(one.own for one in lines), summed(one.shared for one in lines), summed(one.beside for one in lines)
    )


def divided(row: EntryRow, slug: str, filters: Filters) -> Part:
    """One statement: what of it is its own, shared, or in another scope."""
    mine = next(payer for payer in row.payers if payer.slug == slug)
    share = ALONE if len(row.payers) == 1 and mine.share is None else mine.share
    counts, outside = row.counts or NOTHING, row.scope not in filters.scope and reaches(row.stage, filters.basis)
    beside = (row.converted or NOTHING) * (ALONE if share is None else share) if outside else NOTHING
    others = tuple(payer.name for payer in row.payers if payer.slug != slug)
    return Part(row, share, NOTHING if share is None else counts * share, counts if share is None else NOTHING, beside, others)


def payment(parts: Sequence[Part], filters: Filters) -> Payment:
    """The statements of one initiative as a line; shares and stage are those of what counts, where anything does."""
    first = parts[0].row
    counting = [part for part in parts if part.own or part.shared] or [part for part in parts if part.beside] or list(parts)
    own, shared, beside = (summed(getattr(part, name) for part in parts) for name in ("own", "shared", "beside"))
    return Payment(
        slug=first.initiative_slug,
        name=first.initiative_name,
        country=first.country_name,
        share=", ".join(dict.fromkeys(share_in_words(part.share) for part in counting)),
        others=", ".join(dict.fromkeys(name for part in counting for name in part.others)),
        stage=max((part.row.stage for part in counting), key=STAGES.index),
        own=own,
        shared=shared,
        beside=beside,
        why="" if own or shared else why(parts, beside, filters),
    )


def why(parts: Sequence[Part], beside: Decimal, filters: Filters) -> str:
    """`outside AI`, `undisclosed`, or the reason of its first statement."""
    if beside:
        return f"outside {scopes_in_words(filters.scope)}"
    return formats.UNDISCLOSED if any(part.row.amount is None for part in parts) else parts[0].row.reason_words


def bars(lines: Sequence[Payment]) -> tuple[PaymentBar, ...]:
    """What counts as bars: solid its own share, hatched what it pays with others."""
    counting = [one for one in lines if one.own or one.shared]
    largest = max((one.own + one.shared for one in counting), default=NOTHING)
    return tuple(bar(one, largest) for one in counting)


def bar(one: Payment, largest: Decimal) -> PaymentBar:
    own, shared = width_of(one.own, largest, LADDER_WIDTH), width_of(one.shared, largest, LADDER_WIDTH)
    pieces = [Piece("public", one.own, "0%", place(own), own)] if own else []
    pieces += [Piece("shared", one.shared, place(own), place(shared), shared)] if shared else []
    return PaymentBar(one, tuple(pieces), place(own + shared), one.own + one.shared)


def share_in_words(share: Decimal | None) -> str:
    """`alone`, `50 % of it`, `split not published`."""
    if share is None:
        return "split not published"
    return "alone" if share == ALONE else f"{formats.published_percent(share * 100)} of it"
