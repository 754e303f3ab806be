"""Reads each public page from one state of the record, after making what it will need; must not know any page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from dashboard.middleware.addresses import has_a_state_of_its_own, is_public
from dashboard.middleware.problems import unsettled
from dashboard.queries.readiness import Unsettled, settled

Answer = Callable[[HttpRequest], HttpResponseBase]


class OneState:
    """No reader sees half a publication: what a page asks, it asks in one transaction that changes nothing."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_public(request) or has_a_state_of_its_own(request):
            return self.get_response(request)
        try:
            with settled(request.GET) as reading:
                response = self.get_response(request)
                response.edition_stamp = reading.stamp_of_answer  # type: ignore[attr-defined]  # for whoever keeps the answer
                return response
        except Unsettled as error:
            return unsettled(request, error)
