"""Composition: what the money is made of, by region, country and initiative."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from dashboard.charts import parts, unsaid
from dashboard.charts.chart import Chart
from dashboard.charts.parts import Part, Sentence
from dashboard.figures import treemap
from dashboard.figures.key import KeyItem
from dashboard.figures.labels import Labels
from dashboard.figures.theme import Figure, solid
from dashboard.filters import Filters
from dashboard.queries.composition import Portion, composition
from initiatives import formats
from initiatives.vocabulary import JOINT

SMALL, MIDDLING = 500, 1000  # pixels of width
HEIGHTS = {"thumb": 236, "narrow": 620, "wide": 540, "large": 600}  # pixels, without the names of regions
NAMED = 3  # regions in the answer, and initiatives of each in the summary


class Composition(Chart[Portion]):
    """A treemap: area is money, tone the share that is committed."""

    slug = "composition"
    name = "Composition"

    def question(self, filters: Filters) -> str:
        """`What is the money for AI made of?`"""
        return f"What is the money {parts.VERBS[filters.basis]} for {parts.scope_words(filters)} made of?"

    def rows(self, filters: Filters) -> Sequence[Portion]:
        """The largest initiatives and what is left of each country; they add up to the total."""
        return composition(filters)

    def labels(self, filters: Filters) -> Labels:
        """Always sums: areas are added by the eye."""
        return Labels(filters.currency)

    def figure(self, rows: Sequence[Portion], filters: Filters, width: int, narrow: bool = False) -> Figure:
        """The treemap; on a small drawing countries are not divided."""
        return treemap.figure(rows, self.labels(filters), width, _height(width, narrow), lambda row, _: address_of(row, filters))

    def on_slide(self, rows: Sequence[Portion], filters: Filters, width: int) -> Figure:
        """As low as the small drawing."""
        return treemap.figure(rows, self.labels(filters), width, HEIGHTS["thumb"])

    def answer(self, rows: Sequence[Portion], filters: Filters) -> Sentence:
        """The largest region and the largest initiative, and how much they hold."""
        whole = counted(rows)
        if not whole:
            return (Part(unsaid.nothing(unsaid.silences(rows), filters)),)
        largest = max((row for row in rows if row.slug), key=lambda row: row.amount)
        places = {region: counted(list(some)) for region, some in groupby(_countries(rows), key=lambda row: row.region)}
        ranked = sorted(((name, held) for name, held in places.items() if held), key=lambda item: -item[1])[:NAMED]
        regions = formats.listed(f"{parts.share(held, whole)} for {name}" for name, held in ranked)
        return (
            Part("Of the "),
            parts.entries(formats.money(whole, filters.currency), filters),
            Part(f" {parts.VERBS[filters.basis]}, {f'{regions}; ' if ranked else ''}the largest initiative is "),
            parts.initiative(largest.slug or "", largest.name, filters),
            Part(f" with {formats.money(largest.amount, filters.currency)} ({parts.share(largest.amount, whole)})."),
        )

    def spoken(self, rows: Sequence[Portion], filters: Filters) -> str:
        """Every region with its countries, and the largest initiatives of each."""
        return " ".join(self._region(region, list(some), filters) for region, some in groupby(rows, key=lambda row: row.region))

    def _region(self, region: str, some: Sequence[Portion], filters: Filters) -> str:
        countries = treemap.by_country([row for row in some if row.amount])
        if not countries:
            return ""
        named = sorted((row for row in some if row.slug), key=lambda row: -row.amount)[:NAMED]
        sums = ", ".join(f"{row.country_name} {formats.money(row.amount, filters.currency)}" for row in countries)
        largest = ", ".join(f"{row.name} {formats.money(row.amount, filters.currency)}" for row in named)
        return f"{region}: {sums}.{f' Largest there: {largest}.' if named else ''}"

    def key(self, rows: Sequence[Portion], filters: Filters) -> list[KeyItem]:
        """The classes that are drawn, and the open part."""
        drawn = {treemap.tone_of(row) for row in rows if row.amount > 0}
        items = [KeyItem(tone.words, solid(tone.token)) for tone in treemap.TONES if tone in drawn]
        return [*items, KeyItem("open: “up to” or a target", treemap.OPEN)] if any(row.ceiling for row in rows) else items

    def under(self, rows: Sequence[Portion], filters: Filters) -> Sentence:
        """Joint money, what is undisclosed, and what lies outside the scope."""
        joint = counted([row for row in rows if row.country == JOINT])
        shared = (parts.entries(formats.money(joint, filters.currency), filters, country=JOINT), Part(" has several owners and is counted once"))
        beside = sum((row.beside_scope for row in rows), Decimal(0))
        return parts.joined([*([shared] if joint else []), *unsaid.sentences(unsaid.silences(rows), filters), *unsaid.outside(beside, filters)])

    def notes(self, rows: Sequence[Portion], filters: Filters) -> list[str]:
        """How to read the areas."""
        gathered = sum(row.initiatives for row in rows if row.slug is None and row.amount)
        few = f" {formats.counted(gathered, 'small initiative')} are drawn together by country; the files hold each." if gathered else ""
        return [
            "The area of a rectangle is its money, counted once, in the same proportion everywhere; money of several owners is an area of its own.",
            "The tone is the share of it that is committed: contracted, awarded or signed, or paid out. "
            f"An open part is an “up to” or a target.{few}",
            "An initiative whose money belongs to two countries stands in both, each time with what counts there.",
            "Sums are in current prices, converted at the rate of the day of announcement, and not adjusted for inflation.",
        ]


def counted(rows: Sequence[Portion]) -> Decimal:
    """The sum of some portions."""
    return sum((row.amount for row in rows), Decimal(0))


def address_of(row: Portion, filters: Filters) -> str | None:
    """The initiative's page; of what is gathered, the country's entries that count."""
    return parts.initiative(row.slug, "", filters).address if row.slug else parts.entries("", filters, country=row.country).address


def _countries(rows: Sequence[Portion]) -> list[Portion]:
    return [row for row in rows if row.country != JOINT]


def _height(width: int, narrow: bool) -> int:
    if narrow:
        return HEIGHTS["narrow"]
    return HEIGHTS["thumb"] if width < SMALL else HEIGHTS["wide"] if width < MIDDLING else HEIGHTS["large"]
