"""What servers do wrong, or on purpose: each costs one failure in words, and the next address is fetched."""

import gzip
import itertools
import multiprocessing
import re
import socket
import time
import zlib

import brotli
import pytest
from django.conf import settings

from initiatives.ingest.fetch import Failure, Fetched, Rules, fetch
from initiatives.ingest.fetch.values import time_in_words
from tests.initiatives.ingest.hostile_server import Behaviour, HostileServer, Request

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.fixture
def rules() -> Rules:
    return Rules(
        contact="https://example.org/contact", turns_url=settings.REDIS_URL, allow_loopback=True, total_seconds=2.0, connect_seconds=1.0,
        polite_delay_seconds=0.01, longest_wait_for_turn_seconds=8.0, most_redirects=3, most_bytes=200_000, most_unpacked_bytes=400_000,
    )  # fmt: skip


def says(*parts: bytes, pause: float = 0.0) -> Behaviour:
    def behaviour(connection: socket.socket, request: Request) -> None:
        for part in parts:
            connection.sendall(part)
            time.sleep(pause)

    return behaviour


def without_end(head: bytes, part: bytes) -> Behaviour:
    def behaviour(connection: socket.socket, request: Request) -> None:
        connection.sendall(head)
        for _ in itertools.count():
            connection.sendall(part)

    return behaviour


BEHAVIOURS: dict[str, tuple[Behaviour, tuple[str, ...]]] = {
    "headers without end": (without_end(b"HTTP/1.1 200 OK\r\n", b"X-More: more\r\n"), ("unreachable", "slow")),
    "one header without end": (without_end(b"HTTP/1.1 200 OK\r\nX-More: ", b"more" * 1000), ("unreachable", "slow")),
    "go on, without end": (without_end(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 50), ("unreachable", "slow")),
    "chunks without end": (without_end(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"400\r\n" + b"a" * 1024 + b"\r\n"), ("too-large",)),
    "a chunk whose length is none": (says(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\ntext\r\n"), ("unreachable",)),
    "a chunk longer than it says": (says(HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\ntext and more\r\n0\r\n\r\n"), ("unreachable",)),
    "chunks that break off": (says(HEAD + b"Transfer-Encoding: chunked\r\n\r\n400\r\ntext"), ("unreachable",)),
    "a length beyond its text": (says(HEAD + b"Content-Length: 4000\r\n\r\ntext"), ("unreachable",)),
    "two lengths": (says(HEAD + b"Content-Length: 4\r\nContent-Length: 9\r\n\r\ntext"), ("unreachable",)),
    "a bomb": (says(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"0" * 50_000_000)), ("too-large",)),
    "a bomb in pieces": (says(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"0" * 100_000) * 100), ("too-large",)),
    "a bomb of zlib": (says(HEAD + b"Content-Encoding: deflate\r\n\r\n" + zlib.compress(b"0" * 50_000_000)), ("too-large",)),
    "a bomb of brotli": (says(HEAD + b"Content-Encoding: br\r\n\r\n" + brotli.compress(b"0" * 50_000_000)), ("kind-of-content",)),
    "a bomb in a bomb": (
        says(HEAD + b"Content-Encoding: gzip, gzip\r\n\r\n" + gzip.compress(gzip.compress(b"0" * 50_000_000))),
        ("kind-of-content",),
    ),
    "packing that breaks off": (says(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(range(256)) * 9)[:-9]), ("unreachable",)),
    "packing in name only": (says(HEAD + b"Content-Encoding: gzip\r\n\r\n<p>text</p>"), ("kind-of-content",)),
    "drops of text": (says(HEAD + b"\r\n", *[b"a"] * 100, pause=0.05), ("slow",)),
    "drops of a packed text": (says(HEAD + b"Content-Encoding: gzip\r\n\r\n", *[b"\x1f"] * 100, pause=0.05), ("slow", "kind-of-content")),
    "nothing at all": (says(), ("unreachable",)),
}


@pytest.mark.parametrize("name", BEHAVIOURS)
def test_a_server_that_misbehaves_costs_one_failure_in_words(a_hostile_server: HostileServer, rules: Rules, name: str) -> None:
    behaviour, kinds = BEHAVIOURS[name]
    a_hostile_server.behaves("/page", behaviour)
    a_hostile_server.answers("/next", "text")
    answer = fetch(a_hostile_server.address("/page"), rules)
    assert isinstance(answer, Failure)
    assert answer.kind in kinds, answer.words
    assert answer.words.startswith("127.0.0.1 ")
    assert answer.words.endswith(".")
    assert not re.search(r"[()<>\x00]|Error|Incomplete|Errno|Connection", answer.words), answer.words
    assert answer.with_way_out.endswith("as a file.")
    assert isinstance(fetch(a_hostile_server.address("/next"), rules), Fetched)


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        (says(HEAD + b"Content-Length: 4000\r\n\r\ntext"), "broke off before the end"),
        (says(), "closed the connection without an answer"),
        (says(b"\x00\xff garbage\r\n\r\n"), "no answer of a web server"),
        (says(b"HTTP/1.1 200 OK\r\n", *[b"X-More: more\r\n"] * 100, pause=0.05), "did not finish its answer"),
    ],
)
def test_the_words_name_the_right_cause(a_hostile_server: HostileServer, rules: Rules, behaviour: Behaviour, words: str) -> None:
    a_hostile_server.behaves("/page", behaviour)
    answer = fetch(a_hostile_server.address("/page"), rules)
    assert isinstance(answer, Failure)
    assert words in answer.words


def test_what_cannot_be_shown_or_stored_is_written_out_in_the_words() -> None:
    assert Failure("It sends “\x00\u202e”.").words == "It sends “\\x00\\u202e”."


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 second"), (90, "90 seconds"), (900, "15 minutes"), (7200, "2 hours"), (118_669, "33 hours"), (200_000, "2 days")],
)
def test_a_wait_is_told_in_the_unit_that_a_person_would_use(seconds: int, words: str) -> None:
    assert time_in_words(seconds) == words


def test_a_wait_beyond_all_bounds_is_called_so(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/page", status=503, retry_after="99999999999999999999")
    answer = fetch(a_hostile_server.address("/page"), rules)
    assert isinstance(answer, Failure)
    assert "come back in more than a week" in answer.words


def test_a_length_below_the_text_ends_it_there(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.behaves("/page", says(HEAD + b"Content-Length: 4\r\n\r\ntext and more"))
    answer = fetch(a_hostile_server.address("/page"), rules)
    assert isinstance(answer, Fetched)
    assert answer.body == b"text"


def test_pieces_that_were_packed_one_by_one_are_one_page(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/page", gzip.compress(b"one ") + gzip.compress(b"two"), content_encoding="gzip")
    answer = fetch(a_hostile_server.address("/page"), rules)
    assert isinstance(answer, Fetched)
    assert answer.body == b"one two"


@pytest.mark.parametrize(
    "inside",
    [
        "http://10.0.0.1/", "http://167772161/", "http://012.0.0.1/", "http://0xa000001/", "http://10.1/", "http://[::ffff:a00:1]/", "http://[::a00:1]/",
        "http://[64:ff9b::a00:1]/", "http://[2002:a00:1::]/", "http://[2001:0:a00:1::]/", "http://１０.0.0.1/", "//10.0.0.1/", "https://10.0.0.1./",
        "http://169.254.169.254/latest/meta-data/", "http://0xa9fea9fe/",
    ],
)  # fmt: skip
def test_a_redirect_inside_is_refused_in_every_notation(a_hostile_server: HostileServer, rules: Rules, inside: str) -> None:
    a_hostile_server.behaves("/page", says(f"HTTP/1.1 302 Found\r\nLocation: {inside}\r\nContent-Length: 0\r\n\r\n".encode()))
    answer = fetch(a_hostile_server.address("/page"), rules)
    assert isinstance(answer, Failure)
    assert answer.kind == "not-public", answer.words


def test_a_redirect_to_a_name_that_leads_inside_is_refused(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/page", status=301, location="https://harmless.example/")
    answer = fetch(a_hostile_server.address("/page"), rules, resolver=lambda host, port: ["10.0.0.1" if host == "harmless.example" else "127.0.0.1"])
    assert isinstance(answer, Failure)
    assert (answer.kind, "harmless.example" in answer.words) == ("not-public", True)


def test_a_redirect_in_utf8_is_followed(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.behaves("/page", says("HTTP/1.1 301 Moved\r\nLocation: /größe\r\nContent-Length: 0\r\n\r\n".encode()))
    a_hostile_server.answers("/gr%C3%B6%C3%9Fe", "text")
    assert isinstance(fetch(a_hostile_server.address("/page"), rules), Fetched)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("90", 90), ("99999999999999999999", 604_800), ("-5", None), ("soon", None), ("", None), ("Tue, 01 Jul 2025 00:00:00 GMT", 0),
        ("Tue, 01 Jul 99999999999999999999 00:00:00 GMT", None), ("Tue, 01 Jul 2025 00:00:00 +99999999", None), ("٣٠", None),
    ],
)  # fmt: skip
def test_a_busy_server_is_asked_later_whatever_it_says(a_hostile_server: HostileServer, rules: Rules, value: str, seconds: int | None) -> None:
    head = f"HTTP/1.1 429 Too Many Requests\r\nRetry-After: {value}\r\nContent-Length: 0\r\n\r\n".encode()
    a_hostile_server.behaves("/page", says(head))
    answer = fetch(a_hostile_server.address("/page"), rules)
    assert isinstance(answer, Failure)
    assert (answer.kind, answer.status, answer.retry_after_seconds) == ("asked-to-wait", 429, seconds)


def test_a_busy_server_that_names_no_time_is_busy_all_the_same(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/page", status=429)
    answer = fetch(a_hostile_server.address("/page"), rules)
    assert isinstance(answer, Failure)
    assert (answer.kind, answer.retry_after_seconds) == ("asked-to-wait", None)


def test_robots_without_end_close_the_host(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.behaves("/robots.txt", without_end(HEAD + b"\r\n", b"Disallow: /private\n" * 100))
    a_hostile_server.answers("/page", "text")
    answer = fetch(a_hostile_server.address("/page"), rules)
    assert isinstance(answer, Failure)
    assert a_hostile_server.paths() == ["/robots.txt"]


@pytest.mark.parametrize("value", ["nan", "inf", "-1", "1e400", "soon"])
def test_a_delay_that_is_none_is_not_waited_for(a_hostile_server: HostileServer, rules: Rules, value: str) -> None:
    a_hostile_server.answers("/robots.txt", f"User-agent: *\nCrawl-delay: {value}", content_type="text/plain")
    a_hostile_server.answers("/page", "text")
    assert isinstance(fetch(a_hostile_server.address("/page"), rules), Fetched)


def test_two_processes_never_ask_one_host_at_once_whatever_they_call_it(a_hostile_server: HostileServer, rules: Rules) -> None:
    def slowly(connection: socket.socket, request: Request) -> None:
        time.sleep(0.1)
        connection.sendall(HEAD + b"Content-Length: 2\r\n\r\nok")

    names = ("127.0.0.1", "2130706433", "0x7f.1", "127.1")
    addresses = [f"http://{name}:{a_hostile_server.port}/{number}" for number, name in enumerate(names)]
    for number in range(len(names)):
        a_hostile_server.behaves(f"/{number}", slowly)
    with multiprocessing.get_context("spawn").Pool(2) as workers:
        found = workers.starmap(came, [(address, rules) for address in addresses], chunksize=1)
    assert found == [True] * len(names)
    assert a_hostile_server.most_at_once == 1


def came(address: str, rules: Rules) -> bool:
    return isinstance(fetch(address, rules), Fetched)
