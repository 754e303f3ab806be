"""One organization: what it pays, what it receives, what it does where and with whom."""

from collections.abc import Sequence
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from dashboard.filters import Filters
from dashboard.pages import links, statements
from dashboard.pages.frame import public_page, show
from dashboard.pages.history import notes_beside
from dashboard.pages.initiative import Group
from dashboard.pages.initiatives import owners_in_words
from dashboard.pages.payments import Payments, payments
from dashboard.pages.words import Part, Sentence, said, scopes_in_words
from dashboard.queries.entries import EntryRow
from dashboard.queries.history import history_of_organization
from dashboard.queries.money import other_scopes
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
from initiatives.vocabulary import ORGANIZATION_KINDS, PARTICIPATION_ROLES

PARTNERS_SHOWN: Final = 16
RECEIPTS_SHOWN: Final = 12
OTHER_SCOPES: Final = {"ai": "AI", "chips": "chips", "wider": "wider"}


@public_page
def organization(request: HttpRequest, filters: Filters, slug: str) -> HttpResponse:
    """The page of one organization; a former address leads on to today's."""
    facts = organization_facts(slug)
    if facts is None:
        return moved(filters, slug)
    paid = payments(paid_by(facts.slug, filters), facts.slug, filters)
    receipts = received_by(facts.id, filters)
    past = history_of_organization(facts.id, facts.slug, facts.name)
    roles, partners = roles_in(facts.id, filters), partners_of(facts.id, filters)
    return show(
        request, "pages/organization.html", filters, section="organizations", organization=facts, payments=paid,
        others=formats.listed(OTHER_SCOPES[scope] for scope in other_scopes(filters)), scope_words=scopes_in_words(filters.scope),
        receipts=[(row, statements.payers_in_words(row)) for row in receipts[:RECEIPTS_SHOWN]],
        receipts_total=statements.summed(row.counts for row in receipts),
        receipts_more=max(0, len(receipts) - RECEIPTS_SHOWN), lead=lead(facts, paid, receipts, filters),
        initiative_count=len({row.slug for row in roles} | {one.slug for one in paid.lines}),
        roles=role_groups(roles), roles_words=roles_words(roles),
        partners=[(one, about(one)) for one in partners[:PARTNERS_SHOWN]], partner_count=len(partners), more_partners=len(partners) > PARTNERS_SHOWN,
        history=past, notes=notes_beside(past),
        receipts_rest=statements.summed(row.counts for row in receipts[RECEIPTS_SHOWN:]),
    )  # fmt: skip


def moved(filters: Filters, slug: str) -> HttpResponse:
    """A redirect from a former address, not for ever: a merge may be undone. Raises Http404 where nobody ever had it."""
    today = slug_of_former(slug)
    if today is None:
        raise Http404(f"“{slug}” is no organization of the record.")
    return redirect(links.to("organization", filters, today, keep="all"))


def lead(facts: OrganizationFacts, paid: Payments, receipts: Sequence[EntryRow], filters: Filters) -> Sentence:
    """What it pays alone, what it stands behind with others, and what it is given."""
    own, shared = paid.own, paid.shared
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
    if paid.beside:
        outside = f" lies outside {scopes_in_words(filters.scope)}"
        found += [Part("; " if found else ""), Part(formats.money(paid.beside, filters.currency), "#each"), Part(outside)]
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
