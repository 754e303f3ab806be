"""Whether a capitalised stretch does what organizations do: finances, hosts, builds, supplies, joins; must not know the record."""

import re

from initiatives.ingest.steps.understand.lexicon import words
from initiatives.ingest.steps.understand.organizations.candidates import Candidate
from initiatives.ingest.steps.understand.organizations.signs import signs_of

AGENTIVE = frozenset(f"does {verb}" for verb in words("fund give run order buy own supply build join steer"))
REACH_CHARACTERS = 70
VERB_FOLLOWS = re.compile(r"^(?:,? (?:which|that) (?:is|are|has|have|will)\b| [a-z])")
WITH_OR_FROM = re.compile(
    r"\b(?:(?:powered|financed|co-funded|bought|sourced|supplied|delivered|ordered|rented|donated) (?:by|from)|"
    r"(?:signed|agreed|partnered|teamed up|partnership|venture|together|talks|contracts?|deal) with|(?:product|design|subsidiary|arm|unit) of|"
    r"(?:contract|order|tender|work|job)(?: for the \w+)? (?:went|goes|was given|was handed) to|handed (?:over )?(?:the \w+ )?to|"
    r"[Rr]esearchers (?:at|from)|"
    r"[Ee]ngineers (?:at|from)|[Rr]ivals? (?:bid )?by|[Pp]artners?|paper|[Ii]nvited) (?:the )?$"
)


def does_as_houses_do(text: str, candidate: Candidate) -> bool:
    """Whether it is the subject of a verb of that kind and is nowhere spoken of as a place."""
    after = text[candidate.end : candidate.end + REACH_CHARACTERS]
    if not VERB_FOLLOWS.match(after) or AGENTIVE.isdisjoint(signs_of("", after)):
        return False
    return f" in {candidate.text}" not in text and f" at {candidate.text}" not in text


def is_dealt_with(text: str, candidate: Candidate) -> bool:
    """Whether something is bought from it, signed with it or given to it."""
    return WITH_OR_FROM.search(text[max(0, candidate.start - REACH_CHARACTERS) : candidate.start]) is not None
