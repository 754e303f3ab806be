"""The list of organizations: who they are, what they do, and what they pay."""

from typing import Final

from django.http import HttpRequest, HttpResponse

from dashboard.filters import Filters
from dashboard.pages.frame import public_page, show
from dashboard.pages.lists import Narrowing, narrowing, sorts, ways_out
from dashboard.pages.words import Sentence, said
from dashboard.queries import selection
from dashboard.queries.facets import organization_facets
from dashboard.queries.organization_list import OrganizationRow, Places, organization_page, places
from initiatives import formats
from initiatives.vocabulary import PARTICIPATION_ROLES

SORTS: Final = (("-initiatives", "initiatives"), ("-amount", "money"), ("name", "name"), ("country", "home"))
FACETS: Final = (("type", "Kind", 9), ("home", "Home", 12))
NAMES_SHOWN: Final = 3


@public_page
def organizations(request: HttpRequest, filters: Filters) -> HttpResponse:
    """One page of the organizations that match."""
    page = organization_page(filters)
    taking = places(filters)
    return show(
        request, "pages/organizations.html", filters, section="organizations", has_search=True, status=404 if page.is_beyond else 200,
        page=page, rows=[(row, roles(row), formats.listed(row.other_names[:NAMES_SHOWN], "or")) for row in page.rows],
        facets=narrowings(filters), sorts=sorts(filters, SORTS), headline=headline(filters, page.count, taking), taking=taking,
        ways_out=() if page.count else ways_out(filters, lambda other: selection.organizations(other).count()),
        download_words=f"Download all {formats.counted(page.count, 'row')}",
    )  # fmt: skip


def narrowings(filters: Filters) -> list[Narrowing]:
    """The facets beside the list."""
    found = organization_facets(filters)
    return [narrowing(found[name], words, most) for name, words, most in FACETS]


def roles(row: OrganizationRow) -> str:
    """`funder, lead`."""
    return ", ".join(PARTICIPATION_ROLES[role] for role in row.roles)


def headline(filters: Filters, count: int, taking: Places | None) -> Sentence:
    """`714 organizations pay, lead or take part`; of those that take part also how often."""
    if not count:
        return said("No organization matches these filters")
    where = " in this selection" if filters.narrows() else ""
    if taking:
        roles = f", in {formats.counted(taking.roles, 'role')}" if len(filters.role) > 1 else ""
        verb = "takes part" if count == 1 else "take part"
        return said(f"{formats.counted(count, 'organization')} {verb}{where}: {formats.counted(taking.participations, 'participation')}{roles}")
    return said(f"{formats.counted(count, 'organization')} {'pay, lead or take part' if count > 1 else 'pays, leads or takes part'}{where}")
