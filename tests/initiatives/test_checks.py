"""What production refuses, said with an id and the way out."""

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core import checks as django_checks

from initiatives import checks

STRONG = "kJf83jfLs93kfjLQ0zmf8wLPZ71mcne5WqTbYgUiOpAsDfGhJkLzXcVbNm"


@pytest.fixture
def production(settings: LazySettings) -> LazySettings:
    """Settings with which production would start."""
    settings.PRODUCTION = True
    settings.SECRET_KEY = STRONG
    settings.ALLOWED_HOSTS = ["ai.example.org"]
    settings.DATABASE_URL = "postgresql://u:p@db/record"
    settings.REDIS_URL = "redis://redis/0"
    return settings


def test_sound_settings_pass(production: LazySettings) -> None:
    assert found() == []


@pytest.mark.parametrize("key", ["short", "a" * 60, "django-insecure-" + STRONG])
def test_a_weak_key_is_refused(production: LazySettings, key: str) -> None:
    production.SECRET_KEY = key
    assert [message.id for message in checks.production_key(None)] == ["initiatives.E001"]


@pytest.mark.parametrize(
    ("name", "value", "number"),
    [
        ("ALLOWED_HOSTS", ["*"], "E002"),
        ("DEBUG", True, "E003"),
        ("FETCH_ALLOW_LOOPBACK", True, "E004"),
    ],
)
def test_what_production_must_not_have_is_refused(production: LazySettings, name: str, value: object, number: str) -> None:
    setattr(production, name, value)
    assert found() == [f"initiatives.{number}"]


def test_the_embedded_engines_are_refused(production: LazySettings) -> None:
    production.REDIS_URL = production.EMBEDDED.redis_url()
    assert found() == ["initiatives.E005"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["demo", "demo-contributor", "demo-administrator"])
def test_a_demo_account_is_refused(production: LazySettings, name: str) -> None:
    User.objects.create_user(name)
    assert [message.id for message in checks.production_accounts(None, databases=["default"])] == ["initiatives.E006"]


def test_elsewhere_a_developer_may_do_all_of_it(settings: LazySettings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    settings.DEBUG = True
    settings.FETCH_ALLOW_LOOPBACK = True
    assert found() == []


def found() -> list[str | None]:
    messages = django_checks.run_checks(tags=[django_checks.Tags.security], include_deployment_checks=False)
    return [message.id for message in messages if str(message.id).startswith("initiatives.")]


@pytest.mark.parametrize(
    ("address", "model", "seconds", "words"),
    [
        ("llm.example.org/v1", "m", 20, "no address"),
        ("https://me:secret@llm.example.org/v1", "m", 20, "LLM_API_KEY"),
        ("https://llm.example.org/v1", "", 20, "LLM_MODEL is empty"),
        ("https://llm.example.org/v1", "m", 0, "Use 1 to 120"),
        ("https://llm.example.org/v1", "m", 600, "Use 1 to 120"),
    ],
)
def test_a_language_service_that_cannot_be_asked_is_said_at_start(settings: LazySettings, address: str, model: str, seconds: int, words: str) -> None:
    settings.LLM_BASE_URL, settings.LLM_MODEL, settings.LLM_TIMEOUT_SECONDS = address, model, seconds
    (message,) = checks.language_service(None)
    assert message.id == "initiatives.E007"
    assert words in message.msg
    assert "secret" not in message.msg


def test_no_language_service_is_no_fault_and_a_local_one_is_allowed(settings: LazySettings) -> None:
    settings.LLM_BASE_URL = ""
    assert checks.language_service(None) == []
    settings.LLM_BASE_URL, settings.LLM_MODEL, settings.LLM_TIMEOUT_SECONDS = "http://127.0.0.1:11434/v1", "m", 20
    assert checks.language_service(None) == []


@pytest.mark.parametrize(("tries", "minutes", "sound"), [(5, 15, True), (0, 15, False), (5, 0, False)])
def test_a_lock_needs_a_try_and_a_minute(settings: LazySettings, tries: int, minutes: int, sound: bool) -> None:
    settings.AXES_FAILURE_LIMIT, settings.AXES_COOLOFF_TIME = tries, timedelta(minutes=minutes)
    assert (checks.sign_in_limits(None) == []) is sound
