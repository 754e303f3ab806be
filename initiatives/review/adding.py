"""What one report of a story adds to the others: its sums, participants and quotations that stand in none of them. Pure.

Outlets give one sum in their readers' currency and call an organization by another form of its name; neither is new.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from initiatives import formats
from initiatives.ingest.steps.match.amounts import Amounts
from initiatives.ingest.steps.match.names import Names
from initiatives.ingest.values import Evidence, KnownEntry, MoneyClaim
from initiatives.review.decision import DecidedComment, DecidedEntry, DecidedParticipation, Decision, amount_in
from initiatives.text import fold

SHORTEST_QUOTE_CHARACTERS = 20  # that tells a quotation from another one
NOWHERE = Evidence(0, 0, "", "typed", "1", 1.0)  # of a sum of a form, whose passage does not matter here
DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")  # one that a rate can be asked for


@dataclass(frozen=True, slots=True)
class Told:
    """What reports tell: sums, participants by the names they go by, quotations in plain letters."""

    sums: frozenset[KnownEntry] = frozenset()
    participants: frozenset[str] = frozenset()
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """The rows of a form that no other report of the story tells, by their names, and all that the form would publish of these kinds."""

    rows: frozenset[str] = frozenset()
    sums: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    beside: int = field(default=0)  # reports that it was compared with

    @property
    def words(self) -> str:
        """`Nothing new: …`, or what is new, in one sentence."""
        reports = formats.counted(self.beside, "other report")
        parts = [
            formats.counted(len(found), *nouns)
            for found, nouns in (
                (self.sums, ("sum", "sums")),
                (self.participants, ("participant", "participants")),
                (self.quotes, ("quotation", "quotations")),
            )
            if found
        ]
        if not parts:
            return f"Nothing new: every sum, participant and quotation stands in the {reports} of this story."
        return f"New against the {reports} of this story: {formats.listed(parts)}."


def added(decision: Decision, others: Told, beside: int, amounts: Amounts) -> Added:
    """What the kept rows of a form add to what others tell; a sum in another currency is the same by the rate of the day."""
    new = list(rows_that_are_new(decision, others, amounts))
    of = {part: tuple(words for row, words in new if row.startswith(part)) for part in ("entries", "participations", "comments")}
    return Added(frozenset(row for row, _ in new), of["entries"], of["participations"], of["comments"], beside)


def rows_that_are_new(decision: Decision, others: Told, amounts: Amounts) -> Iterator[tuple[str, str]]:
    """Name and words of each kept row that others do not tell."""
    for index, entry in enumerate(decision.entries):
        if entry.keep and is_new_sum(entry, others, amounts):
            yield f"entries-{index}", f"“{entry.words.text}”"
    known = Names(others.participants)
    for index, row in enumerate(decision.participations):
        if row.keep and not others.participants & names_of(row) and not (row.name and known.same_as(row.name)):
            yield f"participations-{index}", row.name or row.described
    for index, comment in enumerate(decision.comments):
        said = quote_of(comment)
        if comment.keep and said and not any(is_same_quote(said, other) for other in others.quotes):
            yield f"comments-{index}", f"{comment.speaker}: “{comment.quote or comment.position}”"


def told(decisions: Iterable[Decision]) -> Told:
    """What several forms would publish."""
    listed = list(decisions)
    sums = {sum_of(entry) for each in listed for entry in each.entries if entry.keep} - {None}
    participants = {name for each in listed for row in each.participations if row.keep for name in names_of(row)}
    quotes = [quote_of(comment) for each in listed for comment in each.comments if comment.keep]
    return Told(frozenset(each for each in sums if each), frozenset(participants), tuple(filter(None, quotes)))


def is_new_sum(entry: DecidedEntry, others: Told, amounts: Amounts) -> bool:
    """Whether a sum is none of the others', by figure or by rate; an undisclosed one is not new."""
    own = sum_of(entry)
    if own is None or own.amount is None:
        return False
    claim = MoneyClaim(NOWHERE, own.amount, own.currency, own.hedge, usd_quoted=own.usd_quoted, announced_on=own.announced_on)
    return not any(each.announced_on and amounts.equal(claim, each) for each in others.sums) and not any(is_figure(own, each) for each in others.sums)


def is_figure(one: KnownEntry, other: KnownEntry) -> bool:
    """Whether two sums are one figure, whatever their days."""
    return (one.amount, one.currency) == (other.amount, other.currency)


def sum_of(entry: DecidedEntry) -> KnownEntry | None:
    """The sum of a row; None for an undisclosed one."""
    amount = amount_in(entry.amount)
    if amount is None:
        return None
    day = entry.announced_on if DAY.fullmatch(entry.announced_on) else ""
    return KnownEntry("", "", amount.normalize(), entry.currency.upper(), day, entry.hedge or "exact", usd_quoted=amount_in(entry.usd_as_published))


def names_of(row: DecidedParticipation) -> frozenset[str]:
    """What a participant goes by: its address in the record, its name, or the words for it."""
    return frozenset(fold(name) for name in (row.slug, row.name, row.described) if name)


def quote_of(comment: DecidedComment) -> str:
    """The words of a comment in plain letters."""
    return " ".join(fold(comment.quote or comment.position).split())


def is_same_quote(one: str, other: str) -> bool:
    """Whether one holds the other, whole or cut."""
    shorter, longer = sorted((one.strip(" .,"), other.strip(" .,")), key=len)
    return shorter == longer or (len(shorter) >= SHORTEST_QUOTE_CHARACTERS and shorter in longer)
