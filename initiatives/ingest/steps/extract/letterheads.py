"""Tells the head of a letter or release ("Ministry of Finance, Press release") from a headline; must not know how a page is printed."""

import re

LONGEST_LETTERHEAD = 120  # code points
LONGEST_NAME = 60  # code points of an institution's name that stands alone
_RELEASE = re.compile(
    r"\b(?:(?:press|news|media) (?:release|statement|communiqu[eé]|notice|information|office)|communiqu[eé] de presse|presse-?mitteilung|"
    r"medien-?mitteilung|comunicado de (?:prensa|imprensa)|nota de (?:prensa|imprensa)|comunicato stampa|persbericht|pressmeddelande|"
    r"pressemelding|pressemeddelelse|for immediate release|basın (?:bülteni|açıklaması)|siaran pers)\b",
    re.I,
)
_NAME = re.compile(
    r"^(?:the )?(?:republic of [\w ]{3,30}, )?(?:federal |royal |state |national |prime )?(?:ministry|department|government|office|cabinet|agency|"
    r"directorate|commission|council|secretariat|authority|presidency|minister's office|minist[eè]re|ministerio|minist[eé]rio|bundesministerium)\b",
    re.I,
)
_SMALL_WORDS = frozenset(
    ["of", "for", "and", "the", "on", "in", "to", "de", "la", "le", "des", "du", "del", "da", "do", "e", "et", "y", "für", "und", "der"]
)
_VERB = re.compile(
    r"\b(?:launch|announc|unveil|sign|approv|back|invest|award|open|set|plan|publish|adopt|allocat|commit|pledg|grant|start|creat|build|order|"
    r"earmark|put|give|spend|buy|choose|present|release|introduc|say|warn|want|seek|call|join|name|select|expand|extend|rais|double|cut)(?:e?s|e?d|ing|t)?\b",
    re.I,
)


def is_letterhead(line: str) -> bool:
    """Whether a line says who writes, or that it is a release, and nothing of what is told."""
    given = " ".join(line.split())
    if not given or len(given) > LONGEST_LETTERHEAD:
        return False
    without = _RELEASE.sub(" ", given).strip(" ,:;|·•–—-/0123456789.")
    if without != given.strip(" ,:;|·•–—-/0123456789.") and len(without.split()) <= 1:
        return True
    said_so = _RELEASE.search(given) is not None
    return _is_a_name(without) and (said_so or _NAME.match(without) is not None)


def _is_a_name(line: str) -> bool:
    """Whether every word is written as in a name, and none tells what somebody does."""
    words = re.findall(r"[^\W\d_]+", line)
    return len(line) <= LONGEST_NAME and not _VERB.search(line) and all(word[0].isupper() or word in _SMALL_WORDS for word in words)
