"""Tells whether a report names a publisher as the one whose report it prints; must not know which of them was read first."""

import re

from initiatives.text import fold

LONGEST_NAME_CHARACTERS = 100
SHORTEST_NAME_CHARACTERS = 2
LONGEST_READ_CHARACTERS = 20_000
_SAID_BEFORE = (
    r"(?:according to|citing|(?:first )?reported by|reports? (?:by|from|in)|source:|credit:|via|courtesy of|"
    r"copyright(?: \d{4})?|(?:provided|published|written) by|staff and)"
)
_SAID_AFTER = r"(?:first |has |had |exclusively )*(?:reported|reports|wrote|learned|revealed)"


def credits_publisher(text: str, publisher: str) -> bool:
    """Whether the text says that it comes from the publisher: in its dateline ("OSLO (Reuters) -"), or in words ("according to Reuters")."""
    name = re.sub(r"\W+", " ", fold(publisher[:LONGEST_NAME_CHARACTERS])).strip().removeprefix("the ")
    if len(name) < SHORTEST_NAME_CHARACTERS:
        return False
    named = rf"(?:the )?(?:news ?agency )?{re.escape(name)}\b".replace(r"\ ", r"\W+")
    told = rf"\({named}\)\s*[-–—:]|\b{_SAID_BEFORE} {named}|© ?{named}|\b{named} {_SAID_AFTER}\b"
    return re.search(told, fold(text[:LONGEST_READ_CHARACTERS])) is not None
