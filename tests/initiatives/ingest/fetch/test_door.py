"""The door to the network, against a server that misbehaves."""

import gzip
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.conf import settings

from initiatives.ingest.fetch import Failure, Fetched, Known, Rules, fetch, rules_from
from tests.initiatives.ingest.hostile_server import HostileServer, Request


@pytest.fixture
def rules() -> Rules:
    return Rules(
        contact="https://example.org/contact", turns_url=settings.REDIS_URL, allow_loopback=True, total_seconds=2.0, connect_seconds=1.0,
        polite_delay_seconds=0.01,
        longest_wait_for_turn_seconds=5.0, most_redirects=3, most_bytes=200_000, most_unpacked_bytes=400_000,
    )  # fmt: skip


def failure(answer: Fetched | Failure) -> Failure:
    assert isinstance(answer, Failure)
    return answer


def fetched(answer: Fetched | Failure) -> Fetched:
    assert isinstance(answer, Fetched)
    return answer


def test_a_page_comes_with_its_kind_and_charset(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/page", "<p>A plan</p>", content_type="Text/HTML; charset=ISO-8859-1", etag='"one"')
    page = fetched(fetch(a_hostile_server.address("/page"), rules))
    assert (page.body, page.content_type, page.charset, page.etag) == (b"<p>A plan</p>", "text/html", "ISO-8859-1", '"one"')
    assert page.address == a_hostile_server.address("/page")


def test_we_say_who_we_are_and_which_host_we_mean(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/page", "text")
    fetch(a_hostile_server.address("/page"), rules)
    asked = a_hostile_server.requests[-1]
    assert "https://example.org/contact" in asked.headers["user-agent"]
    assert asked.headers["host"] == f"127.0.0.1:{a_hostile_server.port}"


def test_the_connection_goes_to_the_address_that_was_checked(a_hostile_server: HostileServer, rules: Rules) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]])
    a_hostile_server.answers("/page", "text")
    address = f"http://news.example:{a_hostile_server.port}/page"
    fetched(fetch(address, rules, resolver=lambda host, port: next(answers)))
    assert a_hostile_server.requests[-1].headers["host"] == f"news.example:{a_hostile_server.port}"
    assert failure(fetch(address, rules, resolver=lambda host, port: next(answers))).kind == "not-public"


def test_a_secure_connection_names_the_host_it_wants(rules: Rules) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening, ThreadPoolExecutor(max_workers=1) as server:
        greeting = server.submit(first_bytes, listening)
        address = f"https://news.example:{listening.getsockname()[1]}/page"
        assert failure(fetch(address, rules, resolver=lambda host, port: ["127.0.0.1"])).kind == "unreachable"
        assert b"news.example" in greeting.result(timeout=5)


def first_bytes(listening: socket.socket) -> bytes:
    connection, _ = listening.accept()
    with connection:
        return connection.recv(4096)


def test_without_the_setting_loopback_is_closed(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/page", "text")
    answer = failure(fetch("http://127.0.0.1/page", replace(rules, allow_loopback=False)))
    assert answer.kind == "not-public"
    assert a_hostile_server.requests == []


@pytest.mark.parametrize(
    "inside", ["http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[::ffff:192.168.0.1]/", "http://0xa000001/"]
)
def test_a_redirect_to_a_private_address_is_refused(a_hostile_server: HostileServer, rules: Rules, inside: str) -> None:
    a_hostile_server.answers("/page", status=302, location=inside)
    assert failure(fetch(a_hostile_server.address("/page"), rules)).kind == "not-public"


def test_a_redirect_to_a_file_is_refused(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/page", status=302, location="file:///etc/passwd")
    assert failure(fetch(a_hostile_server.address("/page"), rules)).kind == "address"


def test_a_redirect_to_nowhere_that_can_be_read_is_a_failure_in_words(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/page", status=302, location="http://[elsewhere/")
    answer = failure(fetch(a_hostile_server.address("/page"), rules))
    assert (answer.kind, answer.words) == ("redirects", "127.0.0.1 redirects to an address that cannot be read.")


def test_redirects_are_followed_and_a_permanent_move_is_told(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/old", status=301, location="/new#part")
    a_hostile_server.answers("/new", "text")
    page = fetched(fetch(a_hostile_server.address("/old"), rules))
    assert page.address == page.moved_to == a_hostile_server.address("/new")


def test_a_temporary_redirect_moves_nothing(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/old", status=302, location="/new")
    a_hostile_server.answers("/new", "text")
    assert fetched(fetch(a_hostile_server.address("/old"), rules)).moved_to is None


def test_a_circle_of_redirects_ends(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/a", status=302, location="/b")
    a_hostile_server.answers("/b", status=302, location="/a")
    assert failure(fetch(a_hostile_server.address("/a"), rules)).kind == "redirects"


def test_what_robots_forbid_is_left_alone(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/robots.txt", "User-agent: *\nDisallow: /private/", content_type="text/plain")
    a_hostile_server.answers("/private/page", "text")
    answer = failure(fetch(a_hostile_server.address("/private/page"), rules))
    assert answer.kind == "robots"
    assert a_hostile_server.paths() == ["/robots.txt"]


def test_robots_that_cannot_be_shown_close_the_host(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/robots.txt", status=503, retry_after="120")
    a_hostile_server.answers("/page", "text")
    answer = failure(fetch(a_hostile_server.address("/page"), rules))
    assert (answer.kind, answer.retry_after_seconds) == ("robots", 120)


def test_a_redirect_is_asked_of_the_robots_too(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/robots.txt", "User-agent: *\nDisallow: /private/", content_type="text/plain")
    a_hostile_server.answers("/page", status=302, location="/private/page")
    assert failure(fetch(a_hostile_server.address("/page"), rules)).kind == "robots"


def test_a_packed_page_is_unpacked(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/page", gzip.compress(b"text " * 1000), content_encoding="gzip")
    assert fetched(fetch(a_hostile_server.address("/page"), rules)).body == b"text " * 1000


def test_a_bomb_of_packed_bytes_is_not_unpacked_to_the_end(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/page", gzip.compress(b"0" * 50_000_000), content_encoding="gzip")
    assert failure(fetch(a_hostile_server.address("/page"), rules)).kind == "too-large"


def test_damaged_packing_is_a_failure_in_words(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/page", b"not packed at all", content_encoding="gzip")
    assert failure(fetch(a_hostile_server.address("/page"), rules)).kind == "kind-of-content"


def test_a_page_without_end_is_cut(a_hostile_server: HostileServer, rules: Rules) -> None:
    def endless(connection: socket.socket, request: Request) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            connection.sendall(b"more " * 10_000)

    a_hostile_server.behaves("/page", endless)
    assert failure(fetch(a_hostile_server.address("/page"), rules)).kind == "too-large"


@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n"])
def test_a_server_that_drips_is_cut_at_the_deadline(a_hostile_server: HostileServer, rules: Rules, first: bytes) -> None:
    def dripping(connection: socket.socket, request: Request) -> None:
        connection.sendall(first)
        for _ in range(200):
            connection.sendall(b"H")
            time.sleep(0.05)

    a_hostile_server.behaves("/page", dripping)
    began = time.monotonic()
    assert failure(fetch(a_hostile_server.address("/page"), rules)).kind == "slow"
    assert time.monotonic() - began < rules.total_seconds + 1.5


def test_a_server_that_says_nothing_is_a_failure_in_words(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.behaves("/page", lambda connection, request: time.sleep(3))
    assert "does not answer in time" in failure(fetch(a_hostile_server.address("/page"), rules)).words


@pytest.mark.parametrize("noise", [b"", b"\x00\xff\xfe", b"HTTP/1.1 abc\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n"])
def test_noise_instead_of_an_answer_is_a_failure_in_words(a_hostile_server: HostileServer, rules: Rules, noise: bytes) -> None:
    a_hostile_server.behaves("/page", lambda connection, request: connection.sendall(noise))
    assert failure(fetch(a_hostile_server.address("/page"), rules)).kind == "unreachable"


def test_a_page_that_breaks_off_is_a_failure_in_words(a_hostile_server: HostileServer, rules: Rules) -> None:
    short = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\nonly this"
    a_hostile_server.behaves("/page", lambda connection, request: connection.sendall(short))
    assert failure(fetch(a_hostile_server.address("/page"), rules)).kind == "unreachable"


@pytest.mark.parametrize("kind", ["image/png", "application/octet-stream", "application/zip", "video/mp4"])
def test_what_is_no_text_is_refused(a_hostile_server: HostileServer, rules: Rules, kind: str) -> None:
    a_hostile_server.answers("/page", b"\x89PNG", content_type=kind)
    assert failure(fetch(a_hostile_server.address("/page"), rules)).kind == "kind-of-content"


@pytest.mark.parametrize("kind", ["application/pdf", "application/octet-stream"])
def test_a_pdf_is_let_in_also_where_the_server_does_not_say_what_it_sends(a_hostile_server: HostileServer, rules: Rules, kind: str) -> None:
    a_hostile_server.answers("/paper", b"%PDF-1.7 ...", content_type=kind)
    assert fetched(fetch(a_hostile_server.address("/paper"), rules)).body.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("status", "kind", "words"),
    [
        (404, "missing", "no page"),
        (410, "gone", "gone for good"),
        (403, "refused", "hand in its text"),
        (429, "asked-to-wait", "90 seconds"),
        (500, "status", "500"),
    ],
)
def test_a_status_that_is_no_success_is_told_in_words(a_hostile_server: HostileServer, rules: Rules, status: int, kind: str, words: str) -> None:
    a_hostile_server.answers("/page", status=status, retry_after="90")
    answer = failure(fetch(a_hostile_server.address("/page"), rules))
    assert (answer.kind, answer.status) == (kind, status)
    assert words in answer.with_way_out


def test_a_conditional_request_finds_nothing_new(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/page", status=304, etag='"one"')
    page = fetched(fetch(a_hostile_server.address("/page"), rules, Known(etag='"one"', last_modified="Tue, 01 Jul 2025 00:00:00 GMT")))
    assert page.unchanged
    assert a_hostile_server.requests[-1].headers["if-none-match"] == '"one"'


def test_one_host_never_sees_two_requests_at_once(a_hostile_server: HostileServer, rules: Rules) -> None:
    def slowly(connection: socket.socket, request: Request) -> None:
        time.sleep(0.05)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nok")

    paths = [f"/{number}" for number in range(5)]
    for path in paths:
        a_hostile_server.behaves(path, slowly)
    with ThreadPoolExecutor(max_workers=5) as readers:
        answers = list(readers.map(lambda path: fetch(a_hostile_server.address(path), rules), paths))
    assert [type(answer) for answer in answers] == [Fetched] * 5
    assert a_hostile_server.most_at_once == 1


def test_a_host_rests_between_two_requests(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/page", "text")
    began = time.monotonic()
    for _ in range(2):
        fetched(fetch(a_hostile_server.address("/page"), replace(rules, polite_delay_seconds=0.4)))
    assert time.monotonic() - began >= 0.4


def test_what_robots_said_is_remembered_for_the_pages_that_follow(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/robots.txt", "User-agent: *\nDisallow: /private/", content_type="text/plain")
    a_hostile_server.answers("/page", "text")
    fetched(fetch(a_hostile_server.address("/page"), rules))
    fetched(fetch(a_hostile_server.address("/page"), rules))
    assert failure(fetch(a_hostile_server.address("/private/page"), rules)).kind == "robots"
    assert a_hostile_server.paths() == ["/robots.txt", "/page", "/page"]


def test_without_redis_nothing_is_asked(a_hostile_server: HostileServer, rules: Rules) -> None:
    answer = failure(fetch(a_hostile_server.address("/page"), replace(rules, turns_url="redis://127.0.0.1:1/0")))
    assert "Redis" in answer.words
    assert a_hostile_server.requests == []


def test_a_bad_address_is_followed_by_a_good_one(a_hostile_server: HostileServer, rules: Rules) -> None:
    a_hostile_server.answers("/page", "text")
    answers = [fetch(address, rules) for address in ("http://", a_hostile_server.address("/page"))]
    assert [type(answer) for answer in answers] == [Failure, Fetched]


def test_the_rules_of_an_installation_come_from_its_settings() -> None:
    rules = rules_from(settings)
    assert rules.turns_url == settings.REDIS_URL
    assert not rules.allow_loopback
