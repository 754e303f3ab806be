"""The list of initiatives: searched, narrowed by facets, sorted, a page at a time."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.http import HttpRequest, HttpResponse

from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.pages.frame import public_page, show
from dashboard.pages.lists import Narrowing, narrowing, sorts, ways_out
from dashboard.pages.words import Part, Sentence, actors_in_words, said, scopes_in_words
from dashboard.queries import selection
from dashboard.queries.facets import initiative_facets
from dashboard.queries.initiative_list import InitiativeRow, ListSums, initiative_page, list_sums
from initiatives import formats
from initiatives.vocabulary import INITIATIVE_KINDS, INITIATIVE_STATUSES

SORTS: Final = (("-announced", "newest"), ("-amount", "counted sum"), ("name", "name"), ("-changed", "last changed"))
FACETS: Final = (("kind", "Kind", 11), ("status", "Status", 5), ("country", "Country", 8), ("theme", "Theme", 8), ("funder", "Paid by", 6))
OWNERS_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One initiative as a line: its owners, its result and what lies beside it, in words."""

    initiative: InitiativeRow
    owners: str
    words: str
    beside: str


@public_page
def initiatives(request: HttpRequest, filters: Filters) -> HttpResponse:
    """One page of the initiatives that match."""
    page = initiative_page(filters)
    sums = list_sums(filters, page.count)
    return show(
        request, "pages/initiatives.html", filters, section="initiatives", has_search=True, status=404 if page.is_beyond else 200,
        page=page, rows=[row(one, filters) for one in page.rows], facets=narrowings(filters), sorts=sorts(filters, SORTS),
        headline=headline(filters, sums), lead=lead(filters, sums),
        ways_out=() if page.count else ways_out(filters, lambda other: selection.initiatives(other).count()),
        download_words=f"Download all {formats.counted(page.count, 'row')}",
    )  # fmt: skip


def narrowings(filters: Filters) -> list[Narrowing]:
    """The facets beside the list."""
    found = initiative_facets(filters, [name for name, _, _ in FACETS])
    return [narrowing(found[name], words, most) for name, words, most in FACETS]


def row(one: InitiativeRow, filters: Filters) -> Row:
    """One initiative as a line of the list."""
    return Row(one, owners_in_words(one.country_names), result(one, filters), beside(one, filters))


def owners_in_words(names: tuple[str, ...]) -> str:
    """`France + Sweden`; past three owners only their number."""
    shown = " + ".join(names[:OWNERS_SHOWN])
    return shown if len(names) <= OWNERS_SHOWN else f"{shown} + {len(names) - OWNERS_SHOWN}"


def result(one: InitiativeRow, filters: Filters) -> str:
    """The counted sum, or why there is none."""
    if one.counted is None:
        return formats.UNDISCLOSED
    if one.counted:
        return formats.money(one.counted, filters.currency)
    if not one.entries:
        return "no money recorded"
    return f"outside {scopes_in_words(filters.scope)}" if one.beside_scope else "nothing"


def beside(one: InitiativeRow, filters: Filters) -> str:
    """What is less firm, and what lies outside the scope."""
    soft = "pledged" if filters.basis == "announced" else "less firm"
    parts = [(one.below_basis, f" {soft}"), (one.beside_scope, " outside the scope" if one.counted else "")]
    plus = "+ " if one.counted else ""
    return ", ".join(f"{plus}{formats.money(amount, filters.currency)}{words}" for amount, words in parts if amount > Decimal(0))


def headline(filters: Filters, sums: ListSums) -> Sentence:
    """`56 computing capacity initiatives are under way`; a plain count where more than kind and status narrows."""
    kinds, statuses = filters.chosen("kind"), filters.chosen("status")
    kind = f"{INITIATIVE_KINDS[kinds[0]]} initiative" if len(kinds) == 1 else "initiative"
    number = formats.counted(sums.initiatives, kind) if sums.initiatives else f"No {kind}"
    if len(statuses) == 1:
        return said(f"{number} {'are' if sums.initiatives > 1 else 'is'} {INITIATIVE_STATUSES[statuses[0]]}")
    return said(f"{number} {'match' if sums.initiatives > 1 else 'matches'} these filters" if filters.narrows() else f"{number} in the record")


def lead(filters: Filters, sums: ListSums) -> Sentence:
    """Who owns them, how many have money that counts, and how much."""
    if not sums.initiatives:
        return ()
    owners = actors_in_words(sums.countries, union=sums.actors > 0)
    if not sums.with_money:
        return said(f"{owners} own{'s' if sums.countries + sums.actors == 1 else ''} them; none has money that counts at this basis.")
    return said(
        "{owners} own{s} them; {some} money that counts, {sum} in all.",
        owners=owners,
        s="s" if sums.countries + sums.actors == 1 else "",
        some=f"{formats.count(sums.with_money)} {'have' if sums.with_money > 1 else 'has'}",
        sum=Part(formats.money(sums.counted, filters.currency), links.to("ledger", filters, keep="all", step="counted", sort=None)),
    )
