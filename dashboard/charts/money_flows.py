"""Money flows: who pays for what, and who leads it or receives from it."""

from collections.abc import Sequence
from decimal import Decimal

from dashboard.charts import as_bars, behind, hedged, parts, unsaid
from dashboard.charts.chart import NARROW, Chart
from dashboard.charts.native import Native
from dashboard.charts.parts import Part, Sentence
from dashboard.figures import money_flows as drawing
from dashboard.figures.key import KeyItem
from dashboard.figures.labels import Labels
from dashboard.figures.theme import ORIGINS, Figure
from dashboard.filters import Filters
from dashboard.queries.money_flows import Flow, money_flows
from initiatives import formats
from initiatives.vocabulary import JOINT

BESIDE = 500  # pixels of width under which a drawing stands beside others and shows the largest alone
FEW, FEW_DEPTH = 6, 170  # flows of a small drawing, and pixels of height for their money
SLIDE_DEPTH = 120  # pixels of height for the money of those flows on a slide


class MoneyFlows(Chart[Flow]):
    """Bands from named payers to initiatives to their leads or recipients."""

    slug = "money-flows"
    name = "Money flows"

    def question(self, filters: Filters) -> str:
        """`Who pays for what?`"""
        return f"Who pays for what, of the money for {parts.scope_words(filters)}?"

    def rows(self, filters: Filters) -> Sequence[Flow]:
        """The flows into the largest initiatives, then all other counted money by reason."""
        return money_flows(filters)

    def labels(self, filters: Filters) -> Labels:
        """Always sums."""
        return Labels(filters.currency)

    def figure(self, rows: Sequence[Flow], filters: Filters, width: int, narrow: bool = False) -> Figure:
        """The bands; the largest alone where the drawing stands beside others."""
        small = NARROW < width < BESIDE
        most, depth = (FEW, FEW_DEPTH) if small else (drawing.MOST, drawing.DEPTH)
        return drawing.figure(rows, self.labels(filters), width, most, depth, not small, behind.flow(filters))

    def on_slide(self, rows: Sequence[Flow], filters: Filters, width: int) -> Figure:
        """The largest flows alone, as low as their words allow."""
        return drawing.figure(rows, self.labels(filters), width, FEW, SLIDE_DEPTH, False)

    def answer(self, rows: Sequence[Flow], filters: Filters) -> Sentence:
        """How much has a named payer, the largest flow, and how much is shared without a published split."""
        whole, named = counted(rows), summed(rows, "named", "others")
        if not whole:
            return (Part(unsaid.nothing(_silences(rows), filters)),)
        total = parts.entries(formats.money(whole, filters.currency), filters)
        if not named:
            return (Part("No part of the "), total, Part(" has a payer whose own part is published."))
        first = next(row for row in rows if row.kind == "named")
        known = "has a named payer whose part is known"
        share = f"{formats.money(named, filters.currency)} ({parts.share(named, whole)})"
        aside = hedged.aside(whole, *hedges_of(rows), filters.currency)
        named_words = known if named == whole else f"{share} {known}"
        opening = (Part("All of the " if named == whole else "Of the "), total, Part(f"{aside}{' ' if named == whole else ', '}{named_words}"))
        return (
            *opening, Part("; the largest flow is from "), *_payer(first, filters), Part(" to "), *_initiative(first, filters),
            Part(f" ({_amount(first, filters)})."),
        )  # fmt: skip

    def spoken(self, rows: Sequence[Flow], filters: Filters) -> str:
        """Every payer with what it pays for, and who takes it there."""
        by_payer: dict[str, list[Flow]] = {}
        for row in rows:
            by_payer.setdefault(row.payer.name if row.payer else "", []).append(row)
        others = by_payer.pop("", [])
        said = [f"{name} pays {', '.join(_spoken(row, filters) for row in some)}." for name, some in by_payer.items()]
        return " ".join([*said, *(f"{parts.opening(row.words)}: {_amount(row, filters)}." for row in others)])

    def key(self, rows: Sequence[Flow], filters: Filters) -> list[KeyItem]:
        """The origins that are drawn, and the open part."""
        drawn = [row for row in rows if row.kind == "named"]
        present = {row.origin for row in drawn}
        items = [KeyItem(origin, drawing.look_of(origin), ("origin", origin)) for origin in ORIGINS if origin in present]
        return [*items, KeyItem("open: “up to” or a target", drawing.look_of("public", True))] if any(row.ceiling for row in drawn) else items

    def under(self, rows: Sequence[Flow], filters: Filters) -> Sentence:
        """What is not drawn and why, joint money, what is undisclosed and what lies outside the scope."""
        missing = [row for row in rows if row.kind in NOT_DRAWN and row.amount]
        left = [(Part(f"{formats.money(row.amount, filters.currency)} {NOT_DRAWN[row.kind]}"),) for row in missing]
        joint = sum((row.amount for row in rows if row.country == JOINT), Decimal(0))
        shared = [(Part(f"{formats.money(joint, filters.currency)} of it is for efforts of several owners, counted once"),)] if joint else []
        beside = unsaid.outside(summed(rows, "beside-scope"), filters)
        return parts.joined([*left, *shared, *unsaid.sentences(_silences(rows), filters), *beside])

    def beside(self, rows: Sequence[Flow], filters: Filters) -> Sentence:
        """Joint money whoever pays it, where the line under the drawing names none, and that in which the chosen countries have a part."""
        return unsaid.beside(filters, joint=not any(row.country == JOINT for row in rows), scope=False)

    def workbook_native(self, rows: Sequence[Flow], filters: Filters) -> Native | None:
        """The largest flows as bars."""
        return as_bars.of_flows(rows, filters)

    def notes(self, rows: Sequence[Flow], filters: Filters) -> list[str]:
        """What a band is."""
        return [
            "A band is money of one payer for one initiative, counted once. A payer has a band where it pays an entry alone or its share is "
            "published; a sum that several pay without a published split is not divided by us, and is named under the drawing.",
            "From an initiative the money goes on to its recipients, else to those who lead it; between several of them it is not divided. "
            "Who leads does not always receive.",
            "Each role is a column of its own: an organization that pays for one initiative and receives from another stands in both.",
            "The bands take the colour of the origin. The largest initiatives are named, the others gathered; the files hold every flow.",
            hedged.RULE,
            "Sums are in current prices, converted at the rate of the day of announcement, and not adjusted for inflation.",
        ]


NOT_DRAWN = {"split-not-published": "is paid by several without a published split", "unnamed": "is paid by nobody who is named"}


def counted(rows: Sequence[Flow]) -> Decimal:
    """The counted total: every row but what lies beside the scope."""
    return sum((row.amount for row in rows if row.kind != "beside-scope"), Decimal(0))


def summed(rows: Sequence[Flow], *kinds: str) -> Decimal:
    """The sum of the rows of some kinds."""
    return sum((row.amount for row in rows if row.kind in kinds), Decimal(0))


def hedges_of(rows: Sequence[Flow]) -> tuple[Decimal, Decimal]:
    """What of the counted rows is only a ceiling or a target, and what only a floor."""
    kept = [row for row in rows if row.kind != "beside-scope"]
    return sum((row.ceiling for row in kept), Decimal(0)), sum((row.at_least for row in kept), Decimal(0))


def _payer(row: Flow, filters: Filters) -> Sentence:
    return (parts.organization(row.payer.slug, row.payer.name, filters),) if row.payer else ()


def _initiative(row: Flow, filters: Filters) -> Sentence:
    return (parts.initiative(row.initiative.slug, row.initiative.name, filters),) if row.initiative else ()


def _spoken(row: Flow, filters: Filters) -> str:
    initiative = row.initiative.name if row.initiative else ""
    takers = f" ({row.role}: {formats.listed(one.name for one in row.takers)})" if row.takers else ""
    return f"{_amount(row, filters)} for {initiative}{takers}"


def _amount(row: Flow, filters: Filters) -> str:
    """`$29.5 bn`, with what of it is hedged where it is a quarter or more."""
    return f"{formats.money(row.amount, filters.currency)}{hedged.words(row.amount, row.ceiling, row.at_least, filters.currency)}"


def _silences(rows: Sequence[Flow]) -> unsaid.Silences:
    return unsaid.Silences(sum(row.undisclosed for row in rows), (), sum(row.not_convertible for row in rows))
