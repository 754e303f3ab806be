"""Reads how firmly a sum is put ("about", "up to", "or more", "mobilise"); must not know what the sum is for."""

import re

_ABOUT = (
    r"about|around|approximately|approx\.?|roughly|some|nearly|almost|close to|just (?:under|over|shy of)|an estimated|estimated at|circa|"
    r"ca\.|c\.|~|≈|or so|unos|cerca de|environ|rund|etwa|près de|约|約"
)
_UP_TO = (
    r"up to|as much as|as many as|a maximum of|maximum of|no more than|not more than|at most|capped at|a cap of|a ceiling of|limit of|"
    r"(?<!no )(?<!not )less than|under|below|hasta|jusqu'à|bis zu|até"
)
_AT_LEAST = (
    r"more than|over|at least|above|exceeding|exceeds|upwards of|a minimum of|minimum of|no less than|not less than|no fewer than|in excess of|"
    r"north of|surpass(?:es|ing)|topp?(?:s|ed|ing)?|beyond|más de|plus de|mehr als|mais de"
)
_WEIGHT = r"(?:whopping|staggering|total of|total|further|additional|combined|record|extra|cool|hefty|mere|massive|huge|estimated)"
# "about a record $3 billion" is hedged; "about the $3 billion plan" is not.
_GAP = rf"\s*(?:(?:an?|the)\s(?={_WEIGHT}\s)|another\s)?(?:{_WEIGHT}\s)*$"
_BEFORE = [(hedge, re.compile(rf"(?<!\w)(?:{cues}){_GAP}", re.I)) for hedge, cues in (("about", _ABOUT), ("up-to", _UP_TO), ("at-least", _AT_LEAST))]
_AFTER = [
    ("at-least", re.compile(r"^(?:\s*\+|-plus\b|\s+plus\b(?! \w)|\s+(?:or|and) more\b|\s+at (?:the )?least\b)", re.I)),
    ("up-to", re.compile(r"^\s+(?:or less|or fewer|at (?:the )?most)\b", re.I)),
    ("about", re.compile(r"^\s+(?:or so|or thereabouts)\b", re.I)),
]
_MOBILISE = re.compile(
    r"\b(?:mobili[sz]|unlock|leverag|cataly[sz]|crowd(?:ing|s)? in|attract|draw(?:ing)? in|trigger)\w*"
    r"(?:\s+[\w’'-]+){0,6}\s*$",
    re.I,
)
_TARGET = re.compile(
    r"\b(?:target(?:s|ed|ing)?|goal|aim(?:s|ed|ing)?|ambition)\s+(?:is\s+|of\s+|to (?:raise|invest|reach|"
    r"attract)\s+)(?:[\w’'-]+\s+){0,3}$",
    re.I,
)
WINDOW = 60  # code points before a sum in which a hedge may stand


def hedge_of(surface: str, start: int, end: int) -> str:
    """One of exact, about, up-to, at-least, target for the sum at `surface[start:end]`."""
    before, after = re.split(r"[.;!?]\s|\n|\(", surface[max(0, start - WINDOW) : start])[-1], surface[end : end + 20]
    if _MOBILISE.search(before) or _TARGET.search(before):
        return "target"
    for hedge, cue in _BEFORE:
        if cue.search(before):
            return hedge
    return next((hedge for hedge, cue in _AFTER if cue.search(after)), "exact")
