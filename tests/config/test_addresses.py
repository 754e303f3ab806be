"""Addresses of engines as Django and Celery want them."""

from urllib.parse import quote

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


@pytest.mark.parametrize("password", ["p@ss", "a/b", "a:b", "what?", "50%", "100%25", "#1", "ø å"])
def test_any_password_passes_when_it_is_written_with_percent_signs(password: str) -> None:
    read = addresses.database(f"postgresql://ada:{quote(password, safe='')}@db.example:5433/record")
    assert (read["PASSWORD"], read["HOST"], read["PORT"], read["NAME"]) == (password, "db.example", "5433", "record")


@pytest.mark.parametrize("password", ["a/b", "what?", "#1"])
def test_a_password_that_breaks_the_address_is_told_with_the_way_out_and_not_repeated(password: str) -> None:
    with pytest.raises(SettingError, match="in a password write @ as %40, / as %2F") as refused:
        addresses.database(f"postgresql://ada:{password}@db.example:5433/record")
    assert password not in str(refused.value).partition("Use ")[0]


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
