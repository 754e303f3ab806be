"""Addresses of engines as Django and Celery want them."""

import pytest

from config import addresses
from config.env import SettingError


def test_a_database_address_is_taken_apart_with_its_escapes() -> None:
    read = addresses.database("postgresql://ada:p%40ss@db.example:5433/the%20record?sslmode=require")
    assert {name: read[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "NAME": "the record",
        "USER": "ada",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
    }
    assert read["OPTIONS"]["sslmode"] == "require"


def test_a_database_on_a_socket_is_reached_through_its_directory() -> None:
    assert addresses.database("postgresql://postgres@/initiatives?host=/run/engines")["HOST"] == "/run/engines"


@pytest.mark.parametrize("url", ["sqlite:///db.sqlite3", "postgresql://host", "nonsense"])
def test_what_is_no_postgresql_database_is_refused_with_the_form_to_use(url: str) -> None:
    with pytest.raises(SettingError, match="Use postgresql://USER"):
        addresses.database(url)


def test_celery_reaches_the_same_socket_and_number() -> None:
    assert addresses.broker("unix:///run/valkey.sock?db=3") == "redis+socket:///run/valkey.sock?virtual_host=3"


def test_an_address_on_the_network_stays_as_it_is() -> None:
    assert addresses.broker("redis://redis:6379/0") == "redis://redis:6379/0"


def test_another_broker_is_refused() -> None:
    with pytest.raises(SettingError, match='REDIS_URL: "amqp" is no scheme of Redis'):
        addresses.broker("amqp://rabbit")
