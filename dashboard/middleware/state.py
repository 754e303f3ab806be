"""Reads each public page from one state of the record, after making the derived rows it will need; must not know any page."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponseBase

from dashboard.filters import FilterError, Filters
from dashboard.middleware.addresses import is_file, is_public
from dashboard.queries.one_state import one_state
from dashboard.queries.readiness import is_still_ready, make_ready

TRIES: Final = 3  # a publication between making the rows and reading them forgets them
Answer = Callable[[HttpRequest], HttpResponseBase]


class OneState:
    """No reader sees half a publication: what a page asks, it asks in one transaction that changes nothing."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_public(request):
            return self.get_response(request)
        filters = asks_for_derived_rows(request)
        for _ in range(TRIES - 1):
            made = make_ready(filters) if filters else None
            if is_file(request):
                return self.get_response(request)
            with one_state() as edition:
                if filters is None or is_still_ready(filters, made):
                    response = self.get_response(request)
                    response.edition_stamp = edition.stamp  # type: ignore[attr-defined]  # for whoever keeps the answer
                    return response
        return self.get_response(request)


def asks_for_derived_rows(request: HttpRequest) -> Filters | None:
    """The filters of an address that names a day or a currency; None where it does not, or where the page will refuse it."""
    if "as_of" not in request.GET and "currency" not in request.GET:
        return None
    try:
        return Filters.from_query(request.GET)
    except FilterError:
        return None
