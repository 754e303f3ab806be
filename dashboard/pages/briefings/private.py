"""What every page of one briefing shares: the secret in its address opens it; knows no page."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from dashboard.briefings import store

WRONG: Final = "No briefing has this address. It may have been mistyped, or the briefing was not used for half a year and is gone."
View = Callable[..., HttpResponse]


def with_secret(view: View) -> View:
    """Gives `view` the briefing that the secret opens. Raises Http404 for a wrong one."""

    @wraps(view)
    def answer(request: HttpRequest, secret: str, *args: Any, **named: Any) -> HttpResponse:
        briefing = store.find(secret)
        if briefing is None:
            raise Http404(WRONG)
        store.used(briefing)
        return view(request, secret, briefing, *args, **named)

    return answer


def back(secret: str, **query: str) -> HttpResponse:
    """To the briefing's own page, after a form."""
    address = reverse("briefing", args=[secret])
    response = redirect(f"{address}?{urlencode(query)}" if query else address)
    response.status_code = 303
    return response
