"""Whether the figures behind a chart take as long over a large record as over a small one; compares with no other product."""

import statistics
from collections.abc import Iterator
from typing import Final

from tests.bench import clients, servers
from tests.bench.addresses import COUNTRIES
from tests.bench.findings import Finding, at_most
from tests.bench.places import Place

SMALL: Final = 10_000
MOST_TIMES: Final = 2.0
ASKED: Final = "/charts/funding-by-country.json?basis=announced&country="
ROUNDS: Final = 3


def measure(place: Place) -> Iterator[Finding]:
    """The figures of one country after another, none asked for twice, over this record and over that of 10,000 initiatives in turns."""
    small = Place(SMALL)
    if place.size <= SMALL or not small.exists():
        return
    with servers.product(place) as large, servers.product(small) as ours:
        waits: dict[int, list[float]] = {SMALL: [], place.size: []}
        for _ in range(ROUNDS):
            for size, one, server in ((SMALL, small, ours), (place.size, place, large)):
                one.forget()
                clients.latencies(server.address, [ASKED + code for code in COUNTRIES[:4]] * 2)
                waits[size] += clients.latencies(server.address, [ASKED + code for code in COUNTRIES[4:]])
    few, many = statistics.median(waits[SMALL]), statistics.median(waits[place.size])
    what = f"chart figures of a country never asked before, times those of {SMALL:,}"
    yield at_most(place.size, what, MOST_TIMES, many / few, "×", f" ({many:,.1f} beside {few:,.1f} ms)")
