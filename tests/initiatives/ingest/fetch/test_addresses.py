"""Which addresses the door goes to."""

import socket
import time

import pytest

from initiatives.ingest.fetch.addresses import Target, checked, is_public, read, resolve
from initiatives.ingest.fetch.values import Failure


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.7",
        "198.18.0.1", "240.0.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "::ffff:8.8.8.8",
        "::127.0.0.1", "2002:7f00:1::", "2002:a00:1::1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2001:0:7f00:1::", "fec0::1", "no address",
        "::ffff:0:127.0.0.1", "::ffff:0:808:808", "64:ff9b::a00:1", "3fff::1", "100::1", "5f00::1", "4000::1", "192.0.0.8", "192.88.99.1",
        "2606:4700::5efe:10.0.0.1", "2606:4700::200:5efe:192.168.0.1", "2606:4700::1%eth0",
    ],
)  # fmt: skip
def test_no_address_that_is_not_public_is_gone_to(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"])
def test_public_addresses_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("ftp://example.org/a", "not an address of the web"),
        ("javascript:alert(1)", "not an address of the web"),
        ("https://", "not an address of the web"),
        ("http://example.org:8080/", "Only ports 80 and 443"),
        ("http://example.org:99999/", "cannot be read"),
        ("http://user:secret@example.org/", "name or password"),
        ("http://exa mple.org/", "blanks"),
        ("http://example.org/\x00", "blanks"),
        ("http://[::1/", "cannot be read"),
        ("http://example.org:0/", "Only ports 80 and 443"),
        ("http://example.org:80:80/", "cannot be read"),
        ("http://public.example\\@127.0.0.1/", "name or password"),
        ("http:///127.0.0.1/", "not an address of the web"),
        ("http:127.0.0.1", "not an address of the web"),
        (f"http://example.org/{'a' * 4_000}", "longer than"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_in_words(address: str, words: str) -> None:
    answer = read(address, allow_loopback=False)
    assert isinstance(answer, Failure)
    assert words in answer.words
    assert answer.kind == "address"


def test_a_password_in_an_address_is_not_repeated() -> None:
    answer = read("http://user:secret@example.org/", allow_loopback=False)
    assert isinstance(answer, Failure)
    assert "secret" not in answer.words


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "2130706433",
        "0177.0.0.1",
        "0x7f.1",
        "0x7f000001",
        "127.1",
        "127.0.1",
        "017700000001",
        "0x7F.0.0.0X1",
        "0",
        "127.0.0.1.",
        "localhost",
        "LOCALHOST.",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "１２７.０.０.１",
        "127。0。0。1",
        "①②⑦.0.0.1",
        "[fe80::1%25lo]",
        "3232235777",
        "10.1",
        "0xa9fea9fe",
    ],
)
def test_every_notation_of_loopback_is_refused(host: str) -> None:
    target = read(f"http://{host}/", allow_loopback=False)
    answer = target if isinstance(target, Failure) else checked(target, allow_loopback=False, seconds=5)
    assert isinstance(answer, Failure)


@pytest.mark.parametrize(
    "host", ["93.184.216.34", "1572395042", "0x5db8d822", "0135.0270.0330.042", "93.12113954", "９３.184.216.34", "93.184.216.34."]
)
def test_every_notation_of_an_address_is_one_host(host: str) -> None:
    target = read(f"http://{host}/", allow_loopback=False)
    assert isinstance(target, Target)
    assert target.host == "93.184.216.34"


def test_one_private_answer_among_public_ones_refuses_the_host() -> None:
    target = Target("http", "rebinding.example", 80, "/")
    answer = checked(target, False, 5, lambda host, port: ["93.184.216.34", "10.0.0.8"])
    assert isinstance(answer, Failure)
    assert answer.kind == "not-public"
    assert "10.0.0.8" in answer.words


def test_a_resolver_that_does_not_answer_is_a_failure_in_words() -> None:
    def slow(host: str, port: int) -> list[str]:
        time.sleep(1)
        return ["93.184.216.34"]

    answer = checked(Target("http", "slow.example", 80, "/"), False, 0.1, slow)
    assert isinstance(answer, Failure)
    assert answer.kind == "slow"


def test_a_host_that_does_not_exist_is_a_failure_in_words() -> None:
    answer = checked(Target("http", "no-such-host.invalid", 80, "/"), False, 10, resolve)
    assert isinstance(answer, Failure)
    assert "no-such-host.invalid" in answer.words
    assert "rrno" not in answer.words


def test_a_resolver_without_a_network_asks_for_patience_and_not_for_another_spelling() -> None:
    def cut_off(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    answer = checked(Target("http", "a.example", 80, "/"), False, 10, cut_off)
    assert isinstance(answer, Failure)
    assert answer.words.startswith("No name server could say just now where a.example is.")


def test_letters_of_other_scripts_become_the_name_that_goes_on_the_wire() -> None:
    target = read("https://Bücher.example/größe?q=ä", allow_loopback=False)
    assert isinstance(target, Target)
    assert target.address == "https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe?q=%C3%A4"
