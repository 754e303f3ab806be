"""What the words say of a sum beside other money: which entry it changes or ends, which other sum it stands in place of, and what to look at."""

import re
from typing import Final

from initiatives.ingest.steps.match.said import end_said, is_beside_said
from initiatives.ingest.values import DraftValue, MoneyClaim, Proposal

NEW: Final = "new"
CHANGES: Final = ("replaces", "cancels")
_ROUGHLY = r"(?:(?:about|around|some|only|just|at least|up to|nearly|the|an?|its|their)\s){0,2}"
_FORMER = r"(?:(?:earlier|original(?:ly)?|previous(?:ly)?|planned|first|announced|promised|former|initial)\s){0,3}"
_FROM: Final = re.compile(rf"\bfrom\s(?:the\s)?{_FORMER}{_ROUGHLY}$", re.IGNORECASE)
_ON_TO: Final = re.compile(rf"^(?:\s[^.;,]{{1,40}}?)?,?\s(?:(?:down|up)\s)?to\s{_ROUGHLY}$", re.IGNORECASE)
_IN_PLACE_OF: Final = re.compile(
    r"^[^.;]{0,60}?,?\s\(?(?:(?:up|down) from|instead of|rather than|in place of|compared (?:with|to)|replacing|and not|not|against|after)\s"
    rf"(?:the\s)?{_FORMER}{_ROUGHLY}$",
    re.IGNORECASE,
)
OLDER_WORDS: Final = "it is the older figure, in whose place the one of this form stands"


def proposal_of(value: DraftValue, number: int) -> Proposal | None:
    """What the line proposes for a sum."""
    return next((each for each in value.proposals if each.money == number), None)


def proposed_in(value: DraftValue, number: int) -> str:
    """`replaces key` as the words read, also where the line is not sure which entry they mean; `new` where they set the sum beside other money;
    empty where they say nothing."""
    proposal = proposal_of(value, number)
    if proposal is None:
        return ""
    if proposal.related_to:
        return f"{proposal.relation} {proposal.related_to}"
    meant = next((each for each in proposal.candidates if each.relation in CHANGES), None)
    if meant is not None:
        return f"{meant.relation} {meant.key}"
    return NEW if is_beside_said(value.understanding.money[number], value.article) else ""


def older_of(value: DraftValue, number: int) -> int | None:
    """The number of the sum in whose place the words put this one ("cut from 1.6 to 1.2 billion", "3 billion instead of 2"); None for none."""
    money, text = value.understanding.money, value.article.text
    return next((index for index, each in enumerate(money) if index != number and stands_in_place(money[number], each, text)), None)


def stands_in_place(claim: MoneyClaim, older: MoneyClaim, text: str) -> bool:
    """Whether the words between two sums put the first in place of the other."""
    if older.evidence.end <= claim.evidence.start:
        between, before = text[older.evidence.end : claim.evidence.start], text[: older.evidence.start]
        return _ON_TO.match(between) is not None and _FROM.search(before[-60:]) is not None
    return _IN_PLACE_OF.match(text[claim.evidence.end : older.evidence.start]) is not None


def doubts_in(value: DraftValue, number: int) -> tuple[str, ...]:
    """What to look at where the words say that money is changed or ends, and the ledger has nothing that is surely meant."""
    proposal, claim = proposal_of(value, number), value.understanding.money[number]
    if proposal is not None and proposal.relation in CHANGES:
        return ()
    ended, older = end_said(claim, value.article), older_of(value, number)
    if ended is not None:
        way_out = "Choose the entry that it cancels; money that was never entered needs no entry."
        return (f"The words say that this money ends (“{ended}”), and nothing in the ledger is surely that money. {way_out}",)
    if older is None:
        return ()
    was = value.understanding.money[older].evidence.text
    return (
        f"The words put “{claim.evidence.text}” in place of “{was}”. If the ledger has that older figure, choose that this replaces it; "
        "as new money it would count in full.",
    )
