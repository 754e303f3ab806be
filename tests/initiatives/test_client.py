"""The address of whoever asks."""

import pytest
from django.conf import LazySettings
from django.test import RequestFactory

from initiatives.client import address_of

CONNECTION = "10.0.0.1"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.7", CONNECTION),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        (2, "198.51.100.1, 203.0.113.7, 10.0.0.2", "203.0.113.7"),
        (2, "203.0.113.7", CONNECTION),
        (1, "", CONNECTION),
        (1, " , ", CONNECTION),
        (1, "for=203.0.113.7", CONNECTION),
        (1, "<script>", CONNECTION),
        (1, "[2001:db8::1]:4711", "2001:db8::1"),
        (1, "2001:db8::1", "2001:db8::1"),
        (1, "203.0.113.7:4711", "203.0.113.7"),
    ],
)
def test_the_address_is_the_one_that_our_outermost_proxy_saw(settings: LazySettings, proxies: int, forwarded: str, expected: str) -> None:
    settings.PROXIES = proxies
    assert address_of(RequestFactory().get("/", REMOTE_ADDR=CONNECTION, HTTP_X_FORWARDED_FOR=forwarded)) == expected


def test_a_connection_through_a_socket_file_has_no_address_and_counts_as_one() -> None:
    assert address_of(RequestFactory().get("/", REMOTE_ADDR="")) == "0.0.0.0"
