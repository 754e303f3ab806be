"""Tells of a budget that is raised or cut what it was, what is added or taken away, and what it comes to; must not know the ledger."""

import re

from initiatives.ingest.steps.understand.money.wording import Wording

_RISE = r"\b(?:rais|increas|expand|lift|boost|doubl|tripl|topp|tops|top up|gr[eo]w|r[oi]s(?:e|ing)|climb|went up|swell|swollen|enlarg)\w*\b"
_FALL = r"\b(?:cut|reduc|trim|slash|lower|shr[aiu]nk|fell|falls|scal(?:ed?|es|ing) (?:back|down)|went down)\w*\b"
_CHANGE = rf"(?:{_RISE}|{_FALL}|\brevis\w+)"
_WORDS = r"(?:[^.;]|\.\d){0,100}?"
_NEAR = (
    r"(?:(?:about|some|around|only|just|another|a further|the|an?|initial|original|earlier|planned|roughly|nearly|almost|more than|over|up to)\s)*$"
)
_FROM = re.compile(rf"{_CHANGE}{_WORDS}\bfrom\s{_NEAR}", re.I)
_ADDED = re.compile(rf"{_RISE}{_WORDS}\bby\s{_NEAR}", re.I)
_TAKEN = re.compile(rf"{_FALL}{_WORDS}\bby\s{_NEAR}", re.I)
_REACHED = re.compile(rf"{_CHANGE}{_WORDS}\b(?:from|by)\s(?:[^.;]|\.\d){{0,60}}?\bto\s{_NEAR}", re.I)
# "(about $30 million)" may stand between the two; so may "in 2025".
_TO = re.compile(r"^(?:\s(?!and\b|but\b|to\b)[\w,()€$£¥.%-]+){0,8}?,?\sto\s(?:\w+\s){0,2}\W{0,2}(?:[A-Z]{1,3}\W?\s?)?\d", re.I)


def is_left_behind(words: Wording) -> bool:
    """Whether a sum is what stood before a change, or what a cut takes away: "cut from €9 million to", "cut by €2 million to"."""
    return _TO.match(words.after) is not None and (_FROM.search(words.before) is not None or _TAKEN.search(words.before) is not None)


def is_added(words: Wording) -> bool:
    """Whether a sum is what is added to reach the one behind it: "raised by €2 million to €9 million"."""
    return _TO.match(words.after) is not None and _ADDED.search(words.before) is not None


def is_reached(words: Wording) -> bool:
    """Whether a sum is what an initiative was raised or cut to: "raised the funding from €3 billion to €5 billion"."""
    return _REACHED.search(words.before) is not None
