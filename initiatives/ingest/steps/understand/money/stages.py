"""Reads how firm a sum is, from an intent to money paid out; must not know the ledger."""

import re

from initiatives.ingest.steps.understand.money.wording import Wording

_DISBURSED = re.compile(
    r"\b(?:disbursed|paid out|(?:has|have|had|was|were) (?:already )?(?:been )?(?:paid|spent)|leaves the building|"
    r"transferred to)\b",
    re.I,
)
_COMMITTED = re.compile(
    r"\b(?:(?:was|were|has been|have been|been) (?:awarded|contracted|granted|signed|assigned)|awarded|awards?|signed (?:a|an|the) (?:contract|"
    r"deal|agreement)|contracts? (?:worth|valued|of)|"
    r"contracted|under contract|selected for funding|(?:have|has) (?:already )?been (?:assigned|committed))\b", re.I
)  # fmt: skip
_BUDGETED = re.compile(
    r"\b(?:parliament (?:has )?(?:approved|passed|voted|adopted|backed)|(?:chamber|senate|congress|lawmakers|assembly|board|house) (?:has |"
    r"have )?(?:voted|approved|passed|backed|adopted)|"
    r"approved by (?:parliament|congress|lawmakers|the board)|appropriat\w+|signed into law|voted|enacted|supplementary budget (?:passed|"
    r"approved))\b", re.I
)  # fmt: skip
_PLEDGED = re.compile(
    r"\b(?:pledg\w+|promis\w+|vow\w*|mobili[sz]\w+|hopes?|hoping|aims?|aiming|seeks?|seeking|consider\w*|mull\w*|could|might|intends?|means to|"
    r"wants?|wish\w*|in talks|target(?:s|ed|ing)?|"
    r"campaign|proposed|proposes|asks?|asked|calls? for|bid|ambition|leverag\w+|unlock\w*|crowd\w* in|attract|said to plan|are said)\b", re.I
)  # fmt: skip
# Weaker than a wish: "wants €5 million included in the budget" is none yet.
_IN_THE_BUDGET = re.compile(
    r"\b(?:(?:is|are|was|were)\s(?:(?:already|now|all|fully)\s)?(?:part of|in)|(?:included|provided for|foreseen|set aside|written|entered|"
    r"contained|covered|anchored)\s(?:in|into|by))\s(?:the\s|this year['’]s\s|next year['’]s\s)?(?:(?:20\d\d|state|national|federal|central|"
    r"government|ministry['’]s|adopted|approved)\s){0,3}budget(?! (?:proposal|request|debate|talks|draft))\b", re.I
)  # fmt: skip
_LATER_IN_THE_BUDGET = re.compile(rf"^[^.;\d]{{0,50}}{_IN_THE_BUDGET.pattern}", re.I)
_THE_WHOLE = re.compile(r"^(?:The|This|That|All of the|All the)\s(?:(?:whole|full|entire)\s)?(?:amount|sum|money|funding|total)\s")
_PROPOSED_BUDGET = re.compile(r"\b(?:draft budget|budget (?:proposal|request)|proposed (?:in the )?budget|tabled)\b", re.I)
_CUES = (
    ("disbursed", _DISBURSED),
    ("committed", _COMMITTED),
    ("budgeted", _BUDGETED),
    ("pledged", _PLEDGED),
    ("budgeted", _IN_THE_BUDGET),
)
_DONE_TO_IT = re.compile(r"^(?:[^.;,]|[.,]\d){0,30}?\b(?:is|are|was|were|has been|have been|had been|could|might|may)\b(?:[^.;]|\.\d){0,40}")


def stage_of(words: Wording, hedge: str) -> str | None:
    """pledged, announced, budgeted, committed or disbursed: by the words before it, what is done to it, its clause; None if they say nothing."""
    if hedge == "target":
        return "pledged"
    done = _DONE_TO_IT.match(words.after)
    return _stage(words.before) or _stage(done.group() if done else "") or _stage(words.clause) or _in_the_budget(words)


def _in_the_budget(words: Wording) -> str | None:
    """budgeted where it is said behind a comma or in the next sentence: "The whole amount is in the state budget for 2027"."""
    by_the_next = _THE_WHOLE.match(words.following) and _stage(words.following) == "budgeted"
    return "budgeted" if by_the_next or _LATER_IN_THE_BUDGET.match(words.after) else None


def _stage(text: str) -> str | None:
    if _PROPOSED_BUDGET.search(text):
        return "announced"
    for stage, cue in _CUES:
        if cue.search(text):
            return stage
    return None
