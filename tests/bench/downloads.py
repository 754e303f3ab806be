"""Whole lists as files: how soon they begin, how long they take and what they cost the web process; reads no row."""

import time
from collections.abc import Iterator

from tests.bench import clients, servers
from tests.bench.findings import Finding, at_most, known
from tests.bench.memory import MEGABYTE, Peak
from tests.bench.places import Place

MOST_GROWTH_MEGABYTES = 30.0
PIECE_BYTES = 65_536


def measure(place: Place) -> Iterator[Finding]:
    """The list of initiatives and the ledger as CSV; the first small download warms the process."""
    with servers.product(place) as ours:
        clients.fetched(ours.address, "/initiatives.csv?country=ZAF")
        for path in ("/initiatives.csv", "/ledger.csv"):
            with Peak(ours.workers()) as peak:
                rows, size, first, whole = streamed(ours.address, path)
            what = f"{path} of {rows:,} rows"
            yield at_most(place.size, f"{what}, growth of the web process", MOST_GROWTH_MEGABYTES, peak.growth, "MB")
            yield known(
                place.size, what, f"first byte after {first * 1000:,.0f} ms, {size / MEGABYTE:,.1f} MB in {whole:,.1f} s, {rows / whole:,.0f} rows/s"
            )


def streamed(address: str, path: str) -> tuple[int, int, float, float]:
    """Rows, bytes, seconds to the first byte and to the last. Raises Failed."""
    connection, began = clients.connect(address), time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    if answer.status != 200:
        raise clients.Failed(f"{path}: status {answer.status}")
    lines = size = 0
    first = None
    while piece := answer.read1(PIECE_BYTES):
        first = first or time.perf_counter() - began
        lines, size = lines + piece.count(b"\n"), size + len(piece)
    connection.close()
    return lines - 1, size, first or 0.0, time.perf_counter() - began
