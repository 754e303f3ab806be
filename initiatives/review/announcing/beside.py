"""Which of the likely initiatives the words beside a sum name, where the whole text speaks of several. Must not decide about money."""

import re
from collections.abc import Iterable
from typing import Final

from initiatives.ingest.steps.match.names import telling_words
from initiatives.ingest.steps.match.programmes import ORDINARY
from initiatives.ingest.values import DraftValue, MoneyClaim
from initiatives.models import Initiative

MOST_OF_A_NAME: Final = 0.6  # share of a name's telling words from which it is meant
A_STEP: Final = 0.3  # by which one name must be fuller than the other to be preferred
OF_ORDINARY_WORDS: Final = 0.5
ENDS: Final = re.compile(r"[.!?;]\s|\n")
ASIDE: Final = re.compile(r",?\s\(?(?:including|of which|among (?:them|it)|which includes?|as well as|on top of|plus)\b|[.!?;]\s|\n")


def initiative_beside(value: DraftValue, number: int) -> str | None:
    """The slug of a likely initiative whose name the words beside a sum have, where they have less of the matched one's; None to leave the match.
    At most one statement."""
    likely = [each.key for each in value.initiative.candidates]
    clause = telling_words(clause_of(value.understanding.money, number, value.article.text))
    if not likely or not clause:
        return None
    names = dict(Initiative.objects.filter(slug__in=likely).values_list("slug", "name"))
    shares = {slug: share(names[slug], clause) for slug in likely if slug in names}
    if not shares:
        return None
    best = max(shares, key=lambda slug: (shares[slug], slug == value.initiative.slug))
    is_fuller = shares[best] >= shares.get(value.initiative.slug or "", 0.0) + A_STEP
    return best if best != value.initiative.slug and is_fuller and is_named(names[best], clause) else None


def is_named(name: str, words: frozenset[str]) -> bool:
    """Whether most of a name stands among words; all of it where each of its words is one of any centre or model, and it has several."""
    wanted = telling_words(name)
    return share(name, words) >= MOST_OF_A_NAME if wanted & words - ORDINARY else len(wanted) > 1 and wanted <= words


def clause_of(money: tuple[MoneyClaim, ...], number: int, text: str) -> str:
    """The words from the beginning of the sentence, or from the sum before, on to the next sum or to what is only told aside."""
    claim = money[number]
    begins = max((match.end() for match in ENDS.finditer(text, 0, claim.evidence.start)), default=0)
    before = [each.evidence.end for each in money if begins <= each.evidence.end <= claim.evidence.start]
    behind = [each.evidence.start for each in money if each.evidence.start >= claim.evidence.end]
    aside = ASIDE.search(text, claim.evidence.end)
    return text[max([begins, *before]) : min([len(text), *behind, *([aside.start()] if aside else [])])]


def share(name: str, words: frozenset[str]) -> float:
    """How much of a name's telling words stand among others; words of any centre or model say less."""
    wanted = telling_words(name)
    whole = weight(wanted)
    return weight(wanted & words) / whole if whole else 0.0


def weight(words: Iterable[str]) -> float:
    """What words of a name say together."""
    return sum(OF_ORDINARY_WORDS if word in ORDINARY else 1.0 for word in words)
