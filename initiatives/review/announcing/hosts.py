"""Who publishes at an address, by the host alone: as the sources that are watched name it, else as the articles of the record do."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from initiatives.ingest.steps.extract.publishers import host_of
from initiatives.models import Article, Source
from initiatives.names.table import items, rows
from initiatives.review.announcing.typed import Typed
from initiatives.review.drafting import OTHER_TIER, TIER_OF_CLASS

MOST_LOOKED_AT: Final = 20
UNTOUCHED: Final = Typed()
PAPER_OF_RECORD: Final = "2"
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
    found = _agreed(host, _sources(host)) or _agreed(host, _articles(host))
    return found or _listed(host) or _agreed(host, [(host, "official")] if OF_A_STATE.search(host) else [])


def with_publisher(typed: Typed) -> Typed:
    """The form with the publisher of its address, while nobody named one; class and tier go with it where nobody chose others."""
    found = publisher_at(typed.url) if typed.url and not typed.publisher else None
    if found is None:
        return typed
    return classed(replace(typed, publisher=found.name), found)


def classed(typed: Typed, found: Publisher) -> Typed:
    """The form with class and tier of a publisher, where nobody chose others."""
    klass = found.klass if typed.klass == UNTOUCHED.klass else typed.klass
    usual = found.tier if klass == found.klass else TIER_OF_CLASS.get(klass, OTHER_TIER)
    return replace(typed, klass=klass, tier=usual if typed.tier == UNTOUCHED.tier else typed.tier)


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
    return Publisher(names.pop() if len(names) == 1 else host, klass, _tier(host, klass))


def _tier(host: str, klass: str) -> str:
    """The tier of a class; that of a paper of record where the host is one's."""
    listed = _listed(host)
    return listed.tier if listed and listed.klass == klass else TIER_OF_CLASS.get(klass, OTHER_TIER)


def _listed(host: str) -> Publisher | None:
    """The wire or paper of record whose host it is, or is a part of."""
    labels = host.split(".")
    return next((found for index in range(len(labels) - 1) if (found := _known().get(".".join(labels[index:])))), None)


@lru_cache(maxsize=1)
def _known() -> dict[str, Publisher]:
    """Wires and papers of record by their hosts."""
    found = ((items(names)[0], klass, items(hosts)) for names, klass, hosts in rows("publishers"))
    return {host: Publisher(name, klass, TIER_OF_CLASS.get(klass, PAPER_OF_RECORD)) for name, klass, hosts in found for host in hosts}
