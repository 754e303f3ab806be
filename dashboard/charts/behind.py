"""Where marks lead: the list that makes each of them up, so that what it counts is what is drawn; knows addresses but no requests.

A mark of which no list can be asked for, as the address bar knows only alternatives, leads nowhere.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from dashboard.charts import parts
from dashboard.charts.parts import INITIATIVES, LEDGER, ORGANIZATIONS
from dashboard.figures.theme import Opens
from dashboard.filters import Filters
from dashboard.filters.fields import ABROAD, ANY
from dashboard.filters.reading import VALUES_A_PARAMETER
from dashboard.queries.composition import Portion
from dashboard.queries.money_flows import Flow
from dashboard.queries.quantities import Promised
from initiatives.vocabulary import JOINT

# What a country's page counts too; anything else narrows the mark alone.
OF_A_COUNTRY: Final = ("country", "region", "as_of", "edition")


def kept_out(filters: Filters, field: str, *values: str) -> tuple[str, ...]:
    """Some values of a parameter beside what it excludes already."""
    return (*(f"-{one}" for one in filters.excluded(field)), *values)


def country(filters: Filters) -> Opens:
    """The page of a country, where it counts the same; its entries, where more than the country is chosen."""
    narrowed = any(one.field not in OF_A_COUNTRY for one in filters.active())

    def opened(code: str, _: str) -> str | None:
        return parts.entries("", filters, country=code).address if narrowed else parts.country(code, "", filters).address

    return opened


def portion(rows: Sequence[Portion], filters: Filters) -> Opens:
    """The entries of an initiative in a country; of what is gathered, those of the initiatives that have no rectangle of their own."""
    gathered = {id(row) for row in rows if row.slug is None}

    def opened(row: Portion, _: str) -> str | None:
        others = tuple(f"-{one.slug}" for one in rows if one.slug and one.country == row.country) if id(row) in gathered else ()
        initiatives = (row.slug,) if row.slug else (*filters.initiative, *others)
        if len(initiatives) > VALUES_A_PARAMETER:
            return None
        return parts.entries("", filters, country=row.country, initiative=initiatives).address

    return opened


def flow(filters: Filters) -> Callable[[Sequence[Flow], str], str | None]:
    """The entries that the payers of some flows pay for their initiatives, and of a band those of its origin; the ledger says what part is theirs."""

    def opened(some: Sequence[Flow], part: str) -> str | None:
        payers = sorted({row.payer.slug for row in some if row.payer})
        initiatives = sorted({row.initiative.slug for row in some if row.initiative})
        others = set(payers) - set(filters.chosen("funder")) if filters.chosen("funder") else ()
        if others or len(payers) > VALUES_A_PARAMETER - len(filters.excluded("funder")):
            return None
        origin = some[0].origin if part == "flow" else filters.origin
        return parts.entries("", filters, funder=kept_out(filters, "funder", *payers), initiative=tuple(initiatives), origin=origin).address

    return opened


def participants(filters: Filters, field: str, codes: Mapping[str, str], groups: Sequence[str]) -> Opens:
    """The organizations that take part from a home, of a kind or in a role (`field`); what is gathered, those of the kinds that have no look of their
    own. `codes` are the values of the parameter by their words."""
    drawn = [codes[group] for group in groups if group in codes]
    chosen = tuple(value for value in filters.chosen(field) if value != ANY and value not in drawn)
    rest = chosen or kept_out(filters, field, *(f"-{value}" for value in drawn))

    def opened(home: str, group: str) -> str | None:
        return participation(filters, home, narrower={field: (codes[group],) if group in codes else rest})

    return opened


def participation(filters: Filters, home: str, owner: str | None = None, narrower: Mapping[str, Sequence[str]] | None = None) -> str | None:
    """The organizations at home in a country that take part, or from abroad, in the initiatives of an owner or in all."""
    if filters.q or ABROAD in filters.home or (owner and JOINT in filters.chosen("country")) or (home == ABROAD and filters.home):
        return None
    owners = {"country": kept_out(filters, "country", owner)} if owner else {}
    return parts.address(ORGANIZATIONS, filters, {"role": filters.role or (ANY,), **owners, "home": home, **(narrower or {})})


def quantity(row: Promised, filters: Filters) -> str | None:
    """The initiatives that state what a sum is made of."""
    if row.country == JOINT and set(filters.chosen("country")) - {JOINT}:
        return None
    owner = (JOINT,) if row.country == JOINT else (row.country, f"-{JOINT}")
    return parts.address(INITIATIVES, filters, {"country": kept_out(filters, "country", *owner), "quantity": f"{row.measure}-{row.status}"})


def step(filters: Filters) -> Opens:
    """The entries of a step of “why this total”, one by one."""

    def opened(name: str, _: str) -> str | None:
        if filters.step and name not in filters.chosen("step"):
            return None
        return parts.address(LEDGER, filters, {"step": name, "view": "entries"})

    return opened
