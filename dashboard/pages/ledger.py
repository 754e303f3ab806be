"""The ledger: every statement about money, by family or one by one, with the reason why it counts as it does."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.http import HttpRequest, HttpResponse

from dashboard.filters import Filters
from dashboard.filters.fields import REASONS, STEPS
from dashboard.pages import links, statements
from dashboard.pages.bounds import left_out_words
from dashboard.pages.frame import public_page, show
from dashboard.pages.lists import sorts, ways_out
from dashboard.pages.words import Part, Sentence, said, scopes_in_words
from dashboard.queries import selection
from dashboard.queries.facets import Choice
from dashboard.queries.ledger import LedgerSums, family_page, ledger_page, ledger_sums
from dashboard.queries.own_part import of_years, own_part
from dashboard.queries.pages import Page
from initiatives import formats

PAYERS_NAMED: Final = 3
FAMILY_SORTS: Final = (("-amount", "counted"), ("-published", "published"), ("-announced", "newest statement"), ("country", "country"))
ENTRY_SORTS: Final = (("-announced", "newest"), ("-amount", "counted"), ("-published", "published"), ("country", "country"), ("name", "initiative"))


@dataclass(frozen=True, slots=True)
class Step:
    """What a selection gives to the steps of “why this total” that are asked for, and what these are called."""

    words: str
    amount: Decimal


@public_page
def ledger(request: HttpRequest, filters: Filters) -> HttpResponse:
    """One page of the ledger with its sums and reasons."""
    sums = ledger_sums(filters)
    listed = one_by_one(filters, sums) if filters.view == "entries" else by_family(filters)
    return show(
        request, "pages/ledger.html", filters, section="ledger", has_search=True, status=404 if listed["page"].is_beyond else 200, **listed,
        totals=sums.totals, step=step(filters, sums), own_part=own_part_words(filters), of_years=of_years_words(filters),
        reasons=reasons(filters, sums),
        headline=headline(filters, sums), left_out=left_out_words(filters), lead=lead(listed),
        download_words=f"Download all {formats.counted(sums.totals.statements, 'row')}",
        ways_out=() if listed["page"].count else ways_out(filters, lambda other: selection.entries(other).count()),
    )  # fmt: skip


def by_family(filters: Filters) -> dict[str, Any]:
    """A page of families with what the page publishes and counts."""
    page = family_page(filters)
    families = list(page.rows)
    number = sum(family.statements for family in families)
    return {
        "page": page,
        "trees": [statements.tree(family) for family in families],
        "sorts": sorts(filters, FAMILY_SORTS),
        "range_words": f"Families {range_words(page)}, {formats.counted(number, 'statement')}",
        "page_sums": (number, statements.summed(family.published for family in families), statements.summed(family.counted for family in families)),
    }


def one_by_one(filters: Filters, sums: LedgerSums) -> dict[str, Any]:
    """A page of statements with what the page publishes and counts."""
    page = ledger_page(filters, sums.totals.statements)
    return {
        "page": page,
        "one_by_one": True,
        "lines": statements.singles(page.rows),
        "sorts": sorts(filters, ENTRY_SORTS),
        "range_words": range_words(page),
        "page_sums": (
            len(page.rows),
            statements.summed(row.published for row in page.rows),
            statements.summed(row.counts for row in page.rows),
            statements.summed(row.step_amount for row in page.rows),
        ),
    }


def range_words(page: Page[Any]) -> str:
    """`1 to 15 of 236`."""
    return f"{formats.count(page.first)} to {formats.count(page.last)} of {formats.count(page.count)}"


def reasons(filters: Filters, sums: LedgerSums) -> list[Choice]:
    """The reasons that occur, with their counts."""
    chosen = filters.chosen("reason")
    return [
        Choice(value, REASONS[value], count, value in chosen, excluded=False, toggled=filters.toggled("reason", value))
        for value, count in sums.reasons.items()
        if count or value in chosen
    ]


def headline(filters: Filters, sums: LedgerSums) -> Sentence:
    """`539 statements published $5.39 tn; $314 bn of it is announced or firmer, for AI, and counted once.`"""
    total = sums.totals
    if not total.statements:
        return said("No statement about money in this selection.")
    return said(
        "{statements} published {published}; {counted} of it counts once at this basis, for {scope}.",
        statements=Part(formats.counted(total.statements, "statement"), links.to("ledger", filters, keep="all", view="entries", sort=None)),
        published=formats.money(total.published, filters.currency),
        counted=Part(
            formats.money(total.total, filters.currency),
            links.to("ledger", filters, keep="all", view="entries", step="counted", reason=None, sort=None),
        ),
        scope=scopes_in_words(filters.scope),
    )


def step(filters: Filters, sums: LedgerSums) -> Step | None:
    """What the statements give to the steps that are asked for; None where the other columns say it already."""
    asked = filters.chosen("step")
    if sums.step is None or set(asked) <= {"published", "counted"}:
        return None
    return Step(formats.listed(STEPS[name] for name in asked), sums.step)


def own_part_words(filters: Filters) -> Sentence:
    """How much of what counts the chosen payers pay by themselves; empty where nobody is chosen."""
    payers = filters.chosen("funder")
    if not payers:
        return ()
    found = own_part(filters)
    who = formats.listed(filters.names.get(payer, payer) for payer in payers) if len(payers) <= PAYERS_NAMED else f"these {len(payers)} payers"
    own = f"Of what counts here, {formats.money(found.amount, filters.currency)} is paid by {who} alone or by a published share"
    rest = f"; {formats.money(found.others, filters.currency)} is the part of others, or is paid together without a published split."
    return said(own + (rest if found.others else "."))


def of_years_words(filters: Filters) -> Sentence:
    """What of the sums falls to the chosen years; empty where none is chosen."""
    found = [f"{formats.money(amount, filters.currency)} falls to {year}" for year, amount in of_years(filters).items()]
    rule = ", where a sum that is meant for several years is spread evenly over them."
    return said(f"Of what counts here, {formats.listed(found)}{rule}") if found else ()


def lead(listed: dict[str, Any]) -> Sentence:
    """How many families there are, and what the page promises."""
    if listed.get("one_by_one"):
        return said("Nothing is overwritten: a newer statement stands beside the older one, and each line says why it counts as it does.")
    families = formats.counted(listed["page"].count, "family", "families")
    return said(f"They form {families}. Nothing is overwritten; each line says why it counts as it does.")
