"""Why money that was announced is not committed, as far as its statement says; knows no query, no total and no words of a page."""

import re
from enum import StrEnum
from typing import Final


class GapReason(StrEnum):
    """Why a sum is announced or budgeted and no firmer; in the order of the members, the first that holds is taken."""

    CANCELLED = "cancelled"
    PAUSED = "paused"
    VOTE = "vote"
    PRIVATE = "private"
    MIXED = "mixed"
    LATER = "later"
    BUDGETED = "budgeted"
    RUNNING = "running"
    UNSAID = "unsaid"


class LeftReason(StrEnum):
    """Why a sum that was announced counts no more."""

    CANCELLED = "cancelled"
    REPLACED = "replaced"


IN_WORDS: Final = {
    GapReason.CANCELLED: "the effort was cancelled",
    GapReason.PAUSED: "the effort is paused",
    GapReason.VOTE: "proposed, and waiting for a vote or a decision when it was said",
    GapReason.PRIVATE: "private money, and no signed contract is recorded",
    GapReason.MIXED: "state and private money in one figure, and no signed contract is recorded",
    GapReason.LATER: "for years that have not begun",
    GapReason.BUDGETED: "in a budget, and no award or contract is recorded",
    GapReason.RUNNING: "for years that are still running",
    GapReason.UNSAID: "no reason published",
}
LEFT_IN_WORDS: Final = {
    LeftReason.CANCELLED: "cancelled since",
    LeftReason.REPLACED: "taken off by a newer, smaller figure",
}
# What a note says of a decision that is still to be taken. Whole phrases, because a note may speak of another bill, or of a vote that was taken.
PENDING: Final = re.compile(
    r"\bnot (?:yet )?(?:been )?(?:voted|enacted|adopted)\b"
    r"|\b(?:awaits?|awaiting|waiting for|waits for) (?:(?:a|the|its) )?(?:vote|congress|parliament|senate|cabinet|approval)\b"
    r"|\b(?:before|pending|subject to) (?:the |a )?(?:(?:cabinet|parliament|parliamentary|congress|congressional|council)(?:['’]s)? )?"
    r"(?:approval|vote|appropriations?)\b"
    r"|\b(?:draft budget|budget bill|proposed budget|budget proposal|cabinet proposal|as proposed|still a proposal)\b"
    r"|\b(?:a )?request to (?:congress|parliament)\b"
    r"|\b(?:due|still) before the (?:cabinet|parliament)\b"
    r"|\byet to be (?:voted|approved|adopted|passed)\b",
    re.IGNORECASE,
)
TAKEN: Final = re.compile(r"\bwithout (?:awaiting|waiting for)\b", re.IGNORECASE)


def gap_reason(*, status: str, stage: str, origin: str, period: str | None, note: str | None, year: int) -> GapReason:
    """The reason of one live entry that is announced or budgeted; `status` is its initiative's, `period` the years it covers, `year` today's."""
    if status in (GapReason.CANCELLED, GapReason.PAUSED):
        return GapReason(status)
    if stage == "announced" and is_pending(note):
        return GapReason.VOTE
    if origin in (GapReason.PRIVATE, GapReason.MIXED):
        return GapReason(origin)
    first, last = map(int, period.split("-")) if period else (year, year)
    if first > year:
        return GapReason.LATER
    if stage == "budgeted":
        return GapReason.BUDGETED
    return GapReason.RUNNING if last > year else GapReason.UNSAID


def is_pending(note: str | None) -> bool:
    """Whether a note says that a vote or a decision was still to come."""
    return bool(note and PENDING.search(note) and not TAKEN.search(note))
