"""The content security policy of the administration, whose components need a looser one than the public pages."""

from collections.abc import Callable
from typing import Any

from csp.constants import SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.http import HttpRequest, HttpResponseBase

ADMIN = "/admin/"
# Alpine, which the administration's theme is built on, evaluates expressions in attributes and sets styles in place.
LOOSER: dict[str, list[Any]] = {"script-src": [SELF, UNSAFE_EVAL], "style-src": [SELF, UNSAFE_INLINE]}


class AdminPolicyMiddleware:
    """Loosens the policy for addresses under /admin/ and nowhere else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.path.startswith(ADMIN):
            response._csp_replace = LOOSER  # type: ignore[attr-defined]  # the name django-csp reads
        return response
