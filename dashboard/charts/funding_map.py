"""Funding on the world map: where the money is announced, and what a map cannot show."""

from collections.abc import Sequence
from decimal import Decimal

from dashboard.charts import behind, hedged, parts, unsaid
from dashboard.charts.chart import Chart
from dashboard.charts.funding_by_country import DIVIDED_BY, PER_WORDS, FundingByCountry, counted, hedge, hedges_of, not_said, nothing
from dashboard.charts.native import Native
from dashboard.charts.parts import Part, Sentence
from dashboard.figures import country_bars, projection, theme, world_map
from dashboard.figures.key import KeyItem
from dashboard.figures.labels import Labels
from dashboard.figures.theme import Figure
from dashboard.filters import Filters
from dashboard.queries.funding_by_country import funding_by_country, shown
from dashboard.queries.rows import CountryFunding
from initiatives import formats
from initiatives.vocabulary import JOINT

MOST = 10  # countries whose share is named
NAMED = 3  # countries in the answer where money is divided
MEASURES = {"gdp": "for the size of its economy", "person": "per person"}


class FundingMap(Chart[CountryFunding]):
    """Polygons in six classes of one hue; five kinds of nothing differ in pattern and word."""

    slug = "funding-map"
    name = "Funding map"
    height_follows_width = True

    def question(self, filters: Filters) -> str:
        """`Where is the money for AI announced?`"""
        verb = parts.VERBS[filters.basis]
        return f"Where is the {'' if filters.per == 'total' else 'most '}money for {parts.scope_words(filters)} {verb}{PER_WORDS[filters.per]}?"

    def rows(self, filters: Filters) -> Sequence[CountryFunding]:
        """The rows of `funding-by-country`."""
        return funding_by_country(filters)

    def figure(self, rows: Sequence[CountryFunding], filters: Filters, width: int, narrow: bool = False) -> Figure:
        """The world; it carries no words, so one drawing serves every width."""
        return world_map.figure(rows, self.labels(filters), width, narrow, behind.country(filters))

    def answer(self, rows: Sequence[CountryFunding], filters: Filters) -> Sentence:
        """How many countries there are with money, and how much of it the first ones hold; who leads where it is divided."""
        placed = [row for row in rows if on_map(row) and shown(row, filters.per)]
        if not placed:
            return (Part(nothing(rows, filters)),)
        return self._divided(placed, filters) if filters.per != "total" else self._summed(placed, rows, filters)

    def _summed(self, placed: Sequence[CountryFunding], rows: Sequence[CountryFunding], filters: Filters) -> Sentence:
        """`59 of 68 recorded countries have announced money for AI, $235 bn together; ten of them hold 84.1 % of it.`"""
        whole = sum((row.total for row in placed if row.total), Decimal(0))
        held = sum(sorted((row.total for row in placed if row.total), reverse=True)[:MOST], Decimal(0))
        beside = tuple(f"-{row.country}" for row in rows if not on_map(row) and row.total)
        together = parts.entries(formats.money(whole, filters.currency), filters, country=(*filters.country, *beside))
        who, what = self._owners(placed, rows, filters), parts.VERBS[filters.basis]
        if len(placed) == 1:
            return (Part(f"{who} {what} "), together, Part(f" for {parts.scope_words(filters)}{hedge(placed[0], filters)}."))
        of_it = f"; ten of them hold {parts.share(held, whole)} of it" if len(placed) > MOST else ""
        aside = hedged.aside(whole, *hedges_of(placed), filters.currency)
        return (Part(f"{who} {what} money for {parts.scope_words(filters)}, "), together, Part(f" together{aside}{of_it}."))

    def _owners(self, placed: Sequence[CountryFunding], rows: Sequence[CountryFunding], filters: Filters) -> str:
        known = sum(on_map(row) for row in rows)
        if known == 1:
            return f"{parts.opening(parts.in_sentence(placed[0].country, placed[0].country_name))} has"
        which = "selected" if filters.narrows() else "recorded"
        if len(placed) == known:
            return f"{'Both' if known == 2 else f'All {formats.in_letters(known)}'} {which} countries have"
        return f"{formats.count(len(placed))} of {formats.count(known)} {which} countries {'has' if len(placed) == 1 else 'have'}"

    def _divided(self, placed: Sequence[CountryFunding], filters: Filters) -> Sentence:
        """`The United Arab Emirates has announced the most per person, $1,234; Qatar with $900 and Norway with $300 follow.`"""
        labels = self.labels(filters)
        first, *others = sorted(placed, key=lambda row: -(shown(row, filters.per) or Decimal(0)))[:NAMED]
        sentence = [
            parts.opened(parts.country(first.country, first.country_name, filters)),
            Part(f" has {parts.VERBS[filters.basis]} the most {MEASURES[filters.per]}: {_figure(first, filters, labels)}"),
        ]
        for place, row in enumerate(others):
            sentence += [Part("; " if place == 0 else " and "), parts.country(row.country, row.country_name, filters)]
            sentence.append(Part(f" with {_figure(row, filters, labels)}"))
        return (*sentence, Part({0: ".", 1: " follows.", 2: " follow."}[len(others)]))

    def spoken(self, rows: Sequence[CountryFunding], filters: Filters) -> str:
        """Every painted country with its value, then those without one by reason."""
        labels = self.labels(filters)
        summed = [row for row in rows if on_map(row) and world_map.state_of(row, labels) == "sum"]
        painted = [f"{row.country_name} {_figure(row, filters, labels)}" for row in summed]
        others = [f"{words}: {formats.listed(names)}" for words, names in self._silent(rows, filters)]
        return " ".join(f"{parts.opening(said)}." for said in [*(["; ".join(painted)] if painted else []), *others])

    def key(self, rows: Sequence[CountryFunding], filters: Filters) -> list[KeyItem]:
        """The ramp, then each kind of nothing that is drawn; what is not in the record is always there."""
        labels = self.labels(filters)
        items = [KeyItem(words, theme.solid(token)) for token, words in world_map.legend([row for row in rows if on_map(row)], labels)]
        for state, words in world_map.STATE_WORDS.items():
            number = sum(on_map(row) and world_map.state_of(row, labels) == state for row in rows)
            if state == "absent":
                items.append(KeyItem("not selected" if filters.narrows() else words, theme.solid("land", "land-edge")))
            elif number:
                items.append(KeyItem(f"{words} ({formats.count(number)})", world_map.look_of(state)))
        return items

    def under(self, rows: Sequence[CountryFunding], filters: Filters) -> Sentence:
        """The sums that are not on the map: joint efforts, the European Union and other bodies of countries."""
        beside = [row for row in rows if not on_map(row) and not country_bars.silent(row)]
        pieces: list[Sentence] = []
        for row in beside:
            words = (
                "joint efforts of several owners" if row.country == JOINT else f"{parts.in_sentence(row.country, row.country_name)} as its own actor"
            )
            amount = formats.money(row.total, filters.currency)
            pieces.append((parts.entries(f"{words} {amount}", filters, country=row.country), Part(hedge(row, filters))))
        named = parts.joined(pieces)
        return parts.joined([*([(Part("Not on the map: "), *named)] if named else []), *not_said(rows, filters)])

    def beside(self, rows: Sequence[CountryFunding], filters: Filters) -> Sentence:
        """What lies outside the scope; joint money is named under the map."""
        return unsaid.beside(filters, joint=False)

    def sources(self, filters: Filters) -> list[str]:
        """The rates, and whose shapes are painted."""
        return [*super().sources(filters), "map shapes: Natural Earth"]

    def workbook_native(self, rows: Sequence[CountryFunding], filters: Filters) -> Native | None:
        """The countries as bars."""
        return FundingByCountry().native(rows, filters)

    def notes(self, rows: Sequence[CountryFunding], filters: Filters) -> list[str]:
        """How to read the map."""
        return [
            "Each class of the key names its lower edge; a ring stands for a country too small to see.",
            "A country without colour is one of several things, each with its own pattern: not in the record, "
            "in the record with nothing at this basis, undisclosed, not convertible.",
            "Shapes are those of Natural Earth in the Equal Earth projection, which keeps areas true. Names and borders take no position on "
            "sovereignty.",
            f"{formats.money(counted(rows), filters.currency)} is counted in all; the line under the map names what has no place on it.",
            hedged.RULE,
            *([DIVIDED_BY] if filters.per != "total" else []),
        ]

    def _silent(self, rows: Sequence[CountryFunding], filters: Filters) -> list[tuple[str, list[str]]]:
        labels = self.labels(filters)
        found = [
            (words, [row.country_name for row in rows if on_map(row) and world_map.state_of(row, labels) == state])
            for state, words in world_map.STATE_WORDS.items()
        ]
        return [(words, names) for words, names in found if names]


def _figure(row: CountryFunding, filters: Filters, labels: Labels) -> str:
    """What a row has, with how much of it is hedged where that is a quarter or more."""
    ceiling, floor = hedges_of([row])
    return f"{labels.value(shown(row, filters.per))}{hedged.aside(row.total, ceiling, floor, None if filters.per != 'total' else filters.currency)}"


def on_map(row: CountryFunding) -> bool:
    """Whether the row is a country that has a place on the map."""
    return row.country in projection.points() or row.country in projection.codes()
