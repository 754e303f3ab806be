"""The table of a comparison: one line a measure, in each line the bars have one scale; knows no requests."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.pages.compare_words import SHOWN_ONLY
from dashboard.pages.drawings.bars import place, width_of
from dashboard.pages.words import FIRMNESS
from dashboard.queries.compared import Compared
from initiatives import formats
from initiatives.ledger.values import BASES, STAGES, reaches
from initiatives.vocabulary import JOINT, MEASURES, QUANTITY_STATUSES

LABELS: Final = {"ai": "AI", "chips": "chips", "wider": "wider"}
Value = Callable[[Compared], Decimal | None]


@dataclass(frozen=True, slots=True)
class Cell:
    """The figure of one country: its words, the width of its bar, and the page behind it; no width where there is nothing to draw."""

    words: str
    width: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of all countries; `is_money` decides the colour of its bars."""

    label: str
    cells: tuple[Cell, ...]
    is_money: bool


def lines(found: Sequence[Compared], filters: Filters) -> list[Line]:
    """Every measure that at least one country has a figure for."""
    return [*money_lines(found, filters), *beside_lines(found, filters), *number_lines(found, filters), *quantity_lines(found)]


def money_lines(found: Sequence[Compared], filters: Filters) -> list[Line]:
    """The sum, its shares, and how firm it is."""

    def entries(**changes: object) -> Callable[[Compared], str]:
        return lambda one: ledger(one, filters, **changes)

    def in_money(amount: Decimal) -> str:
        return formats.money(amount, filters.currency) if amount else "nothing"

    basis = FIRMNESS[filters.basis].capitalize()
    table = [
        sums(f"{basis}, counted once", found, filters, lambda one: one.funding.total, entries()),
        line("Share of a year’s GDP", found, lambda one: one.funding.gdp_percent, lambda value: formats.percent(value) if value else "nothing"),
        line("A person", found, lambda one: one.funding.per_person, in_money, unknown="no figure"),
    ]
    if BASES.index(filters.basis) < BASES.index("committed"):
        firm = sums("Committed or paid out", found, filters, lambda one: one.totals.by_basis["committed"], entries(basis="committed"))
        table += [firm, sums("Announced, not committed", found, filters, lambda one: one.gap.gap, lambda one: gap(one, filters))]
    return table


def beside_lines(found: Sequence[Compared], filters: Filters) -> list[Line]:
    """What is listed beside the sum and not counted in it."""
    softer = tuple(stage for stage in STAGES if not reaches(stage, filters.basis))
    others = [scope for scope in LABELS if scope not in filters.scope]
    table = []
    if softer:
        words = "only pledged" if filters.basis == "announced" else "less firm"
        table.append(
            sums(
                f"Beside it: {words}",
                found,
                filters,
                lambda one: one.totals.only_pledged,
                lambda one: ledger(one, filters, basis="headline", stage=softer),
            )
        )
    if others:
        named = formats.listed(LABELS[scope] for scope in others)
        table.append(sums(f"Beside it: {named}", found, filters, lambda one: one.beside, lambda one: ledger(one, filters, scope=tuple(others))))
    table.append(sums("Beside it: joint efforts", found, filters, lambda one: one.joint, lambda one: ledger(one, filters, country=JOINT)))
    return table


def number_lines(found: Sequence[Compared], filters: Filters) -> list[Line]:
    """Initiatives, organizations and comments."""
    return [
        numbers("Initiatives", found, lambda one: one.initiatives, lambda one: links.to("initiatives", filters, country=one.code)),
        numbers("Organizations taking part", found, lambda one: one.organizations, lambda one: country(one, filters, "participants")),
        numbers("of them from abroad", found, lambda one: one.from_abroad, lambda one: country(one, filters, "participants")),
        numbers("Comments", found, lambda one: one.comments, lambda one: links.to("commentary", filters, country=one.code)),
        numbers(
            "of them doubting",
            found,
            lambda one: one.doubting,
            lambda one: links.to("commentary", filters, country=one.code, stance=("critical", "cautious")),
        ),
    ]


def quantity_lines(found: Sequence[Compared]) -> list[Line]:
    """Megawatts, GPUs and exaflops, planned and installed, where anybody states them."""
    kinds = sorted({kind for one in found for kind in one.quantities})

    def value(kind: tuple[str, str]) -> Value:
        return lambda one: one.quantities.get(kind)

    return [
        line(f"{MEASURES[kind[0]]}, {QUANTITY_STATUSES[kind[1]]}", found, value(kind), formats.figures, unknown="not stated", is_money=False)
        for kind in kinds
    ]


def line(
    label: str,
    found: Sequence[Compared],
    value: Value,
    words: Callable[[Decimal], str],
    address: Callable[[Compared], str] = lambda one: "",
    *,
    unknown: str = "no figure",
    is_money: bool = True,
) -> Line:
    """One measure; `unknown` is written where a country has no figure."""
    values = [value(one) for one in found]
    largest = max((known for known in values if known is not None), default=Decimal(0))
    cells = [
        Cell(unknown, "") if known is None else Cell(words(known), place(width_of(known, largest)) if known else "", address(one) if known else "")
        for one, known in zip(found, values, strict=True)
    ]
    return Line(label, tuple(cells), is_money)


def sums(label: str, found: Sequence[Compared], filters: Filters, value: Value, address: Callable[[Compared], str]) -> Line:
    """Sums, each of which opens its entries."""

    def words(amount: Decimal) -> str:
        return formats.money(amount, filters.currency) if amount else "nothing"

    return line(label, found, value, words, address, unknown=formats.UNDISCLOSED)


def numbers(label: str, found: Sequence[Compared], value: Callable[[Compared], int], address: Callable[[Compared], str]) -> Line:
    """Counts."""
    return line(label, found, lambda one: Decimal(value(one)), lambda number: formats.count(int(number)), address, is_money=False)


def ledger(one: Compared, filters: Filters, **changes: object) -> str:
    """The counted entries of one country."""
    return links.to("ledger", filters, keep="all", **{**SHOWN_ONLY, "country": one.code, "region": None, "step": "counted", **changes})


def country(one: Compared, filters: Filters, place_on_it: str) -> str:
    """A part of the country's page."""
    return f"{links.to('country', filters, one.code)}#{place_on_it}"


def gap(one: Compared, filters: Filters) -> str:
    """The entries that are announced or budgeted and no firmer."""
    return ledger(one, filters, basis="announced", stage=("announced", "budgeted"))
