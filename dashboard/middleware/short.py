"""Stores the short addresses that an answer holds, after the record was read; must not know any page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from dashboard import short
from dashboard.middleware.addresses import is_public

Answer = Callable[[HttpRequest], HttpResponseBase]


class ShortAddresses:
    """Stands around `OneState`, whose transaction changes nothing, and inside `KeptAnswers`, so that what is kept holds stored addresses only."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_public(request):
            return self.get_response(request)
        with short.kept():
            return self.get_response(request)
