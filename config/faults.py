"""What people see when something under the site does not work; asks nothing of the database, of Redis or of the disk."""

import errno
import sys
from typing import Final

import kombu.exceptions
import redis
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

RETRY_SECONDS: Final = 30
FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
AWAY: Final = {
    "database": "The database that holds the record does not answer just now. Nothing of the record is lost.",
    "queue": "The queue that hands work to the workers does not answer just now. What was stored is done as soon as it is back.",
    "disk": "There is no room left on the disk to write this. Pages that need none go on; whoever runs this site has to make room.",
}


def fault(request: HttpRequest) -> HttpResponse:
    """503 where an engine is away or the disk is full, with what it is in words; 500 for a fault of our own."""
    away = absent(sys.exception())
    if away is None:
        return HttpResponse(loader.render_to_string("500.html"), status=500)
    page = loader.render_to_string("503.html", {"words": AWAY[away]})
    return HttpResponse(page, status=503, headers={"Retry-After": str(RETRY_SECONDS), "Cache-Control": "no-store"})


def absent(error: BaseException | None) -> str | None:
    """What does not work, by the error that it led to or any error behind that; None where it is none of these."""
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError):
            return "database"
        if isinstance(error, redis.RedisError | kombu.exceptions.OperationalError):
            return "queue"
        if isinstance(error, OSError) and error.errno in FULL:
            return "disk"
        error = error.__cause__ or error.__context__
    return None
