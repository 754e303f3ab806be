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


_OTHER = r"(?:semiconductors?|(?:micro)?chips|quantum(?: \w+)?|biotech\w*|robotics|cyber ?security|cloud(?: computing)?|space|defen[cs]e|digital \w+)"
_NAME = r"(?:AI|A\.I\.|artificial intelligence(?: \(AI\))?)"
# "for AI and semiconductors", "chips, AI and quantum": named side by side, so that the sum is for all of them.
_TOGETHER = re.compile(
    rf"\b{_NAME}(?:,| and|, and| or) (?:the )?{_OTHER}(?!\s(?:for|to train))\b|\b{_OTHER}(?:,| and|, and| or|"
    rf" as well as) (?:in )?{_NAME}(?![\w-]| chips)",
    re.I,
)
# "a digital strategy, including AI": AI is one thing of several.
_AMONG = re.compile(rf"\b(?:includ\w+|such as|among them|ranging from|from|part of which)\b[^.;]{{0,40}}\b{_NAME}\b", re.I)

_PARTED = re.compile(r"[;:—–]\s|\bof which\b|\bwhile\b|\bwhereas\b")  # not at commas, which part the things of a list


def scope_of(words: Wording) -> str:
    """ai, chips or wider: what the words beside a sum, else its sentence say it is for; AI alone, or nothing said, is ai."""
    return _scope(_PARTED.split(words.before)[-1] + _PARTED.split(words.after)[0]) or _scope(words.sentence) or "ai"


def _scope(text: str) -> str | None:
    ai, chips = bool(_AI.search(text)), bool(_CHIPS.search(text))
    wider = len({match.group().lower() for match in _WIDER.finditer(text)})
    if wider >= 2 or (wider and chips) or (wider and not ai) or _TOGETHER.search(text) or (wider and _AMONG.search(text)):
        return "wider"
    return "chips" if chips and not ai else "ai" if ai else None
