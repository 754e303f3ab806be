"""One organization: what it pays, what it receives, what it does where and with whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from dashboard.filters import Filters
from dashboard.pages import links, statements
from dashboard.pages.drawings.bars import Piece, place
from dashboard.pages.frame import public_page, show
from dashboard.pages.initiative import Group, columns
from dashboard.pages.initiatives import owners_in_words
from dashboard.pages.words import Part, Sentence, said, scopes_in_words
from dashboard.queries.entries import EntryRow
from dashboard.queries.organization_detail import (
    OrganizationFacts,
    PartnerRow,
    RoleRow,
    by_role,
    organization_facts,
    paid_by,
    partners_of,
    received_by,
    roles_in,
    slug_of_former,
)
from initiatives import formats
from initiatives.vocabulary import ORGANIZATION_KINDS, PARTICIPATION_ROLES, SCOPES

ALONE: Final = Decimal(1)
PARTNERS_SHOWN: Final = 8
RECEIPTS_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class Payment:
    """One statement that it pays for: its own published share, or what it stands behind with others; never both."""

    entry: EntryRow
    own: Decimal | None
    shared: Decimal | None
    share: str
    others: str
    result: str
    bars: tuple[Piece, ...]


@public_page
def organization(request: HttpRequest, filters: Filters, slug: str) -> HttpResponse:
    """The page of one organization; a former address leads on to today's."""
    facts = organization_facts(slug)
    if facts is None:
        return moved(filters, slug)
    payments = payments_of(facts, filters)
    receipts = received_by(facts.id, filters)
    roles, partners = roles_in(facts.id), partners_of(facts.id)
    return show(
        request, "pages/organization.html", filters, section="organizations", organization=facts, payments=payments,
        own_total=statements.summed(one.own for one in payments), shared_total=statements.summed(one.shared for one in payments),
        receipts=[(row, statements.payers_in_words(row)) for row in receipts[:RECEIPTS_SHOWN]],
        receipts_total=statements.summed(row.counts for row in receipts),
        receipts_more=max(0, len(receipts) - RECEIPTS_SHOWN), lead=lead(facts, payments, receipts, filters),
        initiative_count=len({row.slug for row in roles} | {one.entry.initiative_slug for one in payments}),
        roles=columns(role_groups(roles)), roles_words=roles_words(roles),
        partners=[(one, about(one)) for one in partners[:PARTNERS_SHOWN]], partner_count=len(partners),
    )  # fmt: skip


def moved(filters: Filters, slug: str) -> HttpResponse:
    """A redirect from a former address. Raises Http404 where nobody ever had it."""
    today = slug_of_former(slug)
    if today is None:
        raise Http404(f"“{slug}” is no organization of the record.")
    return redirect(links.to("organization", filters, today, keep="all"), permanent=True)


def payments_of(facts: OrganizationFacts, filters: Filters) -> list[Payment]:
    """Its statements with bars on the scale of the largest."""
    rows = paid_by(facts.slug, filters)
    largest = max((row.counts for row in rows if row.counts), default=ALONE)
    return [payment(row, facts, largest, filters) for row in rows]


def payment(row: EntryRow, facts: OrganizationFacts, largest: Decimal, filters: Filters) -> Payment:
    """One statement divided into what is its own and what is shared."""
    mine = next(payer for payer in row.payers if payer.slug == facts.slug)
    share = ALONE if len(row.payers) == 1 and mine.share is None else mine.share
    counts = row.counts
    own = counts * share if counts and share is not None else None
    shared = counts if counts and share is None else None
    others = ", ".join(payer.name for payer in row.payers if payer.slug != facts.slug)
    width = (own or shared or Decimal(0)) / largest * 100
    bars = (Piece("public" if own else "shared", own or shared or Decimal(0), "0%", place(width), width),) if width else ()
    return Payment(row, own, shared, share_in_words(share), others, result(row, own, filters), bars)


def share_in_words(share: Decimal | None) -> str:
    """`alone`, `50 % of it`, `split not published`."""
    if share is None:
        return "split not published"
    return "alone" if share == ALONE else f"{formats.percent(share * 100)} of it"


def result(row: EntryRow, own: Decimal | None, filters: Filters) -> str:
    """Its own share in words, or why there is none."""
    if own:
        return formats.money(own, filters.currency)
    if row.amount is None:
        return formats.UNDISCLOSED
    if row.scope not in filters.scope:
        return f"outside {scopes_in_words(filters.scope)} ({SCOPES[row.scope]})"
    return "–" if row.counts else row.reason_words


def lead(facts: OrganizationFacts, payments: Sequence[Payment], receipts: Sequence[EntryRow], filters: Filters) -> Sentence:
    """What it pays alone, what it stands behind with others, and what it is given."""
    own, shared = statements.summed(one.own for one in payments), statements.summed(one.shared for one in payments)
    given = statements.summed(row.counts for row in receipts)
    found: list[Part] = []
    if own:
        found += [Part("It pays "), Part(formats.money(own, filters.currency), "#out"), Part(" that can be told apart" if shared else "")]
    if shared:
        found += [
            Part(", and stands with others behind " if own else "It stands with others behind "),
            Part(formats.money(shared, filters.currency), "#out"),
            Part(" whose split is not published"),
        ]
    if found:
        found.append(Part(". "))
    if given:
        found += [
            Part(formats.money(given, filters.currency), "#in"),
            Part(" of others’ money is counted in the initiatives that it leads or receives for."),
        ]
    return tuple(found) or said(f"No money that counts for {scopes_in_words(filters.scope)} at this basis is recorded for it.")


def role_groups(rows: Sequence[RoleRow]) -> list[Group]:
    """Initiatives by role."""
    found = by_role(rows)
    return [
        Group(words.capitalize(), [(row, owners_in_words(row.owners)) for row in found[role]])
        for role, words in PARTICIPATION_ROLES.items()
        if role in found
    ]


def roles_words(rows: Sequence[RoleRow]) -> str:
    """`funder 11, lead 1`."""
    found = by_role(rows)
    return ", ".join(f"{words} {len(found[role])}" for role, words in PARTICIPATION_ROLES.items() if role in found)


def about(one: PartnerRow) -> str:
    """Kind and home of a partner, as far as they are known."""
    return ", ".join(part for part in (ORGANIZATION_KINDS.get(one.kind or "", ""), one.country_name) if part)
