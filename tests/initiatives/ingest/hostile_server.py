"""One local web server that can be as bad as the web is: the honest fake for the outside world."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Behaviour = Callable[[socket.socket, "Request"], None]


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it came: path with query, headers with names in small letters."""

    path: str
    headers: dict[str, str]


@dataclass
class HostileServer:
    """Answers each path by a behaviour of the test; what it was asked stands in `requests`, how many at once in `most_at_once`."""

    port: int
    behaviours: dict[str, Behaviour] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    most_at_once: int = 0
    _open: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def answers(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> None:
        """A plain answer; `content_type="text/html"` is the header Content-Type."""
        content = body.encode() if isinstance(body, str) else body
        named = {"content_type": "text/html; charset=utf-8", "content_length": str(len(content)), **headers}
        lines = "".join(f"{name.replace('_', '-').title()}: {value}\r\n" for name, value in named.items())
        head = f"HTTP/1.1 {status} Status\r\nConnection: close\r\n{lines}\r\n".encode()
        self.behaviours[path] = lambda connection, request: connection.sendall(head + content)

    def behaves(self, path: str, behaviour: Behaviour) -> None:
        self.behaviours[path] = behaviour

    def paths(self) -> list[str]:
        return [request.path for request in self.requests]

    def serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            request = read_request(connection)
            if request is None:
                return
            with self._lock:
                self.requests.append(request)
                self._open += 1
                self.most_at_once = max(self.most_at_once, self._open)
            try:
                self.behaviours.get(request.path, nothing_here)(connection, request)
            finally:
                with self._lock:
                    self._open -= 1


def nothing_here(connection: socket.socket, request: Request) -> None:
    connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


def read_request(connection: socket.socket) -> Request | None:
    received = b""
    while b"\r\n\r\n" not in received:
        chunk = connection.recv(4096)
        if not chunk:
            return None
        received += chunk
    first, *lines = received.split(b"\r\n\r\n", 1)[0].decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return Request(first.split(" ")[1], headers)


@contextlib.contextmanager
def running() -> Iterator[HostileServer]:
    """The server on a free port of loopback, stopped at the end."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = HostileServer(listening.getsockname()[1])
        thread = threading.Thread(target=accept, args=(listening, server), daemon=True)
        thread.start()
        yield server
        listening.shutdown(socket.SHUT_RDWR)
    thread.join(timeout=2)


def accept(listening: socket.socket, server: HostileServer) -> None:
    with contextlib.suppress(OSError):  # the listening socket was shut down: the test is over
        while True:
            connection, _ = listening.accept()
            threading.Thread(target=server.serve, args=(connection,), daemon=True).start()
