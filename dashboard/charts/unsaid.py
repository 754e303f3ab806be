"""Sentences on what no sum can hold: undisclosed, not convertible, outside the scope; knows no chart's rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from dashboard.charts import parts
from dashboard.charts.parts import Part, Sentence
from dashboard.filters import Filters
from dashboard.queries import money
from dashboard.queries.cells import cells, counted, kept
from dashboard.queries.funding_ladder import beside_scope
from dashboard.queries.joint_efforts import joint_efforts
from initiatives import formats
from initiatives.names.countries import name_of
from initiatives.vocabulary import JOINT, SCOPES

NAMED = 4  # countries, at most, that are named


class Silent(Protocol):
    """A row that counts entries which no sum can hold."""

    @property
    def country_name(self) -> str: ...
    @property
    def undisclosed(self) -> int: ...
    @property
    def not_convertible(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Silences:
    """How many entries have no amount, of whom, and how many have no rate."""

    undisclosed: int
    whose: tuple[str, ...]
    not_convertible: int


def silences(rows: Iterable[Silent]) -> Silences:
    """What some rows cannot hold, added up."""
    some = list(rows)
    whose = tuple(dict.fromkeys(row.country_name for row in some if row.undisclosed))
    return Silences(sum(row.undisclosed for row in some), whose, sum(row.not_convertible for row in some))


def sentences(found: Silences, filters: Filters, **changes: str) -> list[Sentence]:
    """One sentence a kind, each with its entries; none where there is nothing to say. `changes` are those of the entries' filters."""
    said: list[Sentence] = []
    if found.undisclosed:
        words = formats.counted(found.undisclosed, "entry is", "entries are") + " undisclosed"
        names = Part(f" ({formats.listed(found.whose)})" if 0 < len(found.whose) <= NAMED else "")
        said.append((parts.statements(words, filters, reason="undisclosed", **changes), names))
    return [*said, *_not_convertible(found.not_convertible, filters)]


def _not_convertible(number: int, filters: Filters) -> list[Sentence]:
    return [(Part(f"{formats.counted(number, 'entry', 'entries')} cannot be converted into {filters.currency}"),)] if number else []


def outside(beside: Decimal, filters: Filters) -> list[Sentence]:
    """What is counted in the other scopes, which is listed and not drawn; nothing where there is none."""
    if not beside:
        return []
    others = money.other_scopes(filters)
    amount = parts.entries(formats.money(beside, filters.currency), filters, scope=tuple(others))
    return [(amount, Part(f" for {formats.listed(SCOPES[scope] for scope in others)} lies outside the scope"))]


def beside(filters: Filters, *, joint: bool = True, scope: bool = True, conversion: bool = False) -> Sentence:
    """Joint money and what lies outside the scope, for files of a chart whose rows hold neither; asks the record, which remembers both.

    `conversion` adds how many entries cannot be converted, for rows that do not know it."""
    found = cells(filters)
    here = kept(found, filters)
    shared = counted(cell for cell in here if cell.country == JOINT)
    unconverted = _not_convertible(sum(cell.not_convertible for cell in here), filters) if conversion else []
    said = [*unconverted, *(_joint(shared, filters) if joint and shared else []), *_shared_with_others(filters)]
    return parts.joined([*said, *(outside(beside_scope(found, filters), filters) if scope else [])])


def _joint(amount: Decimal, filters: Filters) -> list[Sentence]:
    return [(parts.entries(formats.money(amount, filters.currency), filters, country=JOINT), Part(" has several owners and is counted once"))]


def _shared_with_others(filters: Filters) -> list[Sentence]:
    """The joint money in which the chosen countries have a part, which is in no sum of theirs."""
    chosen = set(filters.chosen("country")) - {JOINT}
    if not chosen or JOINT in filters.chosen("country"):
        return []
    everywhere = joint_efforts(filters.model_copy(update={"country": (JOINT,), "region": ()}))
    amount = sum((one.counted for one in everywhere if chosen & set(one.owners)), money.ZERO)
    who = f"{parts.in_sentence(code, name_of(code))} has" if len(chosen) == 1 and (code := next(iter(chosen))) else "they have"
    return [(Part(f"{formats.money(amount, filters.currency)} of joint efforts, in which {who} a part, is not added"),)] if amount else []


def nothing(found: Silences, filters: Filters) -> str:
    """Why there is no answer."""
    if found.undisclosed:
        return f"Nobody says how much: {formats.counted(found.undisclosed, 'entry', 'entries')} at this basis, every sum undisclosed."
    if found.not_convertible:
        return f"Nothing of it can be converted: {formats.counted(found.not_convertible, 'entry', 'entries')} without a rate to {filters.currency}."
    return f"Nothing is known to be {parts.VERBS[filters.basis]} for {parts.scope_words(filters)} under these filters."
