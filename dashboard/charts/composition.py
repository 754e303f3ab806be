"""Composition: what the money is made of, by region, country and initiative."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from dashboard.charts import as_bars, behind, hedged, parts, unsaid
from dashboard.charts.chart import Chart
from dashboard.charts.native import Native
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
WITH_ARTICLE = ("Middle East", "Caribbean", "Pacific")  # names of regions that take one inside a sentence
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
        return treemap.figure(rows, self.labels(filters), width, _height(width, narrow), behind.portion(rows, filters))

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
        total = parts.entries(formats.money(whole, filters.currency), filters)
        verb = f"{parts.VERBS[filters.basis]}{hedged.aside(whole, *hedges_of(rows), filters.currency)}"
        return (*_regions(ranked, whole, total, verb), *_largest(largest, whole, filters))

    def spoken(self, rows: Sequence[Portion], filters: Filters) -> str:
        """Every region with its countries, and the largest initiatives of each."""
        return " ".join(self._region(region, list(some), filters) for region, some in groupby(rows, key=lambda row: row.region))

    def _region(self, region: str, some: Sequence[Portion], filters: Filters) -> str:
        countries = treemap.by_country([row for row in some if row.amount])
        if not countries:
            return ""
        named = sorted((row for row in some if row.slug), key=lambda row: -row.amount)[:NAMED]
        sums = "; ".join(_spoken(row, row.country_name, filters) for row in countries)
        largest = "; ".join(_spoken(row, row.name, filters) for row in named)
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

    def beside(self, rows: Sequence[Portion], filters: Filters) -> Sentence:
        """The joint money in which the chosen countries have a part."""
        return unsaid.beside(filters, joint=False, scope=False)

    def workbook_native(self, rows: Sequence[Portion], filters: Filters) -> Native | None:
        """Countries as bars, their committed part apart."""
        return as_bars.of_countries(rows, filters)

    def notes(self, rows: Sequence[Portion], filters: Filters) -> list[str]:
        """How to read the areas."""
        gathered = sum(row.initiatives for row in rows if row.slug is None and row.amount)
        few = f" {formats.counted(gathered, 'small initiative')} are drawn together by country; the files hold each." if gathered else ""
        return [
            "The area of a rectangle is its money, counted once, in the same proportion everywhere; money of several owners is an area of its own.",
            "The tone is the share of it that is committed: contracted, awarded or signed, or paid out. "
            f"An open part is an “up to” or a target.{few} {hedged.RULE}",
            "An initiative whose money belongs to two countries stands in both, each time with what counts there.",
            "Sums are in current prices, converted at the rate of the day of announcement, and not adjusted for inflation.",
        ]


def counted(rows: Sequence[Portion]) -> Decimal:
    """The sum of some portions."""
    return sum((row.amount for row in rows), Decimal(0))


def hedges_of(rows: Sequence[Portion]) -> tuple[Decimal, Decimal]:
    """What of some portions is only a ceiling or a target, and what only a floor."""
    return sum((row.ceiling for row in rows), Decimal(0)), sum((row.at_least for row in rows), Decimal(0))


def _regions(ranked: Sequence[tuple[str, Decimal]], whole: Decimal, total: Part, verb: str) -> Sentence:
    """`Of the $314 bn announced, 24.7 % is for Europe, 22.5 % for …; the `, or `All of the $6.81 bn announced is for East Asia; the `."""
    if not ranked:
        return (Part("Of the "), total, Part(f" {verb}, the "))
    if len(ranked) == 1 and ranked[0][1] == whole:
        return (Part("All of the "), total, Part(f" {verb} is for {in_sentence(ranked[0][0])}; the "))
    first, *others = (f"{parts.share(held, whole)}{'' if place else ' is'} for {in_sentence(name)}" for place, (name, held) in enumerate(ranked))
    return (Part("Of the "), total, Part(f" {verb}, {formats.listed([first, *others])}; the "))


def in_sentence(region: str) -> str:
    """`the Middle East and North Africa`, `Europe`."""
    return f"the {region}" if region.startswith(WITH_ARTICLE) else region


def _largest(row: Portion, whole: Decimal, filters: Filters) -> Sentence:
    amount = formats.money(row.amount, filters.currency)
    hedges = hedged.words(row.amount, row.ceiling, row.at_least, filters.currency)
    if row.amount == whole:
        return (Part("only initiative with a sum is "), parts.initiative(row.slug or "", row.name, filters), Part(f"{hedges}."))
    share = f" with {amount} ({parts.share(row.amount, whole)}){hedges}."
    return (Part("largest initiative is "), parts.initiative(row.slug or "", row.name, filters), Part(share))


def _spoken(row: Portion, name: str, filters: Filters) -> str:
    return f"{name} {formats.money(row.amount, filters.currency)}{hedged.words(row.amount, row.ceiling, row.at_least, filters.currency)}"


def _countries(rows: Sequence[Portion]) -> list[Portion]:
    return [row for row in rows if row.country != JOINT]


def _height(width: int, narrow: bool) -> int:
    if narrow:
        return HEIGHTS["narrow"]
    return HEIGHTS["thumb"] if width < SMALL else HEIGHTS["wide"] if width < MIDDLING else HEIGHTS["large"]
