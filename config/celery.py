"""The Celery application; its settings are Django's, under the prefix CELERY_."""

import os
import time
from typing import Any

import redis
from celery import Celery
from celery.signals import heartbeat_sent, worker_init, worker_ready
from django.conf import settings

from config.start import refuse_unsafe

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("config")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_init.connect
def refuse_to_work(**_: Any) -> None:
    """A worker under unsafe settings ends before it takes a task."""
    refuse_unsafe()


@worker_ready.connect
@heartbeat_sent.connect
def leave_sign_of_life(**_: Any) -> None:
    """Every two seconds a worker leaves the time in Redis for each of its queues, where /readyz looks; the keys end by themselves."""
    with redis.Redis.from_url(settings.REDIS_URL) as client:
        for queue in app.amqp.queues.consume_from:
            client.set(settings.WORKER_SIGN_KEYS[queue], int(time.time()), ex=settings.WORKER_SIGN_SECONDS)
