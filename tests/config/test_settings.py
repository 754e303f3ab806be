"""The settings as a fresh process reads them: production is refused what is unsafe and is otherwise silent."""

import json
import os
import subprocess
import sys

from django.conf import LazySettings

from config.engines import ROOT

OF_TESTS = {"DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"}
SOUND = {
    "PRODUCTION": "1",
    "SECRET_KEY": "kJf83jfLs93kfjLQ0zmf8wLPZ71mcne5WqTbYgUiOpAsDfGhJkLzXcVbNm",
    "ALLOWED_HOSTS": "ai.example.org",
    "DATABASE_URL": "postgresql://u:p@127.0.0.1:1/record",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "DEBUG": "",
    "FETCH_ALLOW_LOOPBACK": "",
}


def test_the_deployment_check_is_silent_under_sound_production_settings() -> None:
    done = run("manage.py", "check", "--deploy")
    assert done.returncode == 0, done.stderr
    assert "no issues (1 silenced)" in done.stdout + done.stderr


def test_the_web_application_refuses_to_start_and_names_everything_that_is_wrong() -> None:
    unsafe = {"SECRET_KEY": "short", "ALLOWED_HOSTS": "*", "DEBUG": "1", "FETCH_ALLOW_LOOPBACK": "1", "DATABASE_URL": "", "REDIS_URL": ""}
    done = run("-c", "import config.wsgi", **unsafe)
    assert done.returncode != 0
    assert [number for number in range(1, 6) if f"initiatives.E00{number}" not in done.stderr] == []


def test_without_a_key_production_names_the_variable() -> None:
    environment = {name: value for name, value in (os.environ | SOUND).items() if name not in OF_TESTS | {"SECRET_KEY"}}
    done = subprocess.run([sys.executable, "-c", "import config.wsgi"], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert "SECRET_KEY is not set" in done.stderr


def test_debugging_is_off_unless_it_is_asked_for() -> None:
    assert shown("DEBUG", PRODUCTION="0") == "[False]"
    assert shown("DEBUG", PRODUCTION="0", DEBUG="1") == "[True]"


def test_under_https_cookies_are_secure_and_browsers_are_told_to_stay() -> None:
    names = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS")
    assert shown(*names) == "[True, True, True, 31536000]"
    assert shown(*names, HTTPS="0") == "[False, False, False, 0]"


def test_no_task_may_outlast_the_time_after_which_it_is_given_away_again(settings: LazySettings) -> None:
    assert settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"] > settings.CELERY_TASK_TIME_LIMIT


def test_logs_are_one_object_a_line_where_a_collector_wants_them() -> None:
    write = "import django, logging; django.setup(); logging.getLogger('line').info('read', extra={'intake': 7, 'step': 'extract'})"
    told = json.loads(run("-c", write, LOG_FORMAT="json", DJANGO_SETTINGS_MODULE="config.settings").stderr.strip().splitlines()[-1])
    assert (told["message"], told["intake"], told["step"], told["levelname"]) == ("read", 7, "extract", "INFO")


def shown(*names: str, **changed: str) -> str:
    """The values of these settings in a fresh process."""
    return run("-c", f"from config import settings as s; print([getattr(s, name) for name in {names!r}])", **changed).stdout.strip()


def run(*words: str, **changed: str) -> subprocess.CompletedProcess[str]:
    """A fresh Python of ours under sound production settings, but for what is changed."""
    environment = {name: value for name, value in os.environ.items() if name not in OF_TESTS} | SOUND | changed
    return subprocess.run([sys.executable, *words], cwd=ROOT, env=environment, capture_output=True, text=True)
