"""Liveness and readiness for whoever watches the service; knows nothing of the record."""

from dataclasses import asdict, dataclass

import redis
from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

ANSWER_TIMEOUT_SECONDS = 2


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether one part is ready, and the same in words."""

    ok: bool
    words: str


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """This process answers; neither database nor broker is asked."""
    return HttpResponse("alive\n", content_type="text/plain; charset=utf-8")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Database, broker and workers, each with `ok` and `words`; 200 when all are ready, else 503."""
    parts = {"database": database(), "broker": broker(), "workers": workers()}
    ready = all(part.ok for part in parts.values())
    return JsonResponse({"ready": ready, **{name: asdict(part) for name, part in parts.items()}}, status=200 if ready else 503)


def database() -> Readiness:
    """Whether the database answers a question."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error as error:
        return Readiness(False, f"does not answer: {first_line(error)}")
    return Readiness(True, "answers")


def broker() -> Readiness:
    """Whether Redis answers within its time."""
    try:
        with client() as asked:
            asked.ping()
    except redis.RedisError as error:
        return Readiness(False, f"does not answer: {first_line(error)}")
    return Readiness(True, "answers")


def workers() -> Readiness:
    """Whether a worker of each queue left its sign of life in the last seconds."""
    queues = list(settings.WORKER_SIGN_KEYS)
    try:
        with client() as asked:
            signs = asked.mget(list(settings.WORKER_SIGN_KEYS.values()))
    except redis.RedisError:
        return Readiness(False, "cannot be asked while the broker does not answer")
    silent = [queue for queue, sign in zip(queues, signs, strict=True) if sign is None]
    if silent:
        return Readiness(False, f"none for {', '.join(silent)} gave a sign of life in the last {settings.WORKER_SIGN_SECONDS} seconds")
    return Readiness(True, "at least one is at work for each queue")


def client() -> redis.Redis:
    return redis.Redis.from_url(settings.REDIS_URL, socket_timeout=ANSWER_TIMEOUT_SECONDS, socket_connect_timeout=ANSWER_TIMEOUT_SECONDS)


def first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
