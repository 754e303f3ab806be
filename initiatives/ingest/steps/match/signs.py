"""Says whether an article means money that was announced long before it; must not compare sums."""

import re
from functools import lru_cache

from initiatives.ingest.steps.match.days import gap_in_words, is_far
from initiatives.ingest.steps.match.names import is_place, telling_words
from initiatives.ingest.values import Article, KnownEntry, KnownInitiative, MoneyClaim, Record
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


def far_without_a_sign(claim: MoneyClaim, entry: KnownEntry, article: Article, record: Record, matched: str | None) -> str | None:
    """In words why an entry more than about a year away is not meant; None for a near one, one with a sign, or one of the `matched` initiative
    whose years hold the day."""
    if (
        claim.announced_on is None
        or not is_far(entry.announced_on, claim.announced_on)
        or (entry.initiative == matched and _runs_on(entry, claim.announced_on))
    ):
        return None
    around = article.text[max(0, claim.evidence.start - REACH) : claim.evidence.end + REACH]
    if claim.new_money == "already-announced" or _ALREADY.search(around) or names_the_programme(article, entry.initiative, record):
        return None
    return f"{gap_in_words(entry.announced_on, claim.announced_on)}, and the article neither names its programme nor calls the money announced before"


def names_the_programme(article: Article, initiative: str, record: Record) -> bool:
    """True where the article has the initiative's name, or all its telling words where they are two or more, or most of many."""
    known = next((each for each in record.initiatives if each.slug == initiative), None)
    if known is None:
        return False
    whole, wanted = f"{article.title} {article.text}", telling_words(known.name.split(" (")[0])
    core = fold(_core(known.name))
    if len(core.split()) >= LEAST_CORE and _has(fold(whole), core):
        return True
    shared = len(wanted & telling_words(whole))
    most = LEAST_SHARED <= shared >= MOST_OF_A_NAME * len(wanted)
    return named_by(fold(whole), known) is not None or most or LEAST_NAME <= shared == len(wanted)


def _core(name: str) -> str:
    """A name without brackets and without the nation in front of it ("Taiwan AI Action Plan (2018-2021)": "AI Action Plan")."""
    words = name.split(" (")[0].split()
    while words and is_place(words[0]):
        words = words[1:]
    return " ".join(words)


def named_by(folded: str, known: KnownInitiative) -> str | None:
    """The name or alias that a folded text has, brackets aside; a name of common words alone does not count."""
    names = [name for whole in (known.name, *known.aliases) for name in dict.fromkeys((whole, whole.split(" (")[0]))]
    return next((name for name in names if _is_telling(name) and _has(folded, fold(name))), None)


@lru_cache(maxsize=8192)
def _is_telling(name: str) -> bool:
    return len(telling_words(name)) > 0 or len(name.split()) > LEAST_NAME


def _has(text: str, name: str) -> bool:
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _runs_on(entry: KnownEntry, day: str) -> bool:
    return entry.period is not None and entry.period[:4] <= day[:4] <= entry.period[-4:]
