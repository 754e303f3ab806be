"""Asks servers as readers do, and takes the time; knows no target."""

import http.client
import itertools
import json
import re
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

CONNECTIONS = 8
TIMEOUT_SECONDS = 60
ENCODINGS = "gzip"
SCRIPT = """
local paths = {%s}
local place = %d
request = function()
  place = place %% #paths + 1
  return wrk.format("GET", paths[place], {["Accept-Encoding"] = "%s"})
end
"""


class Failed(Exception):
    """Answers that were no success: says from which address."""


def throughput(address: str, paths: Sequence[str], seconds: float, start: int = 0) -> float:
    """Requests a second over 8 connections, the paths in turn from the one at `start`; by wrk where it is installed. Raises Failed."""
    return by_wrk(address, paths, seconds, start) if shutil.which("wrk") else by_threads(address, paths, seconds, start)


def by_wrk(address: str, paths: Sequence[str], seconds: float, start: int) -> float:
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT % (",".join(f"[==[{path}]==]" for path in paths), start % len(paths), ENCODINGS))
        script.flush()
        length = f"-d{max(1, round(seconds))}s"
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", length, "--timeout", f"{TIMEOUT_SECONDS}s", "-s", script.name, address]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate, bad = re.search(r"Requests/sec:\s+([\d.]+)", told), re.search(r"Non-2xx.*|Socket errors.*", told)
    if bad or not rate:
        raise Failed(f"{address}{paths[0]}: {bad[0] if bad else told}")
    return float(rate[1])


def by_threads(address: str, paths: Sequence[str], seconds: float, start: int) -> float:
    """The same without wrk; this client costs more, so both sides look slower."""
    following, answered, until = itertools.cycle([*paths[start % len(paths) :], *paths[: start % len(paths)]]), [], time.monotonic() + seconds
    began = time.monotonic()

    def ask() -> None:
        for _ in timed(address, following, until):
            answered.append(1)

    threads = [threading.Thread(target=ask) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if not answered:
        raise Failed(f"{address}{paths[0]}: no answer in {seconds} seconds")
    return len(answered) / (time.monotonic() - began)


def timed(address: str, paths: Iterator[str], until: float) -> Iterator[float]:
    """The milliseconds of requests one after another over one connection, until a moment of the monotonic clock."""
    connection = connect(address)
    while time.monotonic() < until:
        yield took(connection, next(paths))
    connection.close()


def latencies(address: str, paths: Sequence[str]) -> list[float]:
    """The milliseconds of one request for each path, one after another over one connection. Raises Failed."""
    connection = connect(address)
    found = [took(connection, path) for path in paths]
    connection.close()
    return found


def posts(address: str, path: str, bodies: Sequence[object]) -> list[float]:
    """The milliseconds of one request for each body, one after another over one connection. Raises Failed."""
    connection, found = connect(address), []
    for body in bodies:
        began = time.perf_counter()
        connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json", "Accept-Encoding": ENCODINGS})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise Failed(f"{path}: status {answer.status}")
        found.append((time.perf_counter() - began) * 1000)
    connection.close()
    return found


def connect(address: str) -> http.client.HTTPConnection:
    parts = urlsplit(address)
    return http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=TIMEOUT_SECONDS)


def took(connection: http.client.HTTPConnection, path: str) -> float:
    """Milliseconds until the whole answer is here. Raises Failed."""
    began = time.perf_counter()
    connection.request("GET", path, headers={"Accept-Encoding": ENCODINGS})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise Failed(f"{path}: status {answer.status}")
    return (time.perf_counter() - began) * 1000


def fetched(address: str, path: str, encodings: str = "identity") -> bytes:
    """The bytes of one answer as they were sent. Raises Failed."""
    connection = connect(address)
    connection.request("GET", path, headers={"Accept-Encoding": encodings})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.status != 200:
        raise Failed(f"{path}: status {answer.status}")
    return body


def fetched_json(address: str, path: str) -> Any:
    return json.loads(fetched(address, path))
