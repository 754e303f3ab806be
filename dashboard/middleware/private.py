"""Keeps what stands at an address with a secret to those who have it, whatever the answer is; must not know any page."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponseBase

PRIVATE: Final = "/briefings/"
# The address is the key: no store keeps the answer, no crawler lists it, and no other site learns it from a link.
# `same-origin` and not `no-referrer`: under that browsers send the origin “null” with forms, and the signed token is refused.
HEADERS: Final = {"Cache-Control": "no-store, private", "X-Robots-Tag": "noindex, nofollow, noarchive", "Referrer-Policy": "same-origin"}


class PrivateAddresses:
    """Sets the headers on every answer under `/briefings/`, refusals and faults included; it stands outside of all that can refuse."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.path_info.startswith(PRIVATE):
            for name, value in HEADERS.items():
                response.headers[name] = value
        return response
