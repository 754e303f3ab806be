"""Turns of phrase beside a name that say more than their verb does ("holds the purse", "told the …"); must not know which role they point to."""

import re

WAS_TOLD = re.compile(
    r"\b(?:told|tells|sp(?:oke|eaks|eaking) (?:to|with)|interview (?:to|with)|(?:wrote|writes|written) (?:in|for)|columnist (?:of|at)|"
    r"(?:carried|seen|obtained|quoted|cited) by) (?:the )?(?:\w+ (?:newspaper|daily|weekly|paper|portal|broadcaster|agency) )?$"
)
PAYS = re.compile(
    r"^ (?:(?:also|will|would|is|are|has|have|to) )*(?:support|supports|supported|supporting|back|backs|backed|promotes?)\b[^.;]{0,60} with "
    r"(?:up to |some |about |another |a grant|[A-Z]{2,3} ?\d|[$€£¥₹₩\d])|^ (?:(?:will|would|to) )?(?:holds? the purse|"
    r"foots? the|bears? (?:the|most|half|a)|"
    r"picks? up the|chips? in|match(?:es)? (?:it|the|each|every))|^ (?:(?:will|would|to) )?provides? (?:the whole|the rest|half|most|all)\b"
)
SPEAKS_FOR = r"(?:economist|professor|lecturer|researcher|analyst|scientist|director|dean|fellow|lawyer|spokes\w+|president|chair\w*|rector|engineer)"
IS_SPOKEN_FOR = re.compile(rf"^(?:, (?:the )?(?:\w+ )?| (?:\w+ )?){SPEAKS_FOR}\b[\w ]{{0,24}} [A-Z]|^, a think[ -]tank")
IS_IN_ON_IT = re.compile(
    r"^,? (?:who |which |that )?(?:(?:will|would|has|have|also) )*(?:help(?:s|ed)? (?:with|to|write|draft|select|out)|contribut(?:es?|ed) to|"
    r"(?:wrote|writes|drafted) the (?:terms|text|section|rules|call)|trains? (?:part|staff|its|their)|is a member|sits? on|takes? part|took part|"
    r"lends? (?:people|staff|engineers)|advises? on)\b|^[^.;]{0,60}\bof which s?he is a member"
)
SEES_TO_IT = re.compile(
    r"^(?: and (?:the )?[A-Z][\w ]{3,60}?)? (?:(?:will|would|is to|are to|shall) )?(?:sees? to|follows? up|watch(?:es)? over|draws? up|drew up|"
    r"take charge|be in charge|is in charge|be responsible|coordinates?|negotiates?|administers?)\b"
)
IS_TO_LEAD = re.compile(r"^ (?:to|as the one to) (?:lead|head|coordinate|spearhead|steer|build the model|develop the model)\b")
IS_ASKED_TO_JOIN = re.compile(r"\b(?:talks?|negotiat\w+)\b[^.;]{0,40} with (?:the )?$")
BEFORE = (("was told", WAS_TOLD), ("in talks with it", IS_ASKED_TO_JOIN))
AFTER = (
    ("pays for it", PAYS),
    ("is spoken for", IS_SPOKEN_FOR),
    ("is in on it", IS_IN_ON_IT),
    ("sees to it", SEES_TO_IT),
    ("is to lead", IS_TO_LEAD),
)


def phrases_of(before: str, after: str) -> set[str]:
    """The names of the turns that stand right before or right after a mention."""
    return {name for name, pattern in BEFORE if pattern.search(before[-90:])} | {name for name, pattern in AFTER if pattern.match(after)}
