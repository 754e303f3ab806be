"""Funding by country: which country has announced how much, from whom."""

from collections.abc import Sequence
from decimal import Decimal

from dashboard.charts import by_origin, hedged, parts, unsaid
from dashboard.charts.chart import NARROW, THUMB, Chart
from dashboard.charts.native import Native
from dashboard.charts.parts import Part, Sentence
from dashboard.figures import country_bars, floors, key
from dashboard.figures.country_bars import Line
from dashboard.figures.key import KeyItem
from dashboard.figures.theme import ORIGINS, Figure, Opens
from dashboard.filters import Filters
from dashboard.filters.sentences import currency
from dashboard.queries.funding_by_country import funding_by_country, shown
from dashboard.queries.rows import CountryFunding
from initiatives import formats
from initiatives.vocabulary import JOINT

NATIVE_TOP = 14  # countries on a slide, before the others are gathered
NAMED = 3  # countries in the answer
WIDE_ENOUGH = 500  # pixels, from which a drawing shows every row
DIVIDED_BY = (
    "GDP and population are the latest of the International Monetary Fund; those of the European Union are the sums of its 27 members of today. "
    "Joint efforts and other bodies have neither, and are named below the drawing."
)
PER_WORDS = {"total": "", "gdp": ", measured by its economy", "person": " per person"}


class FundingByCountry(Chart[CountryFunding]):
    """Horizontal bars, one a country, joint efforts apart."""

    slug = "funding-by-country"
    name = "Funding by country"

    def question(self, filters: Filters) -> str:
        """`Which country has announced the most money for AI?`"""
        verb = parts.VERBS[filters.basis]
        return f"Which country has {verb} the most money for {parts.scope_words(filters)}{PER_WORDS[filters.per]}?"

    def rows(self, filters: Filters) -> Sequence[CountryFunding]:
        """One row a country of the record, joint efforts as their own; largest first."""
        return funding_by_country(filters)

    def figure(self, rows: Sequence[CountryFunding], filters: Filters, width: int, narrow: bool = False) -> Figure:
        """The bars; the first rows alone where the drawing stands beside others."""
        top = 8 if width < THUMB else 14
        beside = NARROW < width < WIDE_ENOUGH
        return country_bars.figure(rows, self.labels(filters), width, top if beside else country_bars.TOP, not beside, opener(filters))

    def answer(self, rows: Sequence[CountryFunding], filters: Filters) -> Sentence:
        """The first three with their sums, and their share of the whole."""
        ranked = [row for row in rows if row.country != JOINT and shown(row, filters.per)]
        if not ranked:
            return (Part(nothing(rows, filters)),)
        first, *others = ranked[:NAMED]
        sentence = [*_named(first, filters, strong=True, lead=True, alone=len(rows) == 1), *_others(others, filters)]
        whole = counted(rows)
        if filters.per == "total" and len(ranked) > NAMED and whole:
            held = sum((row.total for row in ranked[:NAMED] if row.total), Decimal(0))
            total = parts.entries(formats.money(whole, filters.currency), filters)
            aside = hedged.aside(whole, *hedges_of(rows), filters.currency)
            sentence += [Part(f" These {formats.in_letters(NAMED)} hold {parts.share(held, whole)} of the "), total, Part(f" counted{aside}.")]
        return tuple(sentence)

    def spoken(self, rows: Sequence[CountryFunding], filters: Filters) -> str:
        """Every bar of the drawing with its parts."""
        return " ".join(f"{row.country_name}: {_spoken(row, self, filters)}." for row in rows if not country_bars.silent(row))

    def key(self, rows: Sequence[CountryFunding], filters: Filters) -> list[KeyItem]:
        """The origins that are drawn, the open end, the floor."""
        present = {origin for origin in ORIGINS for row in rows if getattr(row, origin)}
        ceilings = any(value for row in rows for value in row.ceilings.values())
        marked = any(floors.is_marked(row.total, row.at_least) for row in rows)
        return key.origins(present, ceilings, marked)

    def under(self, rows: Sequence[CountryFunding], filters: Filters) -> Sentence:
        """What is undisclosed or not convertible, and whose figure is missing."""
        return parts.joined([*not_said(rows, filters), *_without_figure(rows, filters)])

    def beside(self, rows: Sequence[CountryFunding], filters: Filters) -> Sentence:
        """Joint money, which is in no country's bar, and what lies outside the scope."""
        return unsaid.beside(filters)

    def native(self, rows: Sequence[CountryFunding], filters: Filters) -> Native | None:
        """Stacked bars by origin with their open ends; of the smaller countries one bar, joint efforts apart."""
        labels = self.labels(filters)
        lines = [line for line in country_bars.arranged(rows, labels, NATIVE_TOP) if line]
        by_code = {row.country: row for row in rows}
        series = by_origin.series(len(lines), lambda place, origin, open_end: _length(lines[place], by_code, origin, open_end))
        if not series:
            return None
        totals = tuple(line.words if line.length is None else labels.value(line.length) for line in lines)
        gathered = next((f"{line.name}, in the table" for line in lines if line.gathered and line.name.startswith("and ")), "")
        unit = by_origin.unit(currency(filters.currency), filters.per)
        return Native("bars", tuple(f"{line.name}{' ▸' if line.floor else ''}" for line in lines), series, unit, totals, gathered=gathered)

    def notes(self, rows: Sequence[CountryFunding], filters: Filters) -> list[str]:
        """How to read the bars."""
        return [
            "Each sum is counted once: restatements, replaced figures and parts of a larger sum add nothing. “Why this total” lists every step.",
            "The solid bar is what the sources state. An open end is a ceiling (“up to”) or a target (“mobilise”); ▸ marks a total of which at least "
            f"a quarter is a floor. {hedged.RULE}",
            "Money belongs to the country it is meant for, else to the owner of its initiative. What several own is one bar, “joint efforts”.",
            "Mixed means that a source gives one figure for state and private money together; it is never split by us.",
            "Sums are in current prices, converted at the rate of the day of announcement, and not adjusted for inflation.",
            *([DIVIDED_BY] if filters.per != "total" else []),
        ]


def opener(filters: Filters) -> Opens:
    """Where a stretch of a bar leads: the entries of its countries and its origin that count."""
    return lambda codes, origin: parts.entries("", filters, country=codes, origin=origin).address


def _length(line: Line, by_code: dict[str, CountryFunding], origin: str, open_end: bool) -> Decimal | None:
    """A stretch of a bar; None where nobody said anything of this origin."""
    row = by_code[line.codes[0]] if len(line.codes) == 1 else None
    if line.length is None or (row is not None and getattr(row, origin) is None):
        return None
    return sum((piece.length for piece in line.pieces if (piece.origin, piece.open_end) == (origin, open_end)), Decimal(0))


def counted(rows: Sequence[CountryFunding]) -> Decimal:
    """The sum of all rows, joint efforts included."""
    return sum((row.total for row in rows if row.total), Decimal(0))


def nothing(rows: Sequence[CountryFunding], filters: Filters) -> str:
    """Why there is no answer."""
    return unsaid.nothing(unsaid.silences(rows), filters)


def not_said(rows: Sequence[CountryFunding], filters: Filters) -> list[Sentence]:
    """Sentences on entries that no sum can hold; none where there are none."""
    return unsaid.sentences(unsaid.silences(rows), filters)


def hedges_of(rows: Sequence[CountryFunding]) -> tuple[Decimal, Decimal]:
    """What of the rows' sums is only a ceiling or a target, and what only a floor."""
    return sum((value for row in rows for value in row.ceilings.values()), Decimal(0)), sum((row.at_least for row in rows), Decimal(0))


def hedge(row: CountryFunding, filters: Filters) -> str:
    """What of a country's sum is hedged, where it is a quarter or more."""
    ceiling, floor = hedges_of([row])
    if filters.per == "total":
        return hedged.words(row.total, ceiling, floor, filters.currency)
    return hedged.shares(row.total, ceiling, floor)


def _without_figure(rows: Sequence[CountryFunding], filters: Filters) -> list[Sentence]:
    if filters.per == "total":
        return []
    missing = [row.country_name for row in rows if row.total and shown(row, filters.per) is None and row.country != JOINT]
    figure, theirs = ("GDP", "economy") if filters.per == "gdp" else ("population", "people")
    alone: Sentence = (Part(f"joint efforts have no {theirs} of their own and are left out"),)
    joint = [alone] if any(row.country == JOINT for row in rows) else []
    return [*([(Part(f"no {figure} figure for {formats.listed(missing)}"),)] if missing else []), *joint]


def _named(row: CountryFunding, filters: Filters, strong: bool = False, lead: bool = False, alone: bool = False) -> list[Part]:
    name = parts.country(row.country, row.country_name, filters, strong)
    if lead:
        name = Part(parts.opening(name.text), name.address, strong)
    value = formats.percent(row.gdp_percent) + " of GDP" if filters.per == "gdp" else _money(row, filters)
    sums = [parts.entries(value, filters, country=row.country), Part(hedge(row, filters))]
    actor = " as its own actor" if row.country == "EUU" else ""
    only = ", the only one in this selection" if alone else ""
    return [name, Part(f"{actor}{only}, with "), *sums] if lead else [name, Part(f"{actor} ("), *sums, Part(")")]


def _money(row: CountryFunding, filters: Filters) -> str:
    if filters.per == "person":
        return f"{formats.money(row.per_person, filters.currency)} per person"
    return formats.money(row.total, filters.currency)


def _others(others: list[CountryFunding], filters: Filters) -> list[Part]:
    if not others:
        return [Part(".")]
    pieces = [Part("; then ")]
    for index, row in enumerate(others):
        pieces += [*([Part(" and ")] if index else []), *_named(row, filters)]
    return [*pieces, Part(".")]


def _spoken(row: CountryFunding, chart: FundingByCountry, filters: Filters) -> str:
    if not row.total:
        return country_bars.nothing_words(row)
    if filters.per != "total":
        figure = shown(row, filters.per)
        return "no figure to divide by" if figure is None else f"{chart.labels(filters).value(figure)}{hedge(row, filters)}"
    parts_of_it = ", ".join(_origin(origin, amount, row, filters) for origin in ORIGINS if (amount := getattr(row, origin)))
    return f"{formats.money(row.total, filters.currency)}{hedged.words(row.total, Decimal(0), row.at_least, filters.currency)} ({parts_of_it})"


def _origin(origin: str, amount: Decimal, row: CountryFunding, filters: Filters) -> str:
    """`public $1.93 bn, of which $469 m is “up to” or a target`: every open end is drawn, so that every one is said."""
    open_end = row.ceilings.get(origin, Decimal(0))
    return f"{origin} {formats.money(amount, filters.currency)}{hedged.words(amount, open_end, Decimal(0), filters.currency, least=Decimal(0))}"
