"""What every page of one briefing shares: the secret in its address opens it, nobody keeps it and nobody lists it; knows no page."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse

from dashboard.briefings import store

WRONG: Final = "No briefing has this address. It may have been mistyped, or the briefing was not used for half a year and is gone."
# The address is the key: no store keeps the answer, no crawler lists it, and no other site learns it from a link.
# `same-origin` and not `no-referrer`: under that browsers send the origin “null” with forms, and the signed token is refused.
HEADERS: Final = {"Cache-Control": "no-store, private", "X-Robots-Tag": "noindex, nofollow, noarchive", "Referrer-Policy": "same-origin"}
View = Callable[..., HttpResponse]


def with_secret(view: View) -> View:
    """Gives `view` the briefing that the secret opens. Raises Http404 for a wrong one."""

    @wraps(view)
    def answer(request: HttpRequest, secret: str, *args: Any, **named: Any) -> HttpResponse:
        briefing = store.find(secret)
        if briefing is None:
            raise Http404(WRONG)
        store.used(briefing)
        return unkept(view(request, secret, briefing, *args, **named))

    return answer


def unkept(response: HttpResponse) -> HttpResponse:
    """The answer with what keeps its address private."""
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response
