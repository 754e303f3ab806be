"""How good a publisher is that the words of a source name: as the record classes what it has of it, else as wires and papers of record are known."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from django.db.models import Q

from initiatives.models import Article, FundingEntry, Source
from initiatives.names.table import items, rows
from initiatives.review.announcing.hosts import MOST_LOOKED_AT, PAPER_OF_RECORD, Publisher
from initiatives.review.drafting import OTHER_TIER, TIER_OF_CLASS
from initiatives.text import fold

ARTICLE: Final = "the "


def publisher_named(name: str) -> Publisher | None:
    """The publisher of a name, in any letters and with its article or without; None where neither record, sources nor the list of wires and papers
    of record has it. At most three statements."""
    plain = plain_name(name)
    if not plain:
        return None
    listed = known().get(plain)
    klass = most_common(classes_of(name)) or (listed.klass if listed else "")
    if not klass:
        return None
    tier = most_common(str(tier) for tier in tiers_of(name)) or (listed.tier if listed else TIER_OF_CLASS.get(klass, OTHER_TIER))
    return Publisher(name, klass, tier)


def classes_of(name: str) -> list[str]:
    """The classes of what the record and the watched sources have under a name."""
    articles = Article.objects.filter(named("publisher", name)).order_by().values_list("klass", flat=True)[:MOST_LOOKED_AT]
    return list(articles) or list(Source.objects.filter(named("name", name)).order_by().values_list("klass", flat=True)[:MOST_LOOKED_AT])


def tiers_of(name: str) -> list[int]:
    """The tiers that the record gives what it has from a publisher."""
    return list(FundingEntry.objects.filter(named("source__publisher", name)).order_by().values_list("tier", flat=True)[:MOST_LOOKED_AT])


def named(field: str, name: str) -> Q:
    """The name with its article or without."""
    bare = name.strip()[len(ARTICLE) :] if name.strip().lower().startswith(ARTICLE) else name.strip()
    return Q(**{f"{field}__iexact": bare}) | Q(**{f"{field}__iexact": f"{ARTICLE}{bare}"})


def most_common(words: Iterable[str]) -> str:
    """What is said most often; empty where nothing is."""
    counted = Counter(words).most_common(1)
    return counted[0][0] if counted else ""


def plain_name(name: str) -> str:
    """The name in folded letters without its article."""
    return fold(name).strip().removeprefix(ARTICLE)


@lru_cache(maxsize=1)
def known() -> dict[str, Publisher]:
    """Wires and papers of record by each of their names."""
    found = ((items(names), klass) for names, klass, _ in rows("publishers"))
    return {plain_name(name): Publisher(names[0], klass, TIER_OF_CLASS.get(klass, PAPER_OF_RECORD)) for names, klass in found for name in names}
