"""What web and worker hold in memory after work; measures no time."""

import json
import time
from collections.abc import Iterator

import psutil

from tests.bench import clients, servers
from tests.bench.addresses import never_asked
from tests.bench.commands import manage
from tests.bench.findings import Finding, at_most, known
from tests.bench.memory import proportional, resident
from tests.bench.places import Place

MOST_WEB_MEGABYTES = 200.0
MOST_WORKER_MEGABYTES = 250.0
TRAFFIC = ("/", "/initiatives/", "/ledger/", "/charts/", "/countries/", "/organizations/", "/commentary/", "/charts/funding-map/", "/about/method/")
FILES = ("/initiatives.csv", "/ledger.csv", "/ledger.json", "/initiatives.xlsx", "/charts/funding-by-country.xlsx")
SETTLING_SECONDS = 5
ARTICLE = (
    "The ministry of industry announced on Monday a plan of 1 billion euros over five years for public computing capacity. "
    "The minister said: “We will build it with our universities.” Researchers warned that the grid is not ready.\n"
) * 20


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
    with servers.worker(place) as worker:
        time.sleep(SETTLING_SECONDS)
        family = [worker, *worker.children()]
        yield at_most(place.size, "worker process without language model", MOST_WORKER_MEGABYTES, max(resident(family)), "MB", shares(family))
    articles = place.folder / "articles.jsonl"
    articles.write_text(json.dumps({"id": "1", "text": ARTICLE}) + "\n", encoding="utf-8")
    _, megabytes = manage(place, "understand", read=articles)
    yield known(place.size, "a process that reads an article with the language model", f"{megabytes:,.0f} MB at most")


def in_words(processes: list[psutil.Process]) -> str:
    return f"{max(resident(processes)):,.0f} MB{shares(processes)}"


def shares(processes: list[psutil.Process]) -> str:
    """What shared memory leaves of it."""
    return f" resident; {sum(proportional(processes)):,.0f} MB in all for {len(processes)} processes, shared memory counted once"
