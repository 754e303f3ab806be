"""The initiatives whose entries make up a country's sum, with why a row adds nothing; knows no requests."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dashboard.charts.parts import in_sentence
from dashboard.filters import Filters
from dashboard.pages import initiatives
from dashboard.pages.drawings.bars import place, width_of
from dashboard.pages.words import scopes_in_words
from dashboard.queries.initiative_list import InitiativeRow
from dashboard.queries.initiative_money import OTHER_DAYS
from initiatives import formats
from initiatives.names.countries import name_of
from initiatives.vocabulary import JOINT

WHY: Final = {
    "restates": "only restates money that is counted elsewhere",
    "replaced": "replaced by a newer figure",
    "cancelled": "cancelled",
    "cancels": "cancels other money",
    "ended": "ended with its envelope",
}


@dataclass(frozen=True, slots=True)
class CountryRow:
    """One initiative with what its entries count for the country: `note` whose it is or why it adds nothing, `width` of its bar."""

    initiative: InitiativeRow
    words: str
    note: str
    beside: Decimal | None
    width: str


@dataclass(frozen=True, slots=True)
class CountryRows:
    """The rows that add up to the country's total, what lies beside them, and what is shared and counted under joint efforts."""

    rows: Sequence[CountryRow]
    beside: Decimal
    shared: Sequence[tuple[InitiativeRow, str]]


def country_rows(found: Sequence[InitiativeRow], code: str, filters: Filters) -> CountryRows:
    """Initiatives by where their entries count: a shared one stands among the rows only with money that is meant for this country."""
    own = [one for one in found if one.counted or one.countries == (code,)]
    largest = max((one.counted or Decimal(0) for one in own), default=Decimal(0))
    rows = [
        CountryRow(
            one,
            initiatives.result(one, filters),
            note(one, code, filters),
            one.beside_scope or None,
            place(width_of(one.counted, largest)) if one.counted else "",
        )
        for one in own
    ]
    shared = [(one, shared_words(one, filters)) for one in found if one not in own]
    return CountryRows(rows, sum((one.beside_scope for one in own), Decimal(0)), shared)


def note(one: InitiativeRow, code: str, filters: Filters) -> str:
    """`of Saudi Arabia, meant for the United States`; for an own one that adds nothing, why; and what of it counts for others."""
    words = []
    if one.countries != (code,):
        owners = formats.listed(in_sentence(owner, name) for owner, name in zip(one.countries, one.country_names, strict=True))
        words.append(f"of {owners}; this sum is meant for {in_sentence(code, name_of(code))}")
    else:
        elsewhere = [(to, amount) for to, amount in one.elsewhere.items() if amount and to != OTHER_DAYS]
        words += [f"another {formats.money(amount, filters.currency)} is meant for {meant_for(to)}" for to, amount in elsewhere]
    if one.below_basis:
        soft = "only pledged" if filters.basis == "announced" else "less firm"
        words.append(f"{formats.money(one.below_basis, filters.currency)}{' more' if one.counted else ''} is {soft}")
    if not words and one.counted == 0 and not one.beside_scope:
        words += [WHY[reason] for reason in WHY if reason in one.reasons]
        words += [f"only {one.firmest_stage}, and not for {scopes_in_words(filters.scope)} alone"] if one.firmest_stage and not words else []
    return "; ".join(words)


def meant_for(code: str) -> str:
    return "joint efforts" if code == JOINT else in_sentence(code, name_of(code))


def shared_words(one: InitiativeRow, filters: Filters) -> str:
    """What a shared initiative counts under joint efforts."""
    amount = one.elsewhere.get(JOINT)
    return formats.money(amount, filters.currency) if amount else "no sum that counts"
