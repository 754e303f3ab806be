"""Funding ladder: how firm each country's money is, from everything said to paid out."""

from collections.abc import Sequence
from decimal import Decimal

from dashboard.charts import hedged, parts, unsaid
from dashboard.charts.chart import NARROW, THUMB, Chart
from dashboard.charts.native import Native, Series
from dashboard.charts.parts import Part, Sentence
from dashboard.figures import ladder_lines, stage_ladder
from dashboard.figures.key import KeyItem
from dashboard.figures.labels import Labels
from dashboard.figures.ladder_lines import STAGE_OF, View
from dashboard.figures.stage_ladder import WORDS
from dashboard.figures.theme import STAGE_TOKENS, Figure, Opens, nowhere
from dashboard.filters import Filters
from dashboard.filters.sentences import currency
from dashboard.queries.funding_ladder import CountryLadder, first_basis, funding_ladder
from initiatives import formats
from initiatives.vocabulary import BASES, JOINT

WIDE_ENOUGH = 500  # pixels, from which a drawing shows every row
COMPARED = 10  # countries of which the firmest and the softest are named


class FundingLadder(Chart[CountryLadder]):
    """One bar a country, cut by how far its money has come."""

    slug = "funding-ladder"
    name = "Funding ladder"
    switches = ("scale",)

    def question(self, filters: Filters) -> str:
        """`How firm is each country’s money for AI?`"""
        return f"How firm is each country’s money for {parts.scope_words(filters)}?"

    def counting(self, filters: Filters) -> list[str]:
        """Every basis stands side by side; the first one that is drawn is named."""
        only = " only" if len(filters.scope) == 1 else ""
        return [
            f"Counted once, {parts.scope_words(filters)}{only}, at each basis; bars of what is {BASES[first_basis(filters)]}",
            f"{currency(filters.currency)} at the rate of each announcement day, current prices, not adjusted for inflation",
        ]

    def rows(self, filters: Filters) -> Sequence[CountryLadder]:
        """One row a country of the record, joint efforts as their own; largest first."""
        return funding_ladder(filters)

    def labels(self, filters: Filters) -> Labels:
        """Always sums."""
        return Labels(filters.currency)

    def figure(self, rows: Sequence[CountryLadder], filters: Filters, width: int, narrow: bool = False) -> Figure:
        """The bars; the first rows alone where the drawing stands beside others."""
        beside = NARROW < width < WIDE_ENOUGH
        top = (8 if width < THUMB else 14) if beside else ladder_lines.TOP
        return stage_ladder.figure(rows, self.labels(filters), view_of(filters), width, top, not beside, opener(filters))

    def answer(self, rows: Sequence[CountryLadder], filters: Filters) -> Sentence:
        """What of the whole is committed and what is paid out; whose money is firmest and softest among the largest."""
        first = "headline" if filters.basis == "headline" else "announced"
        whole, committed, paid = (summed(rows, basis) for basis in (first, "committed", "disbursed"))
        if not whole:
            return (Part(unsaid.nothing(unsaid.silences(rows), filters)),)
        return (
            Part("Of the "),
            parts.entries(formats.money(whole, filters.currency), filters, basis=first),
            Part(f" {parts.VERBS[first]} for {parts.scope_words(filters)}{_aside(rows, first, filters)}, "),
            *_reached(rows, "committed", "is committed", whole, filters),
            Part(" and "),
            *_reached(rows, "disbursed", "paid out" if committed and paid else "is paid out", whole, filters),
            Part("."),
            *self._extremes(rows, first, filters),
        )

    def _extremes(self, rows: Sequence[CountryLadder], first: str, filters: Filters) -> Sentence:
        """`Of the ten largest, China’s is firmest (100 % committed), Qatar’s least (0 %).`"""
        sums = ((row.at(first), row) for row in rows if row.country != JOINT)
        largest = [row for _, row in sorted(((amount, row) for amount, row in sums if amount), key=lambda item: -item[0])[:COMPARED]]
        if len(largest) < COMPARED:
            return ()
        ranked = sorted(largest, key=lambda row: (row.at("committed") or Decimal(0)) / (row.at(first) or Decimal(1)))
        softest, firmest = (
            (parts.country(row.country, row.country_name, filters), parts.share(row.at("committed") or Decimal(0), row.at(first) or Decimal(1)))
            for row in (ranked[0], ranked[-1])
        )
        return (
            Part(f" Of the {formats.in_letters(COMPARED)} largest, the money of "), firmest[0],
            Part(f" is firmest ({firmest[1]} committed), that of "),
            softest[0], Part(f" least so ({softest[1]})."),
        )  # fmt: skip

    def spoken(self, rows: Sequence[CountryLadder], filters: Filters) -> str:
        """Every bar with its sum at each basis."""
        return " ".join(f"{row.country_name}: {_spoken(row, filters)}." for row in rows if not ladder_lines.silent(row))

    def key(self, rows: Sequence[CountryLadder], filters: Filters) -> list[KeyItem]:
        """The stages that are drawn, firmest first, and the open part."""
        bases = view_of(filters).bases
        pieces = ladder_lines.pieces_of(rows, bases)
        drawn = {piece.basis for piece in pieces}
        items = [KeyItem(WORDS[basis], stage_ladder.look_of(basis), ("stage", STAGE_OF[basis])) for basis in reversed(bases) if basis in drawn]
        if any(piece.open_end for piece in pieces):
            items.append(KeyItem("open: “up to” or a target", stage_ladder.look_of("committed", True)))
        return items

    def under(self, rows: Sequence[CountryLadder], filters: Filters) -> Sentence:
        """What is only pledged, paused, undisclosed, or outside the scope."""
        pledged = summed(rows, "headline") - summed(rows, "announced")
        words = parts.entries(formats.money(pledged, filters.currency), filters, basis="headline", stage="pledged")
        more = [(words, Part(" is only pledged, and not in these bars"))] if pledged and view_of(filters).first != "headline" else []
        beside = sum((row.beside_scope for row in rows), Decimal(0))
        silences = unsaid.sentences(unsaid.silences(rows), filters, basis="headline")
        return parts.joined([*more, *_paused(rows, filters), *silences, *unsaid.outside(beside, filters)])

    def beside(self, rows: Sequence[CountryLadder], filters: Filters) -> Sentence:
        """Joint money, which is in no country's bar."""
        return unsaid.beside(filters, scope=False)

    def notes(self, rows: Sequence[CountryLadder], filters: Filters) -> list[str]:
        """How to read the steps, and why they are no account of one sum over time."""
        return [
            "Dark is firm: paid out, then committed, budgeted and announced. Each basis holds all that is firmer, so that no step is above the one "
            "before it; the headline adds what is only pledged.",
            "A step says how far money had come when it was last reported, not how much of an older promise was kept. Contracts can exceed what was "
            "once announced: they then count at their own stage, and the announcement counts what is left of it, or nothing. A newer figure for the "
            "same money replaces the older one, up or down, at every step.",
            "A gap between two steps is therefore not a broken promise: money may be waiting for a vote or a signature, be spread over later years, "
            "be paid without a report, or be cancelled, in which case it counts nowhere.",
            _paused_note(rows, filters),
            "The solid part is what the sources state; an open part is a ceiling (“up to”) or a target (“mobilise”). "
            f"Money of several owners is one bar, “joint efforts”. {hedged.RULE}",
            "Sums are in current prices, converted at the rate of the day of announcement, and not adjusted for inflation.",
        ]

    def native(self, rows: Sequence[CountryLadder], filters: Filters) -> Native | None:
        """Stacked bars, one series a stage, firmest first."""
        view = view_of(filters)
        lines = [line for line in ladder_lines.arranged(rows, view) if line]
        series = [
            Series(
                f"{WORDS[basis]}{' (up to)' if open_end else ''}",
                tuple(_part(line, basis, open_end, view) for line in lines),
                STAGE_TOKENS[basis],
                open_end=open_end,
            )
            for basis in reversed(view.bases)
            for open_end in (False, True)
        ]
        drawn = tuple(one for one in series if any(one.values))
        totals = tuple(line.words or formats.money(line.sums[view.first], filters.currency) for line in lines)
        return Native("bars", tuple(line.name for line in lines), drawn, currency(filters.currency), totals, view.shares) if drawn else None


def view_of(filters: Filters) -> View:
    """How the bars are drawn under these filters."""
    return View(first_basis(filters), filters.basis, filters.scale == "share")


def opener(filters: Filters) -> Opens:
    """Where a stretch of a bar leads: the entries of its countries that count and have come as far as its basis, and no further.

    A step or a reason is that of one basis: under them there is no list for the others."""
    first = first_basis(filters)
    if (filters.step or filters.reason) and first != filters.basis:
        return nowhere
    return lambda codes, basis: parts.entries("", filters, country=codes, basis=first, stage=STAGE_OF[basis]).address


def summed(rows: Sequence[CountryLadder], basis: str) -> Decimal:
    """The sum of all rows at a basis, joint efforts included."""
    return sum((row.at(basis) or Decimal(0) for row in rows), Decimal(0))


def _spoken(row: CountryLadder, filters: Filters) -> str:
    if not row.headline:
        return formats.UNDISCLOSED if row.undisclosed else "not convertible"
    return ", ".join(f"{stage_ladder.HEADS[basis]} {_at(row, basis, filters)}" for basis in BASES)


def _at(row: CountryLadder, basis: str, filters: Filters) -> str:
    amount = row.at(basis)
    return f"{formats.money(amount, filters.currency)}{hedged.words(amount, *row.hedged(basis), filters.currency)}" if amount else "nothing"


def _reached(rows: Sequence[CountryLadder], basis: str, verb: str, whole: Decimal, filters: Filters) -> Sentence:
    """`$125 bn (39.9 %) is committed`; where none is known to have come so far there is no sum to open."""
    amount = summed(rows, basis)
    if not amount:
        return (Part(f"nothing is known to be {parts.VERBS[basis]}"),)
    said = f" ({parts.share(amount, whole)}) {verb}{_aside(rows, basis, filters)}"
    return parts.entries(formats.money(amount, filters.currency), filters, basis=basis), Part(said)


def _aside(rows: Sequence[CountryLadder], basis: str, filters: Filters) -> str:
    """What is hedged of the sum of all rows at a basis, where it is a quarter or more."""
    ceilings, floors = zip(*(row.hedged(basis) for row in rows), strict=True)
    return hedged.aside(summed(rows, basis), sum(ceilings, Decimal(0)), sum(floors, Decimal(0)), filters.currency)


def _part(line: ladder_lines.Line, basis: str, open_end: bool, view: View) -> Decimal | None:
    """A value of a series; None where nobody says how much the whole is."""
    if not line.sums[view.first]:
        return None
    return sum((piece.amount for piece in line.pieces if (piece.basis, piece.open_end) == (basis, open_end)), Decimal(0))


def _paused(rows: Sequence[CountryLadder], filters: Filters) -> list[Sentence]:
    amount = sum((row.paused_sum for row in rows), Decimal(0))
    if not amount:
        return []
    return [
        (parts.entries(formats.money(amount, filters.currency), filters, basis="headline", status="paused"), Part(" belongs to paused initiatives"))
    ]


def _paused_note(rows: Sequence[CountryLadder], filters: Filters) -> str:
    names = [f"{name} ({formats.money(amount, filters.currency)})" for row in rows for name, amount in row.paused.items()]
    rule = "An initiative that stalls or is paused is not cancelled: its money keeps its stage, and is counted there until it is withdrawn."
    return f"{rule} Paused now: {formats.listed(names)}." if names else f"{rule} None with money is recorded as paused under these filters."
