"""Decides how firm a sum is from the words around it: the firmest stage that is said to be reached; must not know the ledger."""

import re

from initiatives.ingest.steps.understand.money.stages.cues import (
    BOUGHT_FOR_A_PAPER,
    COMMITTED,
    CUES,
    IN_THE_BUDGET,
    PLEDGED,
    PROPOSED_BUDGET,
    SAID_OF_ITS_PURPOSE,
    SUM,
)
from initiatives.ingest.steps.understand.money.stages.unreal import is_unreal, is_unsigned
from initiatives.ingest.steps.understand.money.wording import Wording

_DONE_TO_IT = re.compile(r"^(?:[^.;,]|[.,]\d){0,30}?\b(?:is|are|was|were|has been|have been|had been|could|might|may)\b(?:[^.;]|\.\d){0,40}")
_BEFORE_A_LATER_BUDGET = re.compile(r"[^.;\d]{0,50}")
_THE_WHOLE = re.compile(r"^(?:The|This|That|All of the|All the)\s(?:(?:whole|full|entire)\s)?(?:amount|sum|money|funding|total)\s")
_CLAUSE_END = re.compile(r"[;:—–]\s|\bwhile\b|\bwhereas\b|(?<!\d),\s(?:and|but|of (?:which|this|that)|including|among (?:them|which))\s")
_SIGNED_BEFORE = re.compile(r"\bcontracts? (?:is|are|was|were|has been|have been) (?:now |finally )?signed:\s", re.I)


def stage_of(words: Wording, hedge: str) -> str | None:
    """pledged, announced, budgeted, committed or disbursed: by the words before it, what is done to it, its clause; None if they say nothing."""
    if hedge == "target":
        return "pledged"
    done = _DONE_TO_IT.match(words.after)
    told = (_whole(words.before, ""), _whole(words.before, done.group()) if done else "", _around(words))
    return next((stage for text in told if (stage := _stage(text))), None) or _in_the_budget(words)


def _whole(before: str, after: str) -> str:
    return f"{before}{SUM}{after}"


def _around(words: Wording) -> str:
    """The clause of the sum, in which a sign stands for it."""
    before, after = _CLAUSE_END.split(words.before)[-1], _CLAUSE_END.split(words.after)[0]
    return _whole(before, after)


def _in_the_budget(words: Wording) -> str | None:
    """budgeted where it is said behind a comma or in the next sentence: "The whole amount is in the state budget for 2027"."""
    by_the_next = _THE_WHOLE.match(words.following) and _stage(words.following) == "budgeted"
    later = IN_THE_BUDGET.search(words.after)
    is_later = later is not None and _BEFORE_A_LATER_BUDGET.fullmatch(words.after, 0, later.start())
    return "budgeted" if by_the_next or (later and is_later and _is_reached(IN_THE_BUDGET, later, words.after)) else None


def _stage(text: str) -> str | None:
    if PROPOSED_BUDGET.search(text):
        return "announced"
    if _SIGNED_BEFORE.search(text):
        return "committed"
    return next((stage for stage, cue in CUES if any(_is_reached(cue, match, text) for match in cue.finditer(text))), None)


def _is_reached(cue: re.Pattern[str], match: re.Match[str], text: str) -> bool:
    if cue is PLEDGED:
        return not (SUM in text[: match.start()] and SAID_OF_ITS_PURPOSE.fullmatch(match.group()))
    if is_unreal(text, match.start(), match.end()):
        return False
    return cue not in (BOUGHT_FOR_A_PAPER, COMMITTED) or not is_unsigned(text, match.start(), match.end())
