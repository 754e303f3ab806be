"""Decides whether a sum is for AI, for chips at large or for a wider programme; must not know the record."""

import re

from initiatives.ingest.steps.understand.money.wording import Wording

_AI = re.compile(
    r"\b(?:AI|A\.I\.|artificial intelligence|machine learning|language models?|foundation(?:al)? models?|GPUs?|supercomput\w+|"
    r"compute|computing power|data cent(?:er|re)s?)\b|[A-Z]?AI\b",
    re.I,
)
_CHIPS = re.compile(
    r"\b(?:semiconductors?|chip(?:s|making|maker)? (?:industry|act|plants?|fabs?|production|manufacturing)|fabs?|wafers?|"
    r"foundr(?:y|ies)|chips act|integrated circuit)\b",
    re.I,
)
_WIDER = re.compile(
    r"\b(?:digital (?:economy|transformation|strategy|agenda|programme|program|infrastructure)|biotech\w*|defen[cs]e|quantum|robots?|"
    r"green transport|clean energy|research and enterprise|"
    r"strategic technologies|technolog(?:y|ies) (?:fund|programme|package)|economic package|industrial strategy|recovery|innovation (?:fund|"
    r"programme|package)|blockchain|cyber ?security|5G|broadband)\b", re.I
)  # fmt: skip


def scope_of(words: Wording) -> str:
    """ai, chips or wider: what the sentence says the sum is for; AI alone, or nothing said, is ai."""
    ai, chips = bool(_AI.search(words.sentence)), bool(_CHIPS.search(words.sentence))
    wider = len({match.group().lower() for match in _WIDER.finditer(words.sentence)})
    if wider >= 2 or (wider and chips) or (wider and not ai):
        return "wider"
    return "chips" if chips and not ai else "ai"
