"""Where what browsers are told differs from the public pages: the administration, charts that other pages may frame, and pages behind a sign-in."""

import re
from collections.abc import Callable
from typing import Any

from csp.constants import SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.http import HttpRequest, HttpResponseBase

ADMIN = "/admin/"
BEHIND_A_SIGN_IN = (ADMIN, "/desk/")
OPENER_POLICY = "Cross-Origin-Opener-Policy"
EMBED = re.compile(r"/charts/[\w-]+/embed/")
FRAMED = {"frame-ancestors": ["*"]}
OF_THE_FRAME = (200, 304, 400)  # a missing page is one of the whole site, and stays out of frames
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


class EmbedPolicyMiddleware:
    """Lets any page frame an embedded chart, and nothing else; stands outside what keeps answers, so that a kept one is framed too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if EMBED.fullmatch(request.path_info) and response.status_code in OF_THE_FRAME:
            response._csp_replace = FRAMED  # type: ignore[attr-defined]  # the name django-csp reads
            response.headers.pop("X-Frame-Options", None)
        return response


class OpenerPolicyMiddleware:
    """Parts the pages behind a sign-in from whatever window opened them, and no others: for a public page a browser would start a new process."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.path_info.startswith(BEHIND_A_SIGN_IN):
            response.headers[OPENER_POLICY] = "same-origin"
        return response
