"""One request to one checked network address, bounded in time, bytes and unpacked bytes; must not resolve names or follow redirects."""

import contextlib
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPException

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from initiatives.ingest.fetch.addresses import Target
from initiatives.ingest.fetch.reasons import in_words
from initiatives.ingest.fetch.unpacking import Unpacking
from initiatives.ingest.fetch.values import Failure, Rules

CHUNK_BYTES = 64 * 1024
PACKED = ("gzip", "x-gzip", "deflate")
CUT_AGAIN_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: `headers` with names in small letters; the body of a redirect or an error is not read."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(target: Target, network_address: str, headers: Mapping[str, str], rules: Rules, deadline: float) -> Answer | Failure:
    """The answer of that network address. `deadline` is on the monotonic clock; however slowly bytes drip, it ends the request."""
    connection = _connection(target, network_address, min(rules.connect_seconds, max(deadline - time.monotonic(), 0.1)))
    try:
        with _ended_at(connection, deadline):
            connection.request("GET", target.path, headers={"Host": _host_header(target), **headers}, preload_content=False, decode_content=False)
            answer = _read(target, connection.getresponse(), rules, deadline)
            return _too_slow(target, rules) if time.monotonic() >= deadline else answer  # cut in its headers, it passes for an answer without a body
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        if time.monotonic() >= deadline:
            return _too_slow(target, rules)
        return Failure(f"{target.host} cannot be read: {in_words(error)}.", "unreachable")
    finally:
        connection.close()


def _connection(target: Target, network_address: str, seconds: float) -> HTTPConnection:
    """A connection to the checked address that names and certifies the host."""
    if target.scheme == "http":
        return HTTPConnection(network_address, target.port, timeout=seconds)
    return HTTPSConnection(
        network_address,
        target.port,
        timeout=seconds,
        ssl_context=ssl.create_default_context(),
        server_hostname=target.host,
        assert_hostname=target.host,
    )


@contextlib.contextmanager
def _ended_at(connection: HTTPConnection, deadline: float) -> Iterator[None]:
    """Cuts the connection at the deadline, also in the middle of a header that never ends."""
    ended = threading.Event()
    threading.Thread(target=_watch, args=(connection, deadline, ended), daemon=True).start()
    try:
        yield
    finally:
        ended.set()


def _watch(connection: HTTPConnection, deadline: float, ended: threading.Event) -> None:
    """Cuts at the deadline, and again until the request has ended: in the middle of a greeting there is no socket to cut yet."""
    wait = max(deadline - time.monotonic(), 0.0)
    while not ended.wait(wait):
        _cut(connection)
        wait = CUT_AGAIN_SECONDS


def _cut(connection: HTTPConnection) -> None:
    with contextlib.suppress(OSError):  # closed by the other side in the same moment: that is what was wanted
        if connection.sock is not None:
            connection.sock.shutdown(socket.SHUT_RDWR)


def _read(target: Target, response: BaseHTTPResponse, rules: Rules, deadline: float) -> Answer | Failure:
    headers = {name.lower(): value for name, value in response.headers.items()}
    if response.status != 200:
        return Answer(response.status, headers, b"")
    packing = headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "", *PACKED):
        return Failure(f"{target.host} packs its answer as “{packing[:40]}”, which was not asked for and is not unpacked.", "kind-of-content")
    body = _body(target, response, packing in PACKED, rules, deadline)
    return body if isinstance(body, Failure) else Answer(response.status, headers, body)


def _body(target: Target, response: BaseHTTPResponse, packed: bool, rules: Rules, deadline: float) -> bytes | Failure:
    unpacking = Unpacking(rules.most_unpacked_bytes) if packed else None
    read, body = 0, bytearray()
    while chunk := response.read1(CHUNK_BYTES, decode_content=False):
        read += len(chunk)
        try:
            body += unpacking.of(chunk) if unpacking else chunk
        except zlib.error:
            return Failure(f"{target.host} sent an answer whose packing is damaged.", "kind-of-content")
        if read > rules.most_bytes or len(body) > rules.most_unpacked_bytes:
            return Failure(f"{target.host} sends more than {_megabytes(rules, read)} MB. It was not read to the end.", "too-large")
        if time.monotonic() >= deadline:
            return _too_slow(target, rules)
    if unpacking and read and not unpacking.is_whole:
        return Failure(f"{target.host} broke off in the middle of its packed answer.", "unreachable")
    return bytes(body)


def _too_slow(target: Target, rules: Rules) -> Failure:
    return Failure(f"{target.host} did not finish its answer within {rules.total_seconds:.0f} s.", "slow")


def _megabytes(rules: Rules, read: int) -> str:
    return f"{(rules.most_bytes if read > rules.most_bytes else rules.most_unpacked_bytes) / 1024 / 1024:.0f}"


def _host_header(target: Target) -> str:
    return target.origin.split("://", 1)[1]
