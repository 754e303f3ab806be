"""Finds the subject that a later sum of a sentence has of its own: "…, and the regional government adds PLN 90 million"."""

import re

_PAYS = (
    r"(?:(?:will|would|is to|are to|could|plans? to|has|have)\s)?(?:adds?|added|pays?|paid|contributes?|contributed|invests?|invested|"
    r"puts?\s(?:in|up)|provides?|provided|gives?|gave|pledges?|pledged|commits?|committed|spends?|spent|supplies|supplied)"
)
# A determiner or a capital begins a subject; "take part and add €5 million" has none.
_OWN = re.compile(
    rf"(?:[,;]\s(?:and|while|but|whereas)|\swhile|\swhereas|;)\s(?P<subject>(?:(?:the|an?|its|their)\s|(?=[A-Z]))[^\d.,;:]{{2,60}}?)\s{_PAYS}\s"
    r"(?:(?:a|an|another|some|about|around|nearly|up\sto|further|additional|the|remaining)\s){0,3}$"
)


def own_subject(before: str) -> str:
    """Who pays a sum by the clause that ends directly before it, with a subject of its own behind a comma; empty where it has none."""
    found = _OWN.search(before)
    return found["subject"] if found else ""
