"""A fault under the site is said in words, under the policy of every page, and never shows its insides."""

import errno
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connections
from django.test import Client
from kombu.exceptions import OperationalError as BrokerError
from redis.exceptions import ConnectionError as RedisConnectionError

from config.faults import absent


@pytest.fixture
def visitor() -> Client:
    """Somebody who is shown what the site answers, also when it fails."""
    return Client(raise_request_exception=False)


@pytest.fixture
def no_database(settings: LazySettings, django_db_blocker: Any) -> Iterator[None]:
    """A database that is not there."""
    before = connections["default"]
    settings.DATABASES["default"]["HOST"], host = "/nowhere/at/all", settings.DATABASES["default"]["HOST"]
    connections["default"] = connections.create_connection("default")
    try:
        with django_db_blocker.unblock():
            yield
    finally:
        connections["default"].close()
        connections["default"] = before
        settings.DATABASES["default"]["HOST"] = host


@pytest.mark.parametrize(
    "address", ["/", "/initiatives/", "/ledger.csv", "/charts/funding-map.svg", "/charts/funding-map.figure.json", "/desk/sign-in/"]
)
def test_without_the_database_every_page_says_so(no_database: None, visitor: Client, address: str) -> None:
    visitor.cookies["sessionid"] = "a" * 32
    answer = visitor.get(address)
    assert answer.status_code == 503
    words = answer.content.decode()
    assert "The database that holds the record does not answer just now." in words
    assert "Traceback" not in words
    assert answer["Retry-After"] == "30"
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_without_the_database_the_site_is_alive_and_not_ready(no_database: None, visitor: Client) -> None:
    assert visitor.get("/healthz").status_code == 200
    assert visitor.get("/readyz").json()["database"]["ok"] is False


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (BrokerError("away"), "queue"),
        (RedisConnectionError("away"), "queue"),
        (OSError(errno.ENOSPC, "no space"), "disk"),
        (OSError(errno.ENOENT, "no file"), None),
        (ValueError("ours"), None),
        (None, None),
    ],
)
def test_a_fault_is_told_apart_by_what_is_behind_it(error: BaseException | None, what: str | None) -> None:
    assert absent(error) == what
    outer: Any = RuntimeError("while something else was done")
    outer.__cause__ = error
    assert absent(outer) == what
