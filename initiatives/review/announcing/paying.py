"""Whether state or company pays a sum, where the words around it leave that open: by the kinds of who is named, or by a nation that acts. Pure."""

import re
from typing import Final

from initiatives.ingest.steps.understand.mentions import find_mentions
from initiatives.ingest.values import DraftValue, MoneyClaim

PRIVATE_KINDS: Final = frozenset({"company", "startup"})
ACTS: Final = re.compile(
    r"['’]?s?,?\s(?:(?:has|have|had|will|would|is|are|plans?|intends?|wants?|agreed|decided|today|also|now|to)\s){0,3}"
    r"(?:pledg|promis|invest|spen[dt]|commit|allocat|allott|earmark|approv|set(?:s|ting)? aside|put|pay|paid|fund|financ|grant|giv|gave|provid|award|"
    r"contribut|announc|budget|cancel|cut|scrap|rais|doubl|unveil|launch)\w*\b",
    re.IGNORECASE,
)
BY: Final = re.compile(
    r"\b(?:pledged|promised|announced|approved|paid|funded|financed|given|granted|committed|allocated|awarded|provided|made)\sby\s$"
)


def origin_of(value: DraftValue, claim: MoneyClaim) -> str:
    """As the words say; else public where governments alone are named as payers or a nation acts, private where companies alone are; else unknown."""
    if claim.origin != "unknown":
        return claim.origin
    payers = {funder.organization for funder in claim.funders}
    kinds = {each.kind for each in value.understanding.organizations if each.name in payers}
    if kinds == {"government"} or (not kinds and a_nation_acts(value.article.text, value.understanding.owners())):
        return "public"
    return "private" if kinds and kinds <= PRIVATE_KINDS else "unknown"


def a_nation_acts(text: str, owners: tuple[str, ...]) -> bool:
    """Whether an owner itself is said to pay: "Kenya pledged", "pledged by Kenya"."""
    named = [each for each in find_mentions(text) if each.code in owners and each.form in ("name", "capital")]
    return any(ACTS.match(text, each.end) or BY.search(text[max(0, each.start - 30) : each.start]) for each in named)
