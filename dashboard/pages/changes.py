"""What moved between two days or two editions: in money, in words, by country, and because of which entries."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from dashboard.charts import parts
from dashboard.filters import Filters
from dashboard.pages import links, statements
from dashboard.pages.drawings.bars import place, width_of
from dashboard.pages.frame import show
from dashboard.pages.words import FIRMNESS, Part, Sentence, said, scopes_in_words
from dashboard.queries import editions
from dashboard.queries.changes import Changes, CountryMovement, Moment, Movement, changes, needed
from dashboard.queries.changes.moments import at
from dashboard.queries.changes.newest import newest_day
from dashboard.queries.readiness import state_of
from initiatives import formats

COUNTRIES_SHOWN: Final = 16
MOVEMENTS_SHOWN: Final = 40
SILENT_SHOWN: Final = 12
HALF_WIDTH: Final = Decimal(50)  # percent of a drawing on each side of its line
SPANS: Final = ((30, "the last 30 days"), (91, "the last quarter"), (365, "the last year"))
# What moved the total, as a clause: one, several.
CLAUSES: Final = {
    "new": ("new statement counts", "new statements count"),
    "replaced": ("was replaced by a newer figure", "were replaced by newer figures"),
    "cancelled": ("was cancelled", "were cancelled"),
    "ended": ("ended with its envelope", "ended with their envelopes"),
    "restated": ("is counted at another entry now", "are counted at other entries now"),
    "contained": ("moved by what it contains", "moved by what they contain"),
    "corrected": ("was corrected", "were corrected"),
    "withdrawn": ("was taken out of the record", "were taken out of the record"),
    "rate": ("moved by its rate alone", "moved by their rates alone"),
}


@dataclass(frozen=True, slots=True)
class BasisLine:
    """One basis then and now, both leading to the entries that count."""

    basis: str
    chosen: bool
    before: Part
    after: Part
    moved: Decimal


@dataclass(frozen=True, slots=True)
class CountryLine:
    """One country's movement with its bar, left of the line where it lost."""

    country: CountryMovement
    address: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry that moved, with why it counts as it does now."""

    movement: Movement
    reason: str


@require_safe
def changes_page(request: HttpRequest) -> HttpResponse:
    """The page, read in both states at once. Raises FilterError for moments in no order, and Unsettled."""
    with state_of(request.GET, needed) as filters:
        if filters.is_rewritten:
            return redirect(f"{request.path}?{filters.as_query()}")
        response = told(request, filters)
        response.edition_stamp = editions.current().stamp_of_answer  # type: ignore[attr-defined]  # for whoever keeps the answer
        return response


def told(request: HttpRequest, filters: Filters) -> HttpResponse:
    """Everything that moved, the chosen basis in detail."""
    found = changes(filters)
    return show(
        request, "pages/changes.html", filters, found=found, headline=headline(filters, found), lead=lead(filters, found),
        then_words=in_words(found.before, filters), now_words=in_words(found.after, filters), bases=bases(filters, found),
        countries=countries(filters, found), countries_left=max(len(found.countries) - COUNTRIES_SHOWN, 0),
        moving=entries(found.movements[:MOVEMENTS_SHOWN]), moving_left=max(len(found.movements) - MOVEMENTS_SHOWN, 0),
        silent=entries(found.silent[:SILENT_SHOWN]), silent_left=max(len(found.silent) - SILENT_SHOWN, 0), spans=spans(filters, found), notes=(),
        firmness=FIRMNESS[filters.basis], download_words=f"Download all {formats.counted(len(found.movements) + len(found.silent), 'row')}",
    )  # fmt: skip


def in_words(moment: Moment, filters: Filters) -> str:
    """`1 Jul 2026`, and `edition 11 of 3 Jul 2026` where editions are compared."""
    day = formats.day(moment.day.isoformat())
    number = moment.edition or editions.current().number
    return day if filters.from_edition is None or moment.as_of is not None else f"edition {number} of {day}"


def headline(filters: Filters, found: Changes) -> Sentence:
    """`Between 1 Mar 2026 and 1 Jul 2026 the sum that is announced or firmer for AI rose by $36.9 bn, from $277 bn to $314 bn.`"""
    then, now = found.by_basis[filters.basis]
    when = f"Between {in_words(found.before, filters)} and {in_words(found.after, filters)}"
    what = f"{when} the sum that is {FIRMNESS[filters.basis]} for {scopes_in_words(filters.scope)}"
    if then == now:
        return said(f"{what} stayed at {{sum}}.", sum=counted(now, filters, found.after, filters.basis))
    return said(
        f"{what} {'rose' if now > then else 'fell'} by {formats.money(abs(now - then), filters.currency)}, from {{then}} to {{now}}.",
        then=counted(then, filters, found.before, filters.basis),
        now=counted(now, filters, found.after, filters.basis),
    )


def counted(amount: Decimal, filters: Filters, moment: Moment, basis: str) -> Part:
    """A sum that opens the entries which made it up then."""
    then = at(filters, moment)
    return Part(formats.money(amount, filters.currency), links.to("ledger", then, keep="all", basis=basis, step="counted", sort=None, per=None))


def lead(filters: Filters, found: Changes) -> Sentence:
    """How many entries moved it and why, or since when nothing did."""
    if not found.movements and not found.silent:
        return nothing(filters, found)
    clauses = [clause(cause, found, filters) for cause in CLAUSES if found.caused(cause)]
    sentences = [f"{parts.opening('; '.join(clauses))}."] if clauses else []
    return said(" ".join([*sentences, *silence(len(found.silent), others=bool(clauses))]))


def silence(number: int, others: bool) -> list[str]:
    """`12 other statements were made and add nothing.`"""
    made = formats.counted(number, "other statement" if others else "statement")
    return [f"{made} {'was made and adds' if number == 1 else 'were made and add'} nothing."] if number else []


def clause(cause: str, found: Changes, filters: Filters) -> str:
    """`12 new statements count (+$45 bn)`."""
    number, moved = len(found.caused(cause)), found.sum_of(cause)
    one, many = CLAUSES[cause]
    return f"{formats.count(number)} {one if number == 1 else many} ({formats.difference(moved, filters.currency)})"


def nothing(filters: Filters, found: Changes) -> Sentence:
    """Where nothing moved: the day of the newest statement, and the way to what moved before it."""
    newest = newest_day(at(filters, found.after))
    if newest is None:
        return said("The selection holds no statement about money. Take a filter away to see more.")
    before = links.query(filters, from_=newest - timedelta(days=30), to=newest, from_edition=None)
    return said(
        f"No statement came in between, and none was replaced. The newest of this selection is of {formats.day(newest.isoformat())}: {{link}}.",
        link=Part("what moved in the 30 days before it", before),
    )


def bases(filters: Filters, found: Changes) -> list[BasisLine]:
    """Every basis, the softest first."""
    return [
        BasisLine(basis, basis == filters.basis, counted(then, filters, found.before, basis), counted(now, filters, found.after, basis), now - then)
        for basis, (then, now) in found.by_basis.items()
    ]


def countries(filters: Filters, found: Changes) -> list[CountryLine]:
    """The largest movements by country on one scale."""
    largest = max((abs(one.moved) for one in found.countries), default=Decimal(0))
    return [country_line(one, largest, filters) for one in found.countries[:COUNTRIES_SHOWN]]


def country_line(one: CountryMovement, largest: Decimal, filters: Filters) -> CountryLine:
    width = width_of(abs(one.moved), largest, HALF_WIDTH)
    address = links.query(filters, country=one.country)
    return CountryLine(one, address, place(HALF_WIDTH if one.moved > 0 else HALF_WIDTH - width), place(width))


def entries(movements: tuple[Movement, ...]) -> list[EntryLine]:
    """Movements with the reason of each entry, whole keys left out where they are the initiative's own."""
    return [EntryLine(one, line.reason) for one, line in zip(movements, statements.singles(one.entry for one in movements), strict=True)]


def spans(filters: Filters, found: Changes) -> list[tuple[str, str]]:
    """Other spans that end on the same day."""
    end = found.after.day
    starts = [(words, end - timedelta(days=days)) for days, words in SPANS]
    since = [(f"since the end of {end.year - years}", date(end.year - years, 12, 31)) for years in (1, 2)]
    return [(words, links.query(filters, from_=start, from_edition=None)) for words, start in (*starts, *since)]
