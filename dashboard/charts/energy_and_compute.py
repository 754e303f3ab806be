"""Energy and compute: how much power and computing is promised, and how much stands."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from dashboard.charts import behind, parts
from dashboard.charts.chart import THUMB, Chart
from dashboard.charts.native import Native, Series, beyond
from dashboard.charts.parts import INITIATIVES, Part, Sentence
from dashboard.figures import floors, quantity_bars, text
from dashboard.figures.key import TRIANGLE, KeyItem
from dashboard.figures.quantity_bars import Line, written
from dashboard.figures.theme import Figure
from dashboard.filters import Filters
from dashboard.filters.fields import MEASURES
from dashboard.queries.quantities import Promised, promised
from initiatives import formats
from initiatives.vocabulary import JOINT

NAMED: Final = 3  # countries in the answer
NATIVE_ROWS: Final = 16  # bars that a slide has room for
UNITS: Final = {"megawatts": "MW", "gpus": "GPUs", "exaflops": "exaflops"}
QUESTIONS: Final = {
    "megawatts": "How much power is promised?",
    "gpus": "How many GPUs are promised, and how many stand?",
    "exaflops": "How many exaflops are promised, and how many stand?",
}
NOUNS: Final = {"megawatts": "power, in megawatts", "gpus": "GPUs", "exaflops": "computing, in exaflops"}


class EnergyAndCompute(Chart[Promised]):
    """Bars by country, planned and installed apart, ceilings and aims open."""

    slug = "energy-and-compute"
    name = "Energy and compute"
    group = "people"
    switches = ("measure",)

    def question(self, filters: Filters) -> str:
        """`How much power is promised?`"""
        return QUESTIONS[filters.measure]

    def counting(self, filters: Filters) -> list[str]:
        """Quantities, not money."""
        return [f"Stated {NOUNS[filters.measure]}, each counted once; planned and installed are two sums"]

    def sources(self, filters: Filters) -> list[str]:
        """No rates are in it."""
        return []

    def rows(self, filters: Filters) -> Sequence[Promised]:
        """One row a country, measure and status: all three measures, of which the drawing shows one."""
        return promised(filters)

    def figure(self, rows: Sequence[Promised], filters: Filters, width: int, narrow: bool = False) -> Figure:
        """The bars of one measure."""
        top = 8 if width < THUMB and not narrow else quantity_bars.TOP
        return quantity_bars.figure(_lines(of_measure(rows, filters.measure), filters, narrow or width < THUMB), UNITS[filters.measure], width, top)

    def on_slide(self, rows: Sequence[Promised], filters: Filters, width: int) -> Figure:
        """As many bars as an office program draws."""
        return quantity_bars.figure(_lines(of_measure(rows, filters.measure), filters, False), UNITS[filters.measure], width, NATIVE_ROWS)

    def answer(self, rows: Sequence[Promised], filters: Filters) -> Sentence:
        """What is planned and installed, who promises most, and what the other measures say."""
        if not rows:
            return (Part("No power or computing is stated under these filters."),)
        own = of_measure(rows, filters.measure)
        others = [_totals(of_measure(rows, measure), measure) for measure in MEASURES if measure != filters.measure and of_measure(rows, measure)]
        beside = f" Beside it: {formats.listed(others)}." if others else ""
        if not own:
            return (Part(f"No {UNITS[filters.measure]} are stated under these filters.{beside}"),)
        stated = tuple(dict.fromkeys(f"{row.measure}-{row.status}" for row in own))
        whole = Part(parts.opening(_totals(own, filters.measure)), parts.address(INITIATIVES, filters, {"quantity": stated}))
        return (whole, Part(". "), *_leaders(own, filters), Part(beside))

    def spoken(self, rows: Sequence[Promised], filters: Filters) -> str:
        """Every bar of the drawing with its hedges."""
        own = of_measure(rows, filters.measure)
        return " ".join(f"{row.country_name}, {row.status}: {_amount(row)}{_hedges(row)}." for row in own)

    def key(self, rows: Sequence[Promised], filters: Filters) -> list[KeyItem]:
        """Planned and installed, the open end, the floor: what is drawn of them."""
        own = of_measure(rows, filters.measure)
        items = [KeyItem(status, quantity_bars.LOOKS[status]) for status in ("planned", "installed") if any(row.status == status for row in own)]
        if any(row.open_end for row in own):
            items.append(KeyItem("open end: “up to”, or a target", quantity_bars.LOOKS["open"]))
        return [
            *items,
            *([KeyItem("“at least” for a quarter or more", TRIANGLE)] if any(floors.is_marked(row.value, row.at_least) for row in own) else []),
        ]

    def under(self, rows: Sequence[Promised], filters: Filters) -> Sentence:
        """Who shares the joint efforts, and the bars that are left out."""
        own = of_measure(rows, filters.measure)
        joint = next((row for row in own if row.country == JOINT), None)
        pieces: list[Sentence] = []
        if joint:
            pieces.append((Part("Joint efforts have several owners and are shown once", parts.address(INITIATIVES, filters, {"country": JOINT})),))
        if len(own) > quantity_bars.TOP:
            pieces.append((Part(f"Drawn are the first {quantity_bars.TOP} of {formats.count(len(own))} sums; the table has all"),))
        return parts.joined(pieces)

    def notes(self, rows: Sequence[Promised], filters: Filters) -> list[str]:
        """What is counted once, and what is not known."""
        return [
            "Quantities are those that initiatives state, in their sources’ words; nobody has measured them. A whole counts and its stages "
            "are listed under it: 200 MW, which are part of 1,000 MW, which are part of 5,000 MW, count 5,000 MW.",
            "Planned and installed are two sums and are not added: what is installed may be the first stage of what is planned.",
            "An open end is a ceiling (“up to”, the upper end of a range) or a target; ▸ marks a sum of which at least a quarter is a floor. "
            "Exaflops are as stated, whatever the precision of the arithmetic, so that they can hardly be compared.",
            "What several owners plan is shown once, under joint efforts. An initiative that states no quantity is in no bar: unknown, not zero.",
        ]

    def native(self, rows: Sequence[Promised], filters: Filters) -> Native | None:
        """Stacked bars of what is planned, the open end apart; installed in bars of their own."""
        own = of_measure(rows, filters.measure)
        shown = own[:NATIVE_ROWS]
        if not shown:
            return None
        names = tuple(f"{row.country_name}, {row.status}" for row in shown)
        unit = UNITS[filters.measure]
        totals = tuple(f"{_amount(row)}{_hedges(row)}" for row in shown)
        return Native("bars", names, _series(shown), unit, totals, gathered=beyond(len(own) - len(shown)))


def of_measure(rows: Sequence[Promised], measure: str) -> list[Promised]:
    """The rows of one measure."""
    return [row for row in rows if row.measure == measure]


def _series(rows: Sequence[Promised]) -> tuple[Series, ...]:
    """Planned, installed and the open end; None where a bar has no such part."""
    kinds: Mapping[str, tuple[Decimal | None, ...]] = {
        "planned": tuple(_firm(row, "planned") for row in rows),
        "installed": tuple(_firm(row, "installed") for row in rows),
        "up to, or a target": tuple(row.open_end or None for row in rows),
    }
    tokens = {"planned": "rule", "installed": "ink-2", "up to, or a target": "ink-2"}
    found = [(name, values) for name, values in kinds.items() if any(value is not None for value in values)]
    blank = ("",) * len(rows)  # the totals behind the bars say it
    return tuple(Series(name, values, tokens[name], labels=blank, open_end=name.startswith("up to")) for name, values in found)


def _firm(row: Promised, status: str) -> Decimal | None:
    """The part of a bar that is neither a ceiling nor an aim; None where there is none."""
    return (row.value - row.open_end or None) if row.status == status else None


def _lines(rows: Sequence[Promised], filters: Filters, small: bool) -> list[Line]:
    seen: set[str] = set()
    lines = []
    for row in rows:
        lines.append(_line(row, filters, row.country not in seen, small))
        seen.add(row.country)
    return lines


def _line(row: Promised, filters: Filters, first: bool, small: bool) -> Line:
    """One bar; a small drawing has no room for units and parts of sums, which its axis, its looks and the table have."""
    hover = f"{text.plain(row.country_name)}<br>{text.plain(f'{row.status} {_amount(row)}{_hedges(row)}')}"
    value = _amount(row).removesuffix(f"{formats.NO_BREAK}{UNITS[row.measure]}") if small else _amount(row)
    words, floor = "" if small else _short(row), floors.is_marked(row.value, row.at_least)
    return Line(row.country_name, row.status, row.value, value, row.open_end, floor, words, hover, behind.quantity(row, filters), first)


def _amount(row: Promised) -> str:
    """`target 5,000 MW`: with its hedge where all of it is hedged alike."""
    hedge = next((hedge for hedge, amount in _hedged(row).items() if amount == row.value), "")
    return formats.hedged(f"{written(row.value)}{formats.NO_BREAK}{UNITS[row.measure]}", hedge)


def _hedged(row: Promised) -> dict[str, Decimal]:
    """The parts of a sum by how they are hedged, those that there are."""
    amounts = {"up-to": row.ceiling, "target": row.target, "about": row.about, "at-least": row.at_least}
    return {hedge: amount for hedge, amount in amounts.items() if amount}


def _hedges(row: Promised) -> str:
    """`, of which target 6,600`; nothing where the sum says it."""
    hedges = _hedged(row)
    if not hedges or row.value in hedges.values():
        return ""
    return f", of which {formats.listed(formats.hedged(written(amount), hedge) for hedge, amount in hedges.items())}"


def _short(row: Promised) -> str:
    """What follows the value of a bar: that it is installed, and how much of it is hedged."""
    hedges = _hedges(row).removeprefix(", ")
    return ", ".join(part for part in ("installed" if row.status == "installed" else "", hedges) if part)


def _totals(rows: Sequence[Promised], measure: str) -> str:
    """`32,183 MW are planned and 0 recorded as installed`."""
    sums = {status: sum((row.value for row in rows if row.status == status), Decimal(0)) for status in ("planned", "installed")}
    unit = f"{formats.NO_BREAK}{UNITS[measure]}"
    installed = f"{written(sums['installed'])}{unit} installed" if sums["installed"] else "none recorded as installed"
    return f"{written(sums['planned'])}{unit} planned, {installed}" if sums["planned"] else installed


def _leaders(rows: Sequence[Promised], filters: Filters) -> Sentence:
    """The first three by what they plan, or have where nothing is planned."""
    alone = [row for row in rows if row.country != JOINT]
    ranked = ([row for row in alone if row.status == "planned"] or alone)[:NAMED]
    if not ranked:
        return (Part("All of it is shared by several owners."),)
    sentence: list[Part] = []
    for place, row in enumerate(ranked):
        name = parts.country(row.country, row.country_name, filters)
        between = "" if not place else " and " if place == len(ranked) - 1 else ", "
        sentence += [Part(between), name if place else parts.opened(name), Part(f" ({written(row.value)})")]
    verb = {"planned": ("promises most", "promise most"), "installed": ("has most", "have most")}[ranked[0].status][len(ranked) > 1]
    return (*sentence, Part(f" {verb}."))
