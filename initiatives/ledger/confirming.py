"""What an editor is asked about an entry before it is published, in words, and the mark of an answer: the one place for every form; knows none."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Final

from initiatives.ledger.dollars import check_dollars, is_far_off
from initiatives.ledger.rates import Rates
from initiatives.ledger.relations import Problem, check_relation
from initiatives.ledger.values import Entry

DOLLARS: Final = "dollars-far-off"
MARK_CHARACTERS: Final = 16


def problems_of(entry: Entry, by_key: Mapping[str, Entry], rates: Rates, beside: Collection[Decimal] = ()) -> list[Problem]:
    """What the ledger says against an entry among the entries of the families that it joins, refusals first; the rest is to be confirmed.
    `beside` are the other sums of its source in its currency."""
    return [*check_relation(entry, by_key), *_far_off(entry, by_key, rates, beside)]


def questions_in(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Those that an editor may confirm."""
    return tuple(problem for problem in problems if not problem.refused)


def mark_of(questions: Collection[str]) -> str:
    """What tells these questions from others: a yes holds for those that were read, and for no others. Empty where nothing is asked."""
    return hashlib.sha256("\n".join(questions).encode()).hexdigest()[:MARK_CHARACTERS] if questions else ""


def sums_beside(entry: Entry, by_key: Mapping[str, Entry]) -> list[Decimal]:
    """The sums in the same currency that an entry points at, and that point at it or at the same."""
    near = [by_key.get(entry.related_to or ""), *(other for other in by_key.values() if other.related_to in {entry.key, entry.related_to} - {None})]
    return [other.amount for other in near if other and other.key != entry.key and other.currency == entry.currency and other.amount]


def _far_off(entry: Entry, by_key: Mapping[str, Entry], rates: Rates, beside: Collection[Decimal]) -> list[Problem]:
    if not is_far_off(entry, rates):
        return []
    cause = check_dollars(entry, rates, [*beside, *sums_beside(entry, by_key)])
    return [Problem(DOLLARS, "usd_as_published", f"{cause} Is that what the source says?", False)]
