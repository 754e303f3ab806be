"""What one report of a story adds to the others: its sums, participants and quotations that stand in none of them. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from initiatives import formats
from initiatives.review.decision import DecidedComment, DecidedEntry, DecidedParticipation, Decision, amount_in
from initiatives.text import fold

SHORTEST_QUOTE_CHARACTERS = 20  # that tells a quotation from another one


@dataclass(frozen=True, slots=True)
class Told:
    """What reports tell: sums by amount and currency, participants by the names they go by, quotations in plain letters."""

    sums: frozenset[tuple[Decimal, str]] = frozenset()
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


def added(decision: Decision, others: Told, beside: int) -> Added:
    """What the kept rows of a form add to what others tell."""
    new = list(rows_that_are_new(decision, others))
    of = {part: tuple(words for row, words in new if row.startswith(part)) for part in ("entries", "participations", "comments")}
    return Added(frozenset(row for row, _ in new), of["entries"], of["participations"], of["comments"], beside)


def rows_that_are_new(decision: Decision, others: Told) -> Iterator[tuple[str, str]]:
    """Name and words of each kept row that others do not tell."""
    for index, entry in enumerate(decision.entries):
        amount = amount_in(entry.amount)
        if entry.keep and amount is not None and (amount.normalize(), entry.currency.upper()) not in others.sums:
            yield f"entries-{index}", f"“{entry.words.text}”"
    for index, row in enumerate(decision.participations):
        if row.keep and not others.participants & names_of(row):
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


def sum_of(entry: DecidedEntry) -> tuple[Decimal, str] | None:
    """Amount and currency; None for an undisclosed sum."""
    amount = amount_in(entry.amount)
    return None if amount is None else (amount.normalize(), entry.currency.upper())


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
