"""The families of statements that one initiative belongs to, with their sums at each basis, and what they say in a sentence; knows no requests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.filters import Filters
from dashboard.pages.statements import Line, lines, summed
from dashboard.pages.words import FIRMNESS, Part, Sentence, scopes_in_words
from dashboard.queries.entries import EntryRow
from initiatives import formats
from initiatives.ledger.values import BASES, reaches


@dataclass(frozen=True, slots=True)
class FamilyTable:
    """One family as a table; `counted` and `by_basis` are in the display currency."""

    rows: Sequence[EntryRow]
    lines: tuple[Line, ...]
    counted: Decimal
    by_basis: Mapping[str, Decimal]


def family_tables(families: Mapping[str, Sequence[EntryRow]], slug: str, filters: Filters) -> list[FamilyTable]:
    """Families with most counted first; a statement that stands alone is a family too."""
    tables = [FamilyTable(rows, lines(rows), summed(row.counts for row in rows), sums(rows, filters)) for rows in families.values()]
    return sorted(tables, key=lambda table: (-table.counted, table.rows[0].initiative_slug != slug, table.rows[0].key))


def sums(rows: Sequence[EntryRow], filters: Filters) -> dict[str, Decimal]:
    """What the statements count at each basis, in the chosen scope."""
    live = [row for row in rows if row.live and row.scope in filters.scope]
    return {basis: summed(row.converted for row in live if reaches(row.stage, basis)) for basis in BASES}


def money_sentence(families: Sequence[FamilyTable], own: Sequence[EntryRow], filters: Filters) -> Sentence:
    """What the initiative's own statements count at each basis, from the chosen one to the firmest; and what is only pledged or outside."""
    if not own:
        return (Part("No statement about its money is recorded."),)
    amounts = sums(own, filters)
    if not amounts["headline"]:
        return outside(own, filters)
    chosen = amounts[filters.basis]
    scope = scopes_in_words(filters.scope)
    if chosen:
        found = [amount(chosen, filters), Part(f" for {scope} is {FIRMNESS[filters.basis]}")]
    else:
        found = [Part(f"Nothing for {scope} is {FIRMNESS[filters.basis]}")]
    return (*found, *softer(amounts, filters), *firmer(amounts, filters), *together(families, chosen, filters))


def together(families: Sequence[FamilyTable], chosen: Decimal, filters: Filters) -> list[Part]:
    """What the whole family counts, where other initiatives hold part of the same money."""
    whole = summed(family.counted for family in families)
    if len(families) > 1 or whole == chosen:
        return []
    return [Part(" The family of statements that it belongs to counts "), amount(whole, filters), Part(".")]


def amount(value: Decimal, filters: Filters) -> Part:
    """A sum that leads down to the statements."""
    return Part(formats.money(value, filters.currency), "#counts", strong=True)


def softer(amounts: Mapping[str, Decimal], filters: Filters) -> list[Part]:
    """What is said beyond the chosen basis."""
    more = amounts["headline"] - amounts[filters.basis]
    if not more:
        return [Part(". ")]
    return [Part("; another "), amount(more, filters), Part(" is only pledged. " if filters.basis == "announced" else " is less firm. ")]


def firmer(amounts: Mapping[str, Decimal], filters: Filters) -> list[Part]:
    """Of it, what is committed and what is paid out."""
    bases = [basis for basis in ("committed", "disbursed") if BASES.index(basis) > BASES.index(filters.basis)]
    if not bases or not amounts[filters.basis]:
        return []
    words = [f"{formats.money(amounts[basis], filters.currency) if amounts[basis] else 'nothing'} is {FIRMNESS[basis]}" for basis in bases]
    opening = formats.listed(words)
    return [Part(f"Of it {opening}.")]


def outside(own: Sequence[EntryRow], filters: Filters) -> Sentence:
    """Why nothing counts in the chosen scope."""
    elsewhere = summed(row.converted for row in own if row.live and row.scope not in filters.scope)
    if elsewhere:
        return (
            amount(elsewhere, filters),
            Part(f" is recorded, none of it for {scopes_in_words(filters.scope)} alone: it is listed below, not counted here."),
        )
    if any(row.amount is None for row in own):
        return (Part("Its money is undisclosed: the sources name no sum."),)
    return (Part("Its statements add nothing: what they say is counted elsewhere, or restates other money."),)
