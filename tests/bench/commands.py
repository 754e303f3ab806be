"""How long loading and recounting take, and what memory they need; asks no page."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from config.engines import ROOT
from tests.bench import record
from tests.bench.findings import Finding, at_most, known
from tests.bench.memory import MEGABYTE
from tests.bench.places import ORGANIZATIONS, Place, ask

MOST_SECONDS_FOR_100_000_ENTRIES = 10.0
RECOUNTS = 3
LOOK_EVERY_SECONDS = 0.1


class CommandFailed(Exception):
    """A command that ended with an error; its own words are on the screen."""


def load(place: Place) -> Iterator[Finding]:
    """Makes the initiatives and loads them into an empty database."""
    record.write(place.initiatives, place.size, ORGANIZATIONS)
    place.make()
    place.forget()
    manage(place, "migrate", "--verbosity", "0")
    seconds, megabytes = manage(place, "load_data", str(place.initiatives))
    yield known(
        place.size, "load_data into an empty record", f"{seconds:,.0f} s, {place.size / seconds:,.0f} initiatives/s, {megabytes:,.0f} MB at most"
    )


def recount(place: Place) -> Iterator[Finding]:
    """The quickest of some recounts, which other work on the machine disturbs least, without the start of the command, per 100,000 entries."""
    start = min(manage(place, "recount", "--help")[0] for _ in range(RECOUNTS))
    found = [manage(place, "recount") for _ in range(RECOUNTS)]
    entries = int(str(ask(place.engines.database_url(place.database), "SELECT count(*) FROM initiatives_fundingentry")[0][0]))
    seconds = min(seconds for seconds, _ in found)
    more = f" ({seconds:,.1f} s for {entries:,} entries, {start:,.1f} s of it to start; {max(megabytes for _, megabytes in found):,.0f} MB at most)"
    yield at_most(place.size, "recount of 100,000 entries", MOST_SECONDS_FOR_100_000_ENTRIES, (seconds - start) * 100_000 / entries, "s", more)


def manage(place: Place, *words: str, read: Path = Path(os.devnull)) -> tuple[float, float]:
    """Seconds and the most megabytes of one command that reads this file. Raises CommandFailed."""
    began, most = time.perf_counter(), 0.0
    with read.open("rb") as given:
        process = psutil.Popen([sys.executable, "manage.py", *words], cwd=ROOT, env=place.environment, stdin=given, stdout=subprocess.DEVNULL)
        while process.poll() is None:
            most = max(most, held(process))
            time.sleep(LOOK_EVERY_SECONDS)
    if process.returncode:
        raise CommandFailed(f"manage.py {' '.join(words)} ended with {process.returncode}.")
    return time.perf_counter() - began, most


def held(process: psutil.Process) -> float:
    try:
        return float(process.memory_info().rss / MEGABYTE)
    except psutil.NoSuchProcess:
        return 0.0
