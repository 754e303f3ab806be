"""Settings that cannot work, or that production must not have, said at start with an id and the way out."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.contrib.auth.models import User
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import Error as DatabaseError

SHORTEST_KEY = 50
FEWEST_DIFFERENT_CHARACTERS = 5
LONGEST_SERVICE_SECONDS = 120  # half of what a task may take


@register(Tags.security)
def production_key(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """initiatives.E001: production needs a long, random key of its own."""
    key = settings.SECRET_KEY
    weak = len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_DIFFERENT_CHARACTERS or key.startswith("django-insecure-")
    return refuse(weak, "E001", "SECRET_KEY is weak.", f"Set SECRET_KEY to at least {SHORTEST_KEY} random characters.")


@register(Tags.security)
def production_hosts(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """initiatives.E002: production answers only to its own names."""
    wide = any("*" in host for host in settings.ALLOWED_HOSTS)
    return refuse(wide, "E002", 'ALLOWED_HOSTS has "*", so any name is answered.', "Name the hosts of the site, with commas between them.")


@register(Tags.security)
def production_debugging(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """initiatives.E003: production shows nobody its insides."""
    return refuse(settings.DEBUG, "E003", "DEBUG is on in production.", "Unset DEBUG, or PRODUCTION on a developer's machine.")


@register(Tags.security)
def production_fetching(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """initiatives.E004: production never fetches from its own machine."""
    words = "FETCH_ALLOW_LOOPBACK is on in production, so an article's address could reach this machine."
    return refuse(settings.FETCH_ALLOW_LOOPBACK, "E004", words, "Unset FETCH_ALLOW_LOOPBACK.")


@register(Tags.security)
def production_engines(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """initiatives.E005: production names its engines; the embedded ones are for one person's machine."""
    embedded = {settings.EMBEDDED.database_url(), settings.EMBEDDED.redis_url()} & {settings.DATABASE_URL, settings.REDIS_URL}
    return refuse(bool(embedded), "E005", "Production runs on the embedded engines.", "Set DATABASE_URL and REDIS_URL.")


@register()
def language_service(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """initiatives.E007: a language service that is named can be asked, within the time of a task."""
    if not settings.LLM_BASE_URL:
        return []
    wrong = _wrong_with_the_service()
    return [Error(wrong, "docs/settings.md says what LLM_BASE_URL and its company are.", id="initiatives.E007")] if wrong else []


def _wrong_with_the_service() -> str | None:
    address = urlsplit(settings.LLM_BASE_URL)
    if address.scheme not in ("http", "https") or not address.hostname or address.query or address.fragment:
        return "LLM_BASE_URL is no address such as https://llm.example.org/v1."
    if address.username or address.password:
        return "LLM_BASE_URL holds a name or password. Put the key into LLM_API_KEY."
    if not settings.LLM_MODEL:
        return "LLM_BASE_URL is set, but LLM_MODEL is empty."
    if not 0 < settings.LLM_TIMEOUT_SECONDS <= LONGEST_SERVICE_SECONDS:
        return f"LLM_TIMEOUT_SECONDS is {settings.LLM_TIMEOUT_SECONDS}. Use 1 to {LONGEST_SERVICE_SECONDS}."
    return None


@register()
def sign_in_limits(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """initiatives.E008: a lock against guessing takes at least one try and one minute."""
    if settings.AXES_FAILURE_LIMIT and settings.AXES_COOLOFF_TIME:
        return []
    words = "SIGN_IN_TRIES and SIGN_IN_LOCK_MINUTES must be at least 1."
    return [Error(words, "Leave them out for 5 tries and 15 minutes.", id="initiatives.E008")]


@register(Tags.database)
def production_accounts(app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """initiatives.E006: production has no demo accounts; asked only where the database is asked."""
    if not databases or not settings.PRODUCTION:
        return []
    try:
        found = list(User.objects.filter(username__in=settings.DEMO_ACCOUNTS).order_by("username").values_list("username", flat=True))
    except DatabaseError as error:
        words = f"Whether the demo account exists could not be asked: {error}"
        return [checks.Warning(words, "Start again when the database answers.", id="initiatives.W001")]
    return refuse(bool(found), "E006", f"Demo accounts exist in production: {', '.join(found)}.", "Delete them: their password lies in a file.")


def refuse(wrong: bool, number: str, what: str, way_out: str) -> list[CheckMessage]:
    """One error when this is production and something is wrong, else nothing."""
    return [Error(what, way_out, id=f"initiatives.{number}")] if wrong and settings.PRODUCTION else []
