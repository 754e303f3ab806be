"""Files that readers take away: pictures from a warm browser, whole workbooks, and how pages fare meanwhile; reads no file."""

import statistics
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from tests.bench import clients, servers
from tests.bench.addresses import COUNTRIES
from tests.bench.downloads import streamed
from tests.bench.findings import Finding, at_most
from tests.bench.memory import Peak
from tests.bench.places import Place
from tests.bench.servers import Server

LEAST_PICTURES_A_SECOND: Final = 4.0
PICTURES: Final = 24
PICTURE: Final = "/charts/funding-by-country.png?country="
MOST_KEPT_MILLISECONDS: Final = 30.0
MOST_WORKBOOK_SECONDS: Final = 15.0
MOST_WORKBOOK_MEGABYTES: Final = 150.0
READERS: Final = 20
PAUSE_SECONDS: Final = 0.5  # a reader looks at what came
MOST_READER_MILLISECONDS: Final = 200.0
CHART: Final = "/charts/funding-by-country/?country="
WORKBOOK, LEDGER = "/initiatives.xlsx", "/ledger.csv"


def measure(place: Place) -> Iterator[Finding]:
    """Pictures, a workbook of the whole list, and twenty readers of charts while the ledger is downloaded."""
    with servers.product(place) as ours:
        with servers.worker(place):
            yield from pictures(place, ours)
        yield from workbook(place, ours)
        yield readers(place, ours)


def pictures(place: Place, ours: Server) -> Iterator[Finding]:
    """Different pictures one after another, then one that is kept."""
    clients.latencies(ours.address, [PICTURE + COUNTRIES[0]])
    seconds = sum(clients.latencies(ours.address, [PICTURE + code for code in COUNTRIES[1 : PICTURES + 1]])) / 1000
    rate = PICTURES / seconds
    target, met = f"≥ {LEAST_PICTURES_A_SECOND:g} a second and process", rate >= LEAST_PICTURES_A_SECOND
    yield Finding(place.size, "pictures (PNG), each asked for once", target, f"{rate:,.1f} a second", met)
    kept = statistics.median(clients.latencies(ours.address, [PICTURE + COUNTRIES[0]] * 20))
    yield at_most(place.size, "picture (PNG), kept", MOST_KEPT_MILLISECONDS, kept, "ms")


def workbook(place: Place, ours: Server) -> Iterator[Finding]:
    """The whole list as a workbook, for which a small one has warmed the process."""
    clients.fetched(ours.address, f"{WORKBOOK}?country={COUNTRIES[0]}")
    with Peak(ours.workers()) as peak:
        _, size, first, whole = streamed(ours.address, WORKBOOK)
    more = f"; {size / 1e6:,.1f} MB, first byte after {first:,.1f} s"
    yield at_most(place.size, f"{WORKBOOK} of every initiative", MOST_WORKBOOK_SECONDS, whole, "s", more)
    yield at_most(place.size, f"{WORKBOOK} of every initiative, growth of the web process", MOST_WORKBOOK_MEGABYTES, peak.growth, "MB")


def readers(place: Place, ours: Server) -> Finding:
    """Twenty at once, each of whom looks at the chart of one country after the other, until the ledger is whole."""
    clients.latencies(ours.address, [CHART + code for code in COUNTRIES])
    over, waits = threading.Event(), list[float]()

    def read(reader: int) -> None:
        connection, place_in_turn = clients.connect(ours.address), reader
        while not over.is_set():
            waits.append(clients.took(connection, CHART + COUNTRIES[place_in_turn % len(COUNTRIES)]))
            place_in_turn += 1
            time.sleep(PAUSE_SECONDS)
        connection.close()

    with ThreadPoolExecutor(READERS) as pool:
        reading = [pool.submit(read, reader) for reader in range(READERS)]
        streamed(ours.address, LEDGER)
        over.set()
        for one in reading:
            one.result()
    slow = sorted(waits)[int(len(waits) * 0.95)]
    more = f" of {len(waits):,} pages; the middle {statistics.median(waits):,.0f} ms"
    return at_most(place.size, "twenty readers of charts during an export, 95 of 100 wait", MOST_READER_MILLISECONDS, slow, "ms", more)
