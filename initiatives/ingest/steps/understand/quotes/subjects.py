"""Whether a phrase or a person beside a quotation can be its subject; must not know quotations."""

import re

from initiatives.ingest.steps.understand.quotes.speakers import Mention
from initiatives.ingest.steps.understand.speech import SPOKEN

NOT_SUBJECT = re.compile(
    r"\b(?:beside|alongside|with|to|by|after|under|of|from|succeeded|for|about|against|over|told|joined|tells|asked)\s+(?:the\s+)?$", re.IGNORECASE
)

SUBJECT_PRONOUN = re.compile(rf"^\s*(?:But |And |Yet |Still, )?(?:[Hh]e|[Ss]he)\b|\b(?:he|she) {SPOKEN}\b|\b{SPOKEN} (?:he|she)\b")


def has_pronoun(lead: str) -> bool:
    """Whether he or she is the subject of a sentence or of its verb of speech."""
    return SUBJECT_PRONOUN.search(lead) is not None


def is_subject(phrase: str) -> bool:
    """Whether a phrase can be the subject of what follows the passage: no verb of its own, no clause."""
    return not re.match(
        r"(?!(?:was|is) how\b)(?:which|that|who|and|but|or|is|was|are|were|will|would|in|on|at|for|"
        r"to|of|as|by|because|when|while)\b",
        phrase,
        re.IGNORECASE,
    )


def first_subject(text: str, mentions: list[Mention]) -> Mention | None:
    """The first person who can be the subject of a verb: nobody who stands behind a preposition."""
    return next((mention for mention in mentions if not NOT_SUBJECT.search(text[max(0, mention.person.first - 20) : mention.person.first])), None)


def belongs_to_other(text: str, start: int, mention: Mention) -> bool:
    """Whether a name only says beside whom the unnamed speaker stands ("an aide to Jo Lund")."""
    lead = text[start : mention.start]
    return (
        len(lead) > 3
        and mention.person.first > start + 2
        and bool(re.search(r"\b(?:aide|adviser|spokes\w+|lawyer|colleague)s? (?:to|of|for) ", lead))
    )
