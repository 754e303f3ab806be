"""Liveness and readiness, asked as a watcher asks."""

import pytest
import redis
from django.conf import LazySettings
from django.test import Client


def test_liveness_needs_no_database(client: Client) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.content == b"alive\n"


@pytest.mark.django_db
def test_without_a_worker_readiness_names_the_workers(client: Client, settings: LazySettings) -> None:
    sign(settings).delete(*settings.WORKER_SIGN_KEYS.values())
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["database"] == {"ok": True, "words": "answers"}
    assert answer.json()["broker"]["ok"]
    assert "none for fetch, understand, export gave a sign of life" in answer.json()["workers"]["words"]


@pytest.mark.django_db
def test_with_workers_for_each_queue_all_is_ready(client: Client, settings: LazySettings) -> None:
    for key in settings.WORKER_SIGN_KEYS.values():
        sign(settings).set(key, 1, ex=5)
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["ready"] is True


@pytest.mark.django_db
def test_a_queue_that_nobody_works_at_is_named(client: Client, settings: LazySettings) -> None:
    for queue, key in settings.WORKER_SIGN_KEYS.items():
        sign(settings).set(key, 1, ex=5) if queue != "fetch" else sign(settings).delete(key)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "none for fetch gave" in answer.json()["workers"]["words"]


@pytest.mark.django_db
def test_an_absent_broker_is_said_in_words(client: Client, settings: LazySettings) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["broker"]["words"].startswith("does not answer")
    assert answer.json()["workers"]["ok"] is False


def test_posting_to_a_health_address_is_refused(client: Client) -> None:
    assert client.post("/healthz").status_code == 405


def sign(settings: LazySettings) -> redis.Redis:
    return redis.Redis.from_url(settings.REDIS_URL)
