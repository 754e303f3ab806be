"""The cache while its server is away, slow or full."""

import socket
import threading
import time

from config.cache import ForgivingRedisCache


def test_an_absent_server_is_a_miss_and_never_an_error() -> None:
    cache = ForgivingRedisCache("redis://127.0.0.1:1/0", {})
    cache.set("key", 1)
    assert cache.get("key", "nothing") == "nothing"
    assert cache.get_many(["key"]) == {}
    assert cache.set_many({"key": 1}) == ["key"]
    assert cache.add("key", 1) is False
    assert cache.delete("key") is False


def test_a_server_that_never_answers_is_waited_for_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        cache = ForgivingRedisCache(f"redis://127.0.0.1:{silent.getsockname()[1]}/0", {"OPTIONS": {"socket_timeout": 0.3}})
        began = time.monotonic()
        assert [cache.get(str(number), "nothing") for number in range(20)] == ["nothing"] * 20
        assert time.monotonic() - began < 3


def test_a_server_that_refuses_to_write_is_a_write_that_is_not_kept() -> None:
    with socket.create_server(("127.0.0.1", 0)) as full:
        threading.Thread(target=refuse, args=(full,), daemon=True).start()
        cache = ForgivingRedisCache(f"redis://127.0.0.1:{full.getsockname()[1]}/0", {"OPTIONS": {"socket_timeout": 1}})
        cache.set("key", 1)
        assert cache.get("key", "nothing") == "nothing"


def refuse(server: socket.socket) -> None:
    """Answers every command as a server does whose disk is full."""
    connection, _ = server.accept()
    with connection:
        while connection.recv(4096):
            connection.sendall(b"-MISCONF Errors writing to the disk\r\n" * 3)
