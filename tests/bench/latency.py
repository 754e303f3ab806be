"""How long one reader waits, with and without a kept answer; knows no other product."""

import statistics
from collections.abc import Iterator

from tests.bench import clients, servers
from tests.bench.addresses import never_asked
from tests.bench.findings import Finding, at_most, known
from tests.bench.places import Place
from tests.bench.processor import spent

REQUESTS = 40
MOST_MILLISECONDS = {10_000: 30.0, 100_000: 60.0}
PAGES = {
    "list page": "/initiatives/",
    "search": "/initiatives/?q=robots",
    "chart page": "/charts/funding-by-country/",
    "chart figures": "/charts/funding-by-country.json",
    "list as JSON of one country": "/initiatives.json?country=ZAF&kind=data",
}
VARIED = {"list page": "/initiatives/?", "chart page": "/charts/funding-by-country/?", "chart figures": "/charts/funding-by-country.json?"}
FIRST = {"list page": "/initiatives/", "chart page": "/charts/funding-by-country/", "chart figures": "/charts/funding-by-country.json"}


def measure(place: Place) -> Iterator[Finding]:
    """Kept answers, filters nobody has asked for, and the first request after a publication."""
    most = MOST_MILLISECONDS.get(place.size, 60.0)
    with servers.product(place) as ours:
        place.forget()
        for what, path in PAGES.items():
            yield at_most(place.size, f"{what}, kept", most, middle(ours.address, [path] * REQUESTS), "ms")
        for number, (what, path) in enumerate(VARIED.items()):
            fresh = [f"{path}{query}" for query in never_asked(REQUESTS, number * REQUESTS)]
            before = spent(ours, place)
            milliseconds = middle(ours.address, fresh)
            cost = spent(ours, place).since(before, REQUESTS)
            yield at_most(place.size, f"{what}, filters never asked before", most, milliseconds, "ms", cost)
        for what, path in FIRST.items():
            yield known(place.size, f"{what} of everything, first request of an edition", f"{first(place, ours.address, path):,.0f} ms")


def middle(address: str, paths: list[str]) -> float:
    """The median milliseconds, the first request left out."""
    return statistics.median(clients.latencies(address, paths)[1:])


def first(place: Place, address: str, path: str) -> float:
    """The median of requests before each of which everything kept is forgotten."""
    found = []
    for _ in range(5):
        place.forget()
        found += clients.latencies(address, [path])
    return statistics.median(found)
