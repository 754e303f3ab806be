"""Why this total: the way from everything published down to what is counted."""

from collections.abc import Sequence
from decimal import Decimal

from dashboard.charts import behind, hedged, parts, unsaid
from dashboard.charts.chart import Chart
from dashboard.charts.native import Native, Series
from dashboard.charts.parts import Part, Sentence
from dashboard.figures import waterfall
from dashboard.figures.key import KeyItem
from dashboard.figures.labels import Labels
from dashboard.figures.theme import Figure, solid
from dashboard.filters import Filters
from dashboard.filters.sentences import currency
from dashboard.queries.rows import TotalStep
from dashboard.queries.why_this_total import why_this_total
from initiatives import formats

# Short names for columns; the table beside them has the whole ones.
SHORT = {
    "published": "All published", "restated": "Said again", "replaced": "Replaced", "cancelled": "Cancelled", "contained": "In a larger sum",
    "out_of_scope": "Other scopes", "below_basis": "Less firm", "counted": "Counted once",
}  # fmt: skip
NAMES_BESIDE = 600  # pixels, from which the names of the steps stand beside their bars


class WhyThisTotal(Chart[TotalStep]):
    """A waterfall of eight steps, each of which opens its entries."""

    slug = "why-this-total"
    name = "Why this total"

    def question(self, filters: Filters) -> str:
        """`Why is the total what it is, and not everything that was published?`"""
        return "Why is the total what it is, and not everything that was published?"

    def rows(self, filters: Filters) -> Sequence[TotalStep]:
        """The eight steps; the first seven add up to the last."""
        return why_this_total(filters)

    def figure(self, rows: Sequence[TotalStep], filters: Filters, width: int, narrow: bool = False) -> Figure:
        """The waterfall."""
        return waterfall.figure(rows, self.labels(filters), width, narrow or width < NAMES_BESIDE, behind.step(filters))

    def labels(self, filters: Filters) -> Labels:
        """Always sums."""
        return Labels(filters.currency)

    def answer(self, rows: Sequence[TotalStep], filters: Filters) -> Sentence:
        """What was published, what is counted, and the largest step between."""
        steps = {row.step: row for row in rows}
        published, counted = steps["published"], steps["counted"]
        if not published.entries or not published.amount:
            return (Part("Nothing with a sum is published under these filters."),)
        between = [row for row in rows if row.step not in waterfall.WHOLE and row.amount]
        aside = hedged.aside(counted.amount, counted.ceiling, counted.at_least, filters.currency)
        said = parts.statements(formats.money(published.amount, filters.currency), filters, step="published")
        kept = parts.entries(formats.money(counted.amount, filters.currency), filters)
        opening = (
            said,
            Part(f" was published in {formats.counted(published.entries, 'statement')}; "),
            kept,
            Part(f" of it is counted once{aside}."),
        )
        return (*opening, *_largest(between, filters))

    def spoken(self, rows: Sequence[TotalStep], filters: Filters) -> str:
        """Every step with its entries and its amount."""
        return " ".join(f"{parts.opening(row.label)}: {_spoken(row, filters)}." for row in rows)

    def key(self, rows: Sequence[TotalStep], filters: Filters) -> list[KeyItem]:
        """The ends, the steps, and the open end."""
        items = [
            KeyItem("published", solid("sum-3")),
            KeyItem("what a reason takes", solid("rule", "ink-2")),
            KeyItem("counted once", solid("sum-6")),
        ]
        return [*items, KeyItem("open end: “up to” or a target", waterfall.OPEN_END)] if any(row.ceiling for row in rows) else items

    def under(self, rows: Sequence[TotalStep], filters: Filters) -> Sentence:
        """How much of what is counted is hedged, where the answer does not say it, and what nobody says."""
        last = rows[-1]
        hedges = [
            f"{formats.money(amount, filters.currency)} is {words}"
            for amount, words in ((last.ceiling, f"only {hedged.OPEN}"), (last.at_least, hedged.FLOOR))
            if amount
        ]
        said = hedged.aside(last.amount, last.ceiling, last.at_least, filters.currency)
        counted = [(Part(f"Of what is counted, {formats.listed(hedges)}"),)] if hedges and not said else []
        unsaid = formats.counted(last.undisclosed, "entry is", "entries are") + " undisclosed"
        silent = [(parts.statements(unsaid, filters, reason="undisclosed"),)] if last.undisclosed else []
        return parts.joined([*counted, *silent])

    def beside(self, rows: Sequence[TotalStep], filters: Filters) -> Sentence:
        """Joint money and what is not convertible; other scopes are a step of their own."""
        return unsaid.beside(filters, scope=False, conversion=True)

    def native(self, rows: Sequence[TotalStep], filters: Filters) -> Native | None:
        """Stacked columns over a base that is not drawn; the first and the last stand on zero."""
        bars = waterfall.laid(rows)
        if not any(bar.high for bar in bars):
            return None
        series = (
            Series("lifts the step", tuple(Decimal(0) if bar.whole else bar.low for bar in bars), drawn=False),
            Series("Published, and counted once", tuple(bar.high - bar.low if bar.whole else None for bar in bars), "sum-6"),
            Series("What a reason takes", tuple(None if bar.whole else bar.high - bar.low for bar in bars), "rule"),
        )
        names = tuple(SHORT[row.step] for row in rows)
        return Native("columns", names, series, currency(filters.currency), tuple(formats.money(row.amount, filters.currency) for row in rows))

    def notes(self, rows: Sequence[TotalStep], filters: Filters) -> list[str]:
        """How the steps are made."""
        return [
            "Published is the plain sum of every amount. Each step takes what its reason takes, and the last is what is left.",
            hedged.RULE,
            "From a sum that contains others a step takes the smaller of its amount and what it holds, so that no step adds.",
        ]


def _largest(between: list[TotalStep], filters: Filters) -> Sentence:
    if not between:
        return ()
    most = min(between, key=lambda row: row.amount)
    amount = formats.money(abs(most.amount), filters.currency)
    what = f"for {most.label}" if most.step == "out_of_scope" else most.label
    return (Part(" Most of the rest, "), parts.statements(amount, filters, step=most.step), Part(f", is {what}."))


def _spoken(row: TotalStep, filters: Filters) -> str:
    """`$314 bn, 307 entries, of which …`; a step that takes nothing is said so."""
    if not row.entries:
        return "nothing"
    hedges = hedged.words(row.amount, row.ceiling, row.at_least, filters.currency, least=Decimal(0)) if row.step == "counted" else ""
    return f"{formats.money(row.amount, filters.currency)}, {formats.counted(row.entries, 'entry', 'entries')}{hedges}"
