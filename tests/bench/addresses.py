"""Which addresses stand for which question, at the product and at Datasette; asks none of them."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from urllib.parse import urlencode

from tests.bench.record import CURRENCIES, KINDS, SEED, STATUSES

FACETS = "/record/initiatives?_facet=country&_facet=kind&_facet=status&_sort_desc=announced"
COUNTRIES = tuple(CURRENCIES)[:40]
AGGREGATE = "/record/{name}.json?{query}&_shape=array"


@dataclass(frozen=True, slots=True)
class Question:
    """The same question in the words of both sides, once or with filters that vary."""

    what: str
    ours: Sequence[str]
    theirs: Sequence[str]
    times: float | None  # how many times Datasette's requests a second ours must be; None where nothing is promised
    once_each: bool = False  # no address is asked twice, so no kept answer helps


def questions() -> list[Question]:
    """What is asked of both sides."""
    narrow = combinations()
    return [
        Question("list page, one address repeated", ["/initiatives/"], [FACETS], 5),
        Question("list page, the country varies", by_country("/initiatives/?"), [f"{FACETS}&country={code}" for code in COUNTRIES], 2),
        Question(
            "list page, no filter asked twice",
            [f"/initiatives/?{urlencode(one)}" for one in narrow],
            [f"{FACETS}&{urlencode(one)}" for one in narrow],
            2,
            once_each=True,
        ),
        Question(
            "chart figures, one address repeated",
            ["/charts/funding-by-country.json?origin=public"],
            [AGGREGATE.format(name="funding-by-country", query="origin=public")],
            1,
        ),
        Question(
            "chart figures, the country varies",
            by_country("/charts/funding-by-country.json?"),
            [AGGREGATE.format(name="funding-of-country", query=f"country={code}") for code in COUNTRIES],
            1,
        ),
        Question(
            "chart figures, no filter asked twice",
            [f"/charts/funding-by-country.json?{urlencode(one)}" for one in narrow],
            [AGGREGATE.format(name="funding-of-selection", query=urlencode(one)) for one in narrow],
            None,
            once_each=True,
        ),
    ]


def by_country(address: str) -> list[str]:
    return [f"{address}country={code}" for code in COUNTRIES]


def combinations() -> list[dict[str, str]]:
    """Every country with every kind and status, in an order of no meaning."""
    found = [dict(zip(("country", "kind", "status"), one, strict=True)) for one in itertools.product(CURRENCIES, KINDS, STATUSES)]
    Random(SEED).shuffle(found)
    return found


def never_asked(count: int, start: int) -> list[str]:
    """Queries with many filters, none of which a run asks twice; `start` tells runs of one process apart."""
    years = ("2019", "2020", "2021", "2022", "2023")
    found = [{**one, "from": year} for one, year in zip(combinations(), itertools.cycle(years), strict=False)]
    return [urlencode(one) for one in found[start : start + count]]
