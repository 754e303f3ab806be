"""Tells where the European Union pays a part of what a country builds: such an initiative has two owners. Knows sentences, no record."""

import re
from typing import Final

_PAYER: Final = (
    r"(?:EuroHPC(?:\sJoint\sUndertaking|\sJU)?|European\sHigh[\s-]Performance\sComputing\sJoint\sUndertaking|Brussels|European\s(?:Union|Commission)|"
    r"(?:the\s)?EU|Digital\sEurope(?:\sprogramme)?|Chips\sJoint\sUndertaking)"
)
_PART: Final = (
    r"(?:half|a\s(?:third|quarter|fifth)|(?:one|two|three)[\s-](?:thirds?|quarters?|fifths?)|\d{1,2}(?:[.,]\d+)?\s?(?:%|per\s?cent|percent))"
)
_PAYS: Final = r"(?:pays?|bears?|covers?|contributes?|provides?|finances?|funds?|gives?|adds?|puts?\s(?:up|in)|meets?)"
_PAID: Final = r"(?:paid|borne|covered|contributed|provided|financed|co-?financed|co-?funded|funded|met|given|comes?|came|coming)"
_PASSAGES: Final = (
    rf"\b{_PART}\b[^.;]{{0,60}}\b{_PAID}\s(?:by|from|out\sof)\s(?:the\s)?{_PAYER}\b(?!-)",
    rf"\b{_PAYER}\b(?!-)[^.;]{{0,20}}\b{_PAYS}\b[^.;]{{0,30}}\b{_PART}\b",
    rf"\b{_PAYER}[^.;]{{0,40}},?\s(?:which\s|who\s|to\s)?{_PAYS}\s{_PART}\b",
    rf"\b(?:shared|split|divided)\b[^.;]{{0,40}}\bbetween\b[^.;]{{0,60}}\b{_PAYER}\b(?!-)",
    rf"\b(?:jointly|half\sand\shalf|equally)\s(?:paid|financed|funded)\sby\b[^.;]{{0,60}}\b{_PAYER}\b(?!-)",
)
_PAYS_A_PART: Final = re.compile("|".join(_PASSAGES), re.IGNORECASE)


def pays_a_part(text: str) -> bool:
    """Whether a sentence says that the Union or one of its undertakings bears a share of the cost."""
    return _PAYS_A_PART.search(text) is not None
