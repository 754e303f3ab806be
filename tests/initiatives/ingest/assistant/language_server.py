"""A language service on loopback that answers as a test wants: the honest fake for a model behind an address."""

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class LanguageServer:
    """What it was asked stands in `asked` (bodies) and `headers`."""

    port: int = 0
    behaviour: Behaviour | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def proposes(self, **lists: Any) -> None:
        """A completion with these lists as its JSON object."""
        self.says(json.dumps(lists))

    def says(self, content: str | None) -> None:
        """A completion with this text."""
        self.answers(json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode())

    def answers(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Any answer at all."""

        def behaviour(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            handler.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(body)

        self.behaviour = behaviour


@contextlib.contextmanager
def running() -> Iterator[LanguageServer]:
    """The server on a free port, stopped at the end."""
    server = LanguageServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.asked.append({"path": self.path, **json.loads(body)})
            server.headers.append({name.lower(): value for name, value in self.headers.items()})
            with contextlib.suppress(OSError):  # the client went away, as it should
                if server.behaviour is not None:
                    server.behaviour(self)

        def log_message(self, *args: Any) -> None:
            """Nothing: the test says what went wrong."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        listening.daemon_threads = True
        listening.block_on_close = False
        server.port = listening.server_address[1]
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield server
        listening.shutdown()
    thread.join(timeout=2)
