"""The list of initiatives: searched, narrowed by facets, sorted, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.http import HttpRequest, HttpResponse

from dashboard.charts.parts import in_sentence
from dashboard.filters import Filters
from dashboard.pages import links, quantity_words
from dashboard.pages.bounds import left_out_words
from dashboard.pages.frame import public_page, show
from dashboard.pages.lists import Narrowing, narrowing, sorts, ways_out
from dashboard.pages.why import why
from dashboard.pages.words import Part, Sentence, actors_in_words, said, scopes_in_words
from dashboard.queries.cells import cells
from dashboard.queries.facets import initiative_facets
from dashboard.queries.initiative_list import InitiativeRow, ListSums, extent, initiative_page, list_sums
from dashboard.queries.initiative_money import OTHER_DAYS
from dashboard.queries.quantities import stated_sums, statements_of
from dashboard.queries.totals import totals
from initiatives import formats
from initiatives.names.countries import name_of
from initiatives.vocabulary import INITIATIVE_KINDS, INITIATIVE_STATUSES, JOINT

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
    stated: str = ""  # of the quantities that are asked for


@public_page
def initiatives(request: HttpRequest, filters: Filters) -> HttpResponse:
    """One page of the initiatives that match."""
    page = initiative_page(filters)
    sums = list_sums(filters, page.count)
    found = [] if bounded(filters) else cells(filters)
    return show(
        request, "pages/initiatives.html", filters, section="initiatives", has_search=True, status=404 if page.is_beyond else 200,
        page=page, rows=rows(page.rows, filters), stated=quantity_words.sums(stated_sums(filters)),
        facets=narrowings(filters), sorts=sorts(filters, SORTS),
        headline=headline(filters, sums), left_out=left_out_words(filters), lead=lead(filters, sums),
        ways_out=() if page.count else ways_out(filters, lambda other: extent(other).initiatives),
        why=why(filters, found, totals(filters, found), draws=False) if found else None,
        download_words=f"Download all {formats.counted(page.count, 'row')}",
    )  # fmt: skip


def bounded(filters: Filters) -> bool:
    """Whether the sums of initiatives have bounds, which the steps of single statements cannot keep."""
    return filters.min is not None or filters.max is not None


def narrowings(filters: Filters) -> list[Narrowing]:
    """The facets beside the list; those that have no counts under `min` or `max` are not offered."""
    found = initiative_facets(filters, [name for name, _, _ in FACETS])
    return [narrowing(found[name], words, most) for name, words, most in FACETS if name in found]


def rows(some: Sequence[InitiativeRow], filters: Filters) -> list[Row]:
    """Initiatives as lines of the list, with the quantities that are asked for."""
    found = statements_of([one.slug for one in some], filters) if filters.chosen("quantity") else {}
    return [row(one, filters, quantity_words.stated(found.get(one.slug, ()))) for one in some]


def row(one: InitiativeRow, filters: Filters, stated: str = "") -> Row:
    """One initiative as a line of the list."""
    return Row(one, owners_in_words(one.country_names), result(one, filters), beside(one, filters), stated)


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
    if one.beside_scope:
        return f"outside {scopes_in_words(filters.scope)}"
    return "nothing here" if any(one.elsewhere.values()) else "nothing"


def beside(one: InitiativeRow, filters: Filters) -> str:
    """What is less firm, what lies outside the scope, and what counts for another country or on another day."""
    soft = "pledged" if filters.basis == "announced" else "less firm"
    parts = [(one.below_basis, f" {soft}"), (one.beside_scope, " outside the scope" if one.counted else "")]
    parts += [(amount, f" {elsewhere_in_words(code)}") for code, amount in one.elsewhere.items()]
    plus = "+ " if one.counted else ""
    return ", ".join(f"{plus}{formats.money(amount, filters.currency)}{words}" for amount, words in parts if amount > Decimal(0))


def elsewhere_in_words(code: str) -> str:
    """`in joint efforts`, `for the United States`, `on other days`: where money counts that the filters do not select."""
    if code == OTHER_DAYS:
        return "on other days"
    return "in joint efforts" if code == JOINT else f"for {in_sentence(code, name_of(code))}"


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
        "{owners} own{s} them; {some} money that counts, {sum} in all{rule}.",
        owners=owners,
        s="s" if sums.countries + sums.actors == 1 else "",
        some=f"{formats.count(sums.with_money)} {'have' if sums.with_money > 1 else 'has'}",
        rule=rule(filters),
        sum=Part(formats.money(sums.counted, filters.currency), links.to("ledger", filters, keep="all", step="counted", sort=None)),
    )


def rule(filters: Filters) -> str:
    """What the sum holds where an initiative and its money may differ in country or day."""
    if bounded(filters):
        return ": the bounds look at the sum of each initiative"
    apart = {"country": "for these countries", "region": "for these countries", "from": "on these days", "to": "on these days"}
    words = list(dict.fromkeys(apart[name] for name in apart if filters.values(name)))
    return f", the money that is {' and '.join(words)}" if words else ""
