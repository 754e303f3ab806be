"""Runs the measurement: `script/bench`, `script/bench --quick`, `script/bench --size 100000 --part latency`."""

import argparse
import os
import platform
import signal
import sys
import time
from collections.abc import Iterator
from types import FrameType

from tests.bench import (
    announcing,
    beside,
    briefing,
    browser,
    commands,
    copying,
    downloads,
    exports,
    first_visit,
    flat,
    foretelling,
    importing,
    latency,
    line,
    matching,
    money_grammar,
    picking,
    polling,
    processes,
    sqlite,
    waiting,
)
from tests.bench.commands import manage
from tests.bench.findings import Finding, missed, table, write
from tests.bench.places import FOLDER, Place

SIZES = (10_000, 100_000)
PARTS = (
    "load",
    "recount",
    "beside",
    "latency",
    "first-visit",
    "browser",
    "downloads",
    "exports",
    "briefing",
    "flat",
    "processes",
    "line",
    "matching",
    "announcing",
    "copies",
    "picker",
    "imports",
    "polling",
    "money-grammar",
    "drafts",
    "effects",
)
QUICK_SECONDS, SECONDS = 3.0, 5.0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="script/bench", description="Measures speed and size on synthetic records, beside other products over the same rows."
    )
    parser.add_argument("--quick", action="store_true", help="10,000 initiatives only, in a few minutes")
    parser.add_argument("--size", type=int, action="append", metavar="N", help="this many initiatives; may be given more than once")
    parser.add_argument("--part", choices=PARTS, action="append", help="this part only; may be given more than once")
    parser.add_argument("--seconds", type=float, help="length of one turn of requests")
    return parser.parse_args()


def main() -> int:
    asked = arguments()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, stop)
    sizes = asked.size or (SIZES[:1] if asked.quick else SIZES)
    seconds = asked.seconds or (QUICK_SECONDS if asked.quick else SECONDS)
    began, load_before, findings = time.monotonic(), os.getloadavg()[0], list[Finding]()
    for size in sizes:
        for finding in of_size(Place(size), asked.part or PARTS, seconds):
            print(finding.line(), flush=True)
            findings.append(finding)
    about = f"{os.cpu_count()} cores, Python {platform.python_version()}, load {load_before:.1f} before and {os.getloadavg()[0]:.1f} after"
    print(f"\n{about}, {(time.monotonic() - began) / 60:.1f} minutes\n\n{table(findings)}")
    write(findings, FOLDER / "findings.json")
    return say(missed(findings))


def stop(number: int, frame: FrameType | None) -> None:
    """Ends the run in order, so that every server that it started ends too."""
    sys.exit(128 + number)


def of_size(place: Place, parts: tuple[str, ...], seconds: float) -> Iterator[Finding]:
    """The chosen parts over the record of one size, which is made where it is missing."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with place.engines.use():
        if "load" in parts or not place.exists():
            yield from commands.load(place)
            place.sqlite.unlink(missing_ok=True)
        if not sqlite.is_there(place.sqlite):
            sqlite.copy(place)
        manage(place, "migrate", "--verbosity", "0")  # what an earlier run loaded may be older than the tables
        manage(place, "collectstatic", "--no-input", "--verbosity", "0")
        measures = {
            "recount": lambda: commands.recount(place),
            "beside": lambda: beside.measure(place, seconds),
            "latency": lambda: latency.measure(place),
            "first-visit": lambda: first_visit.measure(place),
            "browser": lambda: browser.measure(place),
            "downloads": lambda: downloads.measure(place),
            "exports": lambda: exports.measure(place),
            "briefing": lambda: briefing.measure(place),
            "flat": lambda: flat.measure(place),
            "processes": lambda: processes.measure(place),
            "line": lambda: line.measure(place),
            "matching": lambda: matching.measure(place),
            "announcing": lambda: announcing.measure(place),
            "copies": lambda: copying.measure(place),
            "picker": lambda: picking.measure(place),
            "imports": lambda: importing.measure(place),
            "polling": lambda: polling.measure(place),
            "money-grammar": lambda: money_grammar.measure(place),
            "effects": lambda: foretelling.measure(place),
            "drafts": lambda: waiting.measure(place),
        }
        for part in parts:
            if part in measures:
                yield from measures[part]()


def say(left: list[Finding]) -> int:
    """Names what was missed; the exit code of the run."""
    for finding in left:
        print(f"Missed at {finding.size:,}: {finding.what}: {finding.measured}, promised {finding.target}.", file=sys.stderr)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
