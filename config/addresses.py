"""Reads DATABASE_URL and REDIS_URL into what Django and Celery want; knows nothing of who serves them."""

from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit

from config.env import SettingError

DATABASE_FORM = "postgresql://USER:PASSWORD@HOST:PORT/NAME"
ESCAPES = "in a password write @ as %40, / as %2F, : as %3A, ? as %3F, # as %23 and % as %25"
REDIS_FORM = "redis://HOST:PORT/NUMBER, rediss://… or unix:///PATH?db=NUMBER"
CONNECTION_MAX_AGE_SECONDS = 600
# The record fits into memory, so reading by index costs little more than reading in order; compiling a question, or sharing it out to other
# processes, takes longer than answering it.
PLANNER = "-c random_page_cost=1.1 -c jit=off -c max_parallel_workers_per_gather=0"


def database(url: str) -> dict[str, Any]:
    """Django's settings of one PostgreSQL database; query parameters other than `host` go to the driver."""
    parts = urlsplit(url)
    name = unquote(parts.path.lstrip("/"))
    port = _port(parts)
    if parts.scheme not in {"postgresql", "postgres"} or not name:
        raise SettingError(
            f'DATABASE_URL: an address of the scheme "{parts.scheme}" without more is no PostgreSQL database. Use {DATABASE_FORM}; {ESCAPES}.'
        )
    options = {"options": PLANNER, **dict(parse_qsl(parts.query))}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or parts.hostname or "",
        "PORT": port,
        "CONN_MAX_AGE": CONNECTION_MAX_AGE_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def _port(parts: SplitResult) -> str:
    """The port as Django takes it. A password with a bare `/`, `?` or `#` ends up here, and is not repeated in the message."""
    try:
        return str(parts.port or "")
    except ValueError as error:
        raise SettingError(f"DATABASE_URL: what should be the port is not a number from 1 to 65535. Use {DATABASE_FORM}; {ESCAPES}.") from error


def broker(redis_url: str) -> str:
    """The address of the same Redis as Celery writes it; raises SettingError for another scheme."""
    parts = urlsplit(redis_url)
    if parts.scheme not in {"redis", "rediss", "unix"}:
        raise SettingError(f'REDIS_URL: "{parts.scheme}" is no scheme of Redis. Use {REDIS_FORM}.')
    if parts.scheme != "unix":
        return redis_url
    options = dict(parse_qsl(parts.query))
    number = options.pop("db", "0")
    return f"redis+socket://{parts.path}?{urlencode({'virtual_host': number, **options})}"
