"""Who publishes at an address, by the host alone: as the sources that are watched name it, else as the articles of the record do."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from initiatives.ingest.steps.extract.publishers import host_of
from initiatives.models import Article, Source
from initiatives.review.announcing.typed import Typed
from initiatives.review.drafting import TIER_OF_CLASS

MOST_LOOKED_AT: Final = 20
UNTOUCHED: Final = Typed()
OF_A_STATE: Final = re.compile(r"\.(?:gov|mil)$|(?:^|\.)(?:(?:gov|gouv|gob|govt|go|gc)\.[a-z]{2}|europa\.eu|bund\.de|admin\.ch)$")


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes somewhere, the class of what is published there, and the tier that goes with the class."""

    name: str
    klass: str
    tier: str


def publisher_at(url: str) -> Publisher | None:
    """The publisher at an address; None where neither a source nor an article of the record is of that host, and no state's. At most two
    statements."""
    host = host_of(url).removeprefix("www.")
    if not host:
        return None
    return _agreed(host, _sources(host)) or _agreed(host, _articles(host)) or _agreed(host, [(host, "official")] if OF_A_STATE.search(host) else [])


def with_publisher(typed: Typed) -> Typed:
    """The form with the publisher of its address, while nobody named one; class and tier go with it where nobody chose others."""
    found = publisher_at(typed.url) if typed.url and not typed.publisher else None
    if found is None:
        return typed
    klass = found.klass if typed.klass == UNTOUCHED.klass else typed.klass
    tier = TIER_OF_CLASS.get(klass, UNTOUCHED.tier) if typed.tier == UNTOUCHED.tier else typed.tier
    return replace(typed, publisher=found.name, klass=klass, tier=tier)


def _sources(host: str) -> list[tuple[str, str]]:
    rows = Source.objects.filter(address__contains=f"{host}/").values_list("address", "name", "klass")[:MOST_LOOKED_AT]
    return [(name, klass) for address, name, klass in rows if host_of(address).removeprefix("www.") == host]


def _articles(host: str) -> list[tuple[str, str]]:
    of_the_host = Article.objects.filter(url__startswith=f"https://{host}/") | Article.objects.filter(url__startswith=f"https://www.{host}/")
    return list(of_the_host.exclude(publisher="").order_by().values_list("publisher", "klass")[:MOST_LOOKED_AT])


def _agreed(host: str, named: Iterable[tuple[str, str]]) -> Publisher | None:
    """What all of them say; several publishers of one host, as of a government's, stand under the host's name."""
    names, classes = {name for name, _ in named}, {klass for _, klass in named}
    if not names:
        return None
    klass = classes.pop() if len(classes) == 1 else UNTOUCHED.klass
    return Publisher(names.pop() if len(names) == 1 else host, klass, TIER_OF_CLASS.get(klass, UNTOUCHED.tier))
