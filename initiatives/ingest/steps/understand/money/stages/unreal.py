"""Tells whether words of a stage are denied or lie ahead: "has yet to be paid", "once it is approved"; must not know which stage."""

import re

REACH = 90  # code points before and behind the words
_SOFTLY = r"(?:\s(?:yet|still|also|now|soon|then|only|first|finally|later|ever|even|in full|by \w+|[a-z]+ly)){0,3}"
_MODAL = r"(?:will|would|shall|must|might|could|can|cannot|should|to|(?-i:may)|won['’]t|need(?:s|ed)? to|has to|have to)"
# Directly before them: "will still be ", "is to ", "has not yet been ".
_DIRECTLY = re.compile(
    rf"(?:\b{_MODAL}(?:\snot)?{_SOFTLY}(?:\s(?:be|have|have been|get))?{_SOFTLY}|\b(?:not|never|nor)\b{_SOFTLY}(?:\sbeen|\sbe)?{_SOFTLY}|"
    rf"n['’]t{_SOFTLY}(?:\sbeen|\sbe)?{_SOFTLY}|\b(?:being|without(?: being)?)\b)\s$",
    re.I,
)
# Anywhere before them in the clause: "if ", "no contract has ", "none of the ".
_IN_THE_CLAUSE = re.compile(
    r"\b(?:if|once|unless|until|before|subject to|provided that|as soon as|pending|no|none|neither|nothing|(?:has|have|had) yet to|failed to|"
    r"refused to|declined to)\b(?![^.;:]*[.;:])(?:[^.,;:]|[.,]\d)*$",
    re.I,
)
# A paper that is still to be won or signed: "plans to award contracts worth", "invites bids for a".
_AHEAD_OF_A_PAPER = re.compile(
    rf"\b(?:{_MODAL}\s(?:\w+ly\s)?(?:award|sign|tender|place|issue|offer|let|conclude|seal|seek|invite|win|secure|land|give)\w*|plans?|planned|invit\w+|bid\w*|"
    rf"seek\w*|compet\w+|vy?ie\w*|vying|expect\w*|await\w*|apply|applied|applications?|hopes?|eye[sd]?|eyeing)\b(?:[^.;:]|[.,]\d)*$",
    re.I,
)
_NOT_DONE = re.compile(
    rf"^(?:[^.;:]|[.,]\d){{0,60}}?\b(?:(?:has|have|was|were|is|are|had) (?:not|never|yet to)|{_MODAL}{_SOFTLY}\sbe\b|(?:is|are) (?:scheduled|due|"
    rf"expected|ready|planned|slated|set)\b|awaits?\b|still needs?\b)",
    re.I,
)
_ONLY_A_TENDER = re.compile(
    r"\b(?:launch\w*|open\w*|issu\w+|publish\w*|call\w*)\s(?:for\s)?(?:an?\s|the\s)?(?:\w+\s)?(?:tenders?|bids?)\b[^.;:]*$", re.I
)


def is_unreal(text: str, start: int, end: int) -> bool:
    """Whether the words `text[start:end]` are denied, or told of as of something that is to come."""
    before = text[max(0, start - REACH) : start]
    return bool(_DIRECTLY.search(before) or _IN_THE_CLAUSE.search(before))


def is_unsigned(text: str, start: int, end: int) -> bool:
    """Whether a contract that is spoken of is still to be won, awarded or signed."""
    before, after = text[max(0, start - REACH) : end], text[end : end + REACH]
    return bool(_AHEAD_OF_A_PAPER.search(before) or _NOT_DONE.search(after) or _ONLY_A_TENDER.search(before))
