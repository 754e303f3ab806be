"""How long two workers take to poll, parse and compare two hundred feeds, and that nothing is fetched twice; reads no article."""

import asyncio
import contextlib
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import psutil

from tests.bench import servers
from tests.bench.commands import manage
from tests.bench.findings import Finding, at_most, known
from tests.bench.places import Place, ask

FEEDS, ITEMS = 200, 100
MOST_SECONDS = 60.0
LOOK_EVERY_SECONDS = 0.1
PATIENCE_SECONDS = 300.0
HOSTS = [f"127.0.1.{number}" for number in range(1, FEEDS + 1)]  # a host each, so that the politeness per host is the real one
WORKERS = [
    "celery",
    "--app",
    "config",
    "worker",
    "--concurrency",
    "2",
    "--queues",
    "fetch",
    "--loglevel",
    "WARNING",
    "--without-gossip",
    "--without-mingle",
]
SUMMARY = "The ministry of research said on Tuesday that the cabinet had cleared a plan for public computing halls and open language models. " * 3
ITEM = (
    "<item><title>Cabinet clears plan {number} for computing</title><link>http://{host}:{port}/news/{number}</link><guid>{host}-{number}</guid>"
    "<pubDate>Tue, 24 Nov 2026 {hour:02}:{minute:02}:00 GMT</pubDate><description><![CDATA[<p>" + SUMMARY + "</p>]]></description></item>"
)


@dataclass
class FeedServer:
    """Serves one feed on each host and counts the answers by host and path, and by kind of path and status."""

    port: int
    asked: Counter[str] = field(default_factory=Counter)
    answers: Counter[tuple[str, int]] = field(default_factory=Counter)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request and its answer."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        path, host = head.split(" ")[1], str(writer.get_extra_info("sockname")[0])
        status, body = self.answer(path, host, "if-none-match" in head.lower())
        self.asked[host + path] += 1
        self.answers[path.split("/")[1], status] += 1
        kind = "application/rss+xml" if path == "/feed" else "text/plain"
        writer.write(
            f'HTTP/1.1 {status} Status\r\nContent-Type: {kind}\r\nETag: "one"\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n'.encode()
        )
        writer.write(body)
        await writer.drain()
        writer.close()

    def answer(self, path: str, host: str, conditional: bool) -> tuple[int, bytes]:
        """Status and body."""
        if path != "/feed":
            return 404, b""
        if conditional:
            return 304, b""
        items = "".join(ITEM.format(number=number, host=host, port=self.port, hour=number // 60, minute=number % 60) for number in range(ITEMS))
        return 200, f"<?xml version='1.0'?><rss version='2.0'><channel><title>Ministry at {host}</title>{items}</channel></rss>".encode()


def measure(place: Place) -> Iterator[Finding]:
    """A first round over feeds that are new, and a second one over feeds that have not changed."""
    with serving() as server:
        address = place.engines.database_url(place.database)
        ask(address, "TRUNCATE initiatives_source, initiatives_intake CASCADE")
        place.forget()
        added = f"[run.add_source(f'http://{{host}}:{server.port}/feed') for host in {HOSTS!r}]"
        shell(place, f"from initiatives.ingest import run; {added}")
        yield at_most(place.size, f"{FEEDS} feeds of {ITEMS} items polled by 2 workers", MOST_SECONDS, *round_of(place, FEEDS, server))
        yield at_most(place.size, "addresses fetched twice", 0, sum(times > 1 for times in server.asked.values()), "addresses", f"; {rows(place)}")
        server.answers.clear()
        ask(address, "UPDATE initiatives_source SET next_visit_at = now()")
        seconds, unit, more = round_of(place, 2 * FEEDS, server)
        yield known(place.size, "the same feeds again, unchanged", f"{seconds:,.1f} {unit}{more}")
        yield at_most(place.size, "feeds fetched anew though unchanged", 0, server.answers["feed", 200], "feeds", f"; {rows(place)}")


def round_of(place: Place, visits: int, server: FeedServer) -> tuple[float, str, str]:
    """Seconds from the ring to the last visit, and what else there is to say; the articles that feeds name wait behind the visits."""
    address = place.engines.database_url(place.database)
    with servers.started("fetchers", [str(servers.BIN / WORKERS[0]), *WORKERS[1:]], {**place.environment, "FETCH_ALLOW_LOOPBACK": "1"}) as worker:
        servers.wait(lambda: len(worker.children()) >= 2, "fetchers", worker)
        shell(place, "from initiatives import tasks; tasks.ring_due_sources.delay()")
        began, used = time.monotonic(), processor_seconds(worker)
        while counted(address, "initiatives_sourcevisit") < visits and time.monotonic() - began < PATIENCE_SECONDS:
            time.sleep(LOOK_EVERY_SECONDS)
        seconds, used = time.monotonic() - began, processor_seconds(worker) - used
        answers = said(server)
    place.forget()
    return seconds, "s", f" ({used:,.1f} s of processor time in the workers; {answers})"


def processor_seconds(worker: psutil.Process) -> float:
    """What the worker and its processes have used."""
    return sum(sum(one.cpu_times()[:2]) for one in (worker, *worker.children(recursive=True)))


def shell(place: Place, code: str) -> None:
    """Runs a few words of Python within the product."""
    manage(place, "shell", "--verbosity", "0", "--command", code)


def rows(place: Place) -> str:
    """What is stored now."""
    address = place.engines.database_url(place.database)
    return f"{counted(address, 'initiatives_sourceitem'):,} items and {counted(address, 'initiatives_intake'):,} intakes stored"


def counted(address: str, table: str) -> int:
    """The rows of a table."""
    return int(str(ask(address, f"SELECT count(*) FROM {table}")[0][0]))


def said(server: FeedServer) -> str:
    """How the server answered."""
    feeds, unchanged, articles = server.answers["feed", 200], server.answers["feed", 304], server.answers["news", 404]
    return f"{feeds} feeds sent, {unchanged} answered as unchanged, {articles} articles asked for meanwhile"


@contextlib.contextmanager
def serving() -> Iterator[FeedServer]:
    """The server on every host, in a thread of its own."""
    server, loop = FeedServer(servers.free_port()), asyncio.new_event_loop()
    listening = loop.run_until_complete(asyncio.start_server(server.serve, HOSTS, server.port))
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(listening.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(timeout=5)
