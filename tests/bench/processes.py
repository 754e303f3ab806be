"""What web and worker hold in memory after work; measures no time."""

import time
from collections.abc import Iterator

import psutil

from tests.bench import clients, servers
from tests.bench.addresses import never_asked
from tests.bench.findings import Finding, at_most, known
from tests.bench.memory import proportional, resident
from tests.bench.places import Place

MOST_WEB_MEGABYTES = 200.0
MOST_WORKER_MEGABYTES = 250.0
TRAFFIC = ("/", "/initiatives/", "/ledger/", "/charts/", "/countries/", "/organizations/", "/commentary/", "/charts/funding-map/", "/about/method/")
FILES = ("/initiatives.csv", "/ledger.csv", "/ledger.json", "/initiatives.xlsx", "/charts/funding-by-country.xlsx")
SETTLING_SECONDS = 5


def measure(place: Place) -> Iterator[Finding]:
    """The web process after pages and whole files, and the worker with and without its language model."""
    with servers.product(place) as ours:
        for _ in range(3):
            clients.latencies(ours.address, TRAFFIC)
        clients.throughput(ours.address, [f"/initiatives/?{query}" for query in never_asked(400, 500)], 4)
        yield known(place.size, "web process after pages", in_words(ours.workers()))
        for path in FILES:
            clients.fetched(ours.address, path)
        yield at_most(
            place.size, "web process after pages and whole files", MOST_WEB_MEGABYTES, max(resident(ours.workers())), "MB", shares(ours.workers())
        )
    yield from of_worker(place)


def of_worker(place: Place) -> Iterator[Finding]:
    with servers.worker(place, language_model=False) as worker:
        time.sleep(SETTLING_SECONDS)
        family = [worker, *worker.children()]
        yield at_most(place.size, "worker process without language model", MOST_WORKER_MEGABYTES, max(resident(family)), "MB", shares(family))
    with servers.worker(place, language_model=True) as worker:
        time.sleep(2 * SETTLING_SECONDS)
        yield known(place.size, "worker process that reads articles", in_words([worker, *worker.children()]))


def in_words(processes: list[psutil.Process]) -> str:
    return f"{max(resident(processes)):,.0f} MB{shares(processes)}"


def shares(processes: list[psutil.Process]) -> str:
    """What shared memory leaves of it."""
    return f" resident; {sum(proportional(processes)):,.0f} MB in all for {len(processes)} processes, shared memory counted once"
