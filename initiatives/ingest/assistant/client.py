"""Asks an OpenAI-compatible service for one completion, bounded in time and bytes; must not know what is asked for."""

import contextlib
import json
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from initiatives.ingest.assistant.service import Service

CHUNK_BYTES = 64 * 1024
MOST_ANSWER_TOKENS = 4000


@dataclass(frozen=True, slots=True)
class Silence:
    """Why there is no answer, in words for an editor, without address, key or anything the service sent."""

    words: str


def ask(service: Service, messages: list[dict[str, str]]) -> str | Silence:
    """The text of the completion, or why there is none. Asks once, follows no redirect, and never raises for anything a service can do."""
    deadline = time.monotonic() + service.seconds
    try:
        return _content(_asked(service, _body(service, messages), deadline))
    except _Refused as refused:
        return Silence(refused.words)
    except (HTTPError, HTTPException, OSError, ValueError, RecursionError):
        if time.monotonic() >= deadline:
            return Silence(_too_slow(service))
        return Silence("The language service cannot be reached, or its answer cannot be read.")


class _Refused(Exception):
    """The service answered, but not with a completion."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def _body(service: Service, messages: list[dict[str, str]]) -> bytes:
    asked = {
        "model": service.model,
        "messages": messages,
        "temperature": 0,
        "max_tokens": MOST_ANSWER_TOKENS,
        "response_format": {"type": "json_object"},
    }
    return json.dumps(asked).encode()


def _asked(service: Service, body: bytes, deadline: float) -> bytes:
    connection = _connection(service)
    try:
        with _ended_at(connection, deadline):
            connection.request("POST", _path(service), body=body, headers=_headers(service), preload_content=False, decode_content=False)
            response = connection.getresponse()
            _check_status(response.status)
            return _read(response, service, deadline)
    finally:
        connection.close()


def _connection(service: Service) -> HTTPConnection:
    parts = urlsplit(service.address)
    if parts.scheme == "https":
        return HTTPSConnection(service.host, parts.port or 443, timeout=service.seconds, ssl_context=ssl.create_default_context())
    return HTTPConnection(service.host, parts.port or 80, timeout=service.seconds)


def _path(service: Service) -> str:
    return f"{urlsplit(service.address).path}/chat/completions"


def _headers(service: Service) -> dict[str, str]:
    key = {"Authorization": f"Bearer {service.key}"} if service.key else {}
    return {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity", **key}


def _check_status(status: int) -> None:
    if status == 429:
        raise _Refused("The language service is busy (429).")
    if status in (401, 403):
        raise _Refused(f"The language service refuses our key ({status}).")
    if status != 200:
        raise _Refused(f"The language service answered with status {status}.")


def _read(response: BaseHTTPResponse, service: Service, deadline: float) -> bytes:
    body = bytearray()
    while chunk := response.read1(CHUNK_BYTES, decode_content=False):
        body += chunk
        if len(body) > service.most_bytes:
            raise _Refused("The language service sent more than can be an answer.")
        if time.monotonic() >= deadline:
            raise _Refused(_too_slow(service))
    return bytes(body)


def _content(body: bytes) -> str:
    """The text of the first choice; a call of a tool is no text, for none was offered."""
    plain: Any = json.loads(body)
    try:
        content = plain["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        content = None
    if not isinstance(content, str):
        raise _Refused("The language service answered without a text.")
    return content


def _too_slow(service: Service) -> str:
    return f"The language service did not answer within {service.seconds:.0f} seconds."


@contextlib.contextmanager
def _ended_at(connection: HTTPConnection, deadline: float) -> Iterator[None]:
    """Cuts the connection at the deadline, also in the middle of a header that never ends."""
    watch = threading.Timer(max(deadline - time.monotonic(), 0.0), _cut, [connection])
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _cut(connection: HTTPConnection) -> None:
    with contextlib.suppress(OSError):  # closed by the other side in the same moment: that is what was wanted
        if connection.sock is not None:
            connection.sock.shutdown(socket.SHUT_RDWR)
