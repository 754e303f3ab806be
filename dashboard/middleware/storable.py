"""Takes out of what is asked what no database can hold, so that no page has to think of it; must not know any page.

The public pages refuse such filters in words of their own; what stands here is for the desk, the administration, corrections and briefings.
"""

from collections.abc import Callable
from typing import Final

from django.http import Http404, HttpRequest, HttpResponseBase, QueryDict

from dashboard.middleware.addresses import NOT_PUBLIC
from initiatives.text import storable

ZERO: Final = "\x00"


class StorableText:
    """No row has an address with the character zero; in a form or a query it is left out, as it is of every text from outside."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        """Before any page sees the request. Raises Http404."""
        if not request.path_info.startswith(NOT_PUBLIC):
            return
        if ZERO in request.path_info:
            raise Http404("Nothing of the record has such an address.")
        request.GET = cleaned(request.GET)  # type: ignore[assignment]
        if request.method == "POST":
            request.POST = cleaned(request.POST)  # type: ignore[assignment]


def cleaned(asked: QueryDict) -> QueryDict:
    """The same names and values without what cannot be stored; the very same object where all can."""
    if all(storable(text) == text for name, values in asked.lists() for text in (name, *values)):
        return asked
    found = QueryDict(mutable=True, encoding=asked.encoding)
    for name, values in asked.lists():
        found.setlist(storable(name), [storable(value) for value in values])
    found._mutable = False
    return found
