"""One conflict as an editor sees it: the statements concerned side by side, with what each counts and who says so."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from initiatives import formats
from initiatives.ledger import kinds
from initiatives.ledger.values import Reason, reason_in_words
from initiatives.models import Conflict, FundingCount, FundingEntry
from initiatives.publish.words import entries_in_words, rows_in_words

KEY = re.compile(r"(?<![\w-])([a-z0-9][a-z0-9-]*)?#([0-9]+)\b")
LONG_NUMBER = re.compile(r"\b([A-Z]{3}) ([0-9][0-9,]*(?:\.[0-9]+)?)")

CAUSES = " Either some are"  # what the ways to settle it say again


@dataclass(frozen=True, slots=True)
class Figure:
    """One statement concerned: its row, its count of today, and its name."""

    row: FundingEntry
    count: FundingCount | None
    name: str

    @property
    def amount(self) -> str:
        """As published, with its hedge."""
        return formats.hedged(formats.published(self.row.amount, self.row.currency), self.row.hedge)

    @property
    def usd(self) -> str:
        """In dollars at its day's rate; empty where it is in dollars, undisclosed or not convertible."""
        published = self.count.usd_published if self.count else None
        return "" if published is None or self.row.currency == "USD" else formats.money(published, "USD")

    @property
    def rate(self) -> str:
        """The rate that it is converted with."""
        if self.count is None or self.count.rate is None:
            return "no rate is known"
        return f"{self.count.rate:.6g} of {formats.day(self.count.rate_day)}, {self.count.rate_provider}"

    @property
    def counts(self) -> str:
        """What it adds, in its own currency."""
        return formats.money(self.count.net if self.count else Decimal(0), self.row.currency)

    @property
    def why(self) -> str:
        """Why it counts what it counts."""
        if self.count is None:
            return ""
        reason, now = self.count.reason_entry, self.count.reason_entry_now
        return reason_in_words(Reason(self.count.reason), self.row.key, reason.key if reason else None, now.key if now else None)

    @property
    def stands(self) -> bool:
        """Whether it counts, other than through another figure."""
        return bool(self.count and self.count.live)


def figures(rows: Iterable[FundingEntry]) -> dict[str, Figure]:
    """Statements by their keys; the rows have their initiatives. Three queries."""
    found = list(rows)
    today = FundingCount.objects.filter(snapshot__day=None, entry__in=[row.pk for row in found]).select_related("reason_entry", "reason_entry_now")
    counts = {count.entry_id: count for count in today}
    words = rows_in_words(found)
    return {row.key: Figure(row, counts.get(row.pk), words[row.key]) for row in found}


def concerned(conflict: Conflict) -> list[str]:
    """The keys of the statements that a conflict shows, the one that it is about first."""
    return [conflict.entry.key, *conflict.about]


def title(conflict: Conflict) -> str:
    """The kind in words."""
    return kinds.KINDS.get(conflict.code, conflict.code)


def told(messages: Iterable[tuple[str, str]], known: Iterable[Figure] = ()) -> list[str]:
    """Messages, each with the key that it is seen from, with the statements by their names and long sums shortened; four queries where they name
    statements that are not among the known ones."""
    listed = list(messages)
    words = {figure.row.key: _with_sum(figure.name, figure.row.amount, figure.row.currency) for figure in known}
    absent = {key for seen_from, message in listed for key in keys_in(message, seen_from)} - words.keys()
    named = {**words, **with_sums(absent)} if absent else words
    return [_told(message, seen_from, named) for seen_from, message in listed]


def with_sums(keys: set[str]) -> dict[str, str]:
    """Statements by their names, each with its sum, since one payer says several on one day: “METI's support (21 Dec 2025, ¥1 tn)”."""
    sums = {key: (amount, currency) for key, amount, currency in _sums(keys)}
    return {key: _with_sum(words, *sums[key]) for key, words in entries_in_words(keys).items()}


def _with_sum(words: str, amount: Decimal | None, currency: str) -> str:
    return f"{words.removesuffix(')')}, {formats.published(amount, currency)})"


def _sums(keys: set[str]) -> Iterable[tuple[str, Decimal | None, str]]:
    return FundingEntry.objects.filter(key__in=keys).values_list("key", "amount", "currency")


def keys_in(message: str, seen_from: str) -> list[str]:
    """The keys of statements that a message names, whole or as numbers beside the one it is seen from."""
    return [_key(match, seen_from) for match in KEY.finditer(message)]


def _key(match: re.Match[str], seen_from: str) -> str:
    return f"{match[1] or seen_from.rpartition('#')[0]}#{match[2]}"


def _told(message: str, seen_from: str, words: Mapping[str, str]) -> str:
    message = message.partition(CAUSES)[0]
    named = KEY.sub(lambda match: words.get(_key(match, seen_from), match[0]), message)
    return LONG_NUMBER.sub(lambda match: formats.published(Decimal(match[2].replace(",", "")), match[1]), named)
