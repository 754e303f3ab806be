"""Says whether an article names a programme, or means money that was announced long before it; must not compare sums."""

import re

from initiatives.ingest.steps.match.days import gap_in_words, is_far
from initiatives.ingest.steps.match.names import telling_words
from initiatives.ingest.steps.match.programmes import core, has, named_by, spoken_of
from initiatives.ingest.values import Article, KnownEntry, KnownInitiative, MoneyClaim
from initiatives.text import fold

REACH = 160  # code points on either side of a sum in which the article says since when it is known
LEAST_SHARED, MOST_OF_A_NAME = 3, 0.6  # telling words, and their share, by which a long name is meant though not written out
LEAST_CORE = 3  # words that a name must have without its nation to be told from others
LEAST_NAME = 2  # telling words without which a name says too little
_ALREADY = re.compile(
    r"\b(?:(?:already|previously|earlier|first|originally|initially) (?:announced|promised|pledged|unveiled|presented|committed|approved|proposed)|"
    r"(?:announced|promised|pledged|unveiled|launched|adopted|approved)\s(?:back\s)?in\s(?:[A-Z][a-z]+\s)?20\d\d|"
    r"déjà annoncé\w*|bereits angekündigt\w*|ya anunciad\w+)\b", re.I
)  # fmt: skip


def far_without_a_sign(claim: MoneyClaim, entry: KnownEntry, article: Article, known: KnownInitiative | None, matched: str | None) -> str | None:
    """In words why an entry more than about a year away is not meant; None for a near one, one with a sign, or one of the `matched` initiative
    whose years hold the day. `known` is the entry's initiative."""
    if (
        claim.announced_on is None
        or not is_far(entry.announced_on, claim.announced_on)
        or (entry.initiative == matched and _runs_on(entry, claim.announced_on))
    ):
        return None
    around = article.text[max(0, claim.evidence.start - REACH) : claim.evidence.end + REACH]
    if claim.new_money == "already-announced" or _ALREADY.search(around) or (known and names_the_programme(article, known, matched)):
        return None
    return f"{gap_in_words(entry.announced_on, claim.announced_on)}, and the article neither names its programme nor calls the money announced before"


def names_the_programme(article: Article, known: KnownInitiative, matched: str | None = None) -> bool:
    """True where the article has the initiative's name, or all its telling words where they are two or more, or most of many; for the `matched`
    initiative also where its name is of common words alone and the article speaks of such a thing."""
    whole, wanted = f"{article.title} {article.text}", telling_words(known.name.split(" (")[0])
    folded, without_nation = fold(whole), fold(core(known.name))
    if len(without_nation.split()) >= LEAST_CORE and has(folded, without_nation):
        return True
    if known.slug == matched and spoken_of(folded, known):
        return True
    shared = len(wanted & telling_words(whole))
    most = LEAST_SHARED <= shared >= MOST_OF_A_NAME * len(wanted)
    return named_by(folded, known) is not None or most or LEAST_NAME <= shared == len(wanted)


def _runs_on(entry: KnownEntry, day: str) -> bool:
    return entry.period is not None and entry.period[:4] <= day[:4] <= entry.period[-4:]
