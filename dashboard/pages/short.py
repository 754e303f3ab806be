"""Leads from a short address to its page; knows no rows."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from dashboard import short


@require_safe
def lead_on(request: HttpRequest, code: str) -> HttpResponse:
    """The page that a code stands for, for ever. Raises Http404 in words."""
    address = short.found(code)
    if address is None:
        raise Http404(f"No page has the short address /s/{code}. It may have lost a letter: ten letters and digits follow the last stroke.")
    return HttpResponsePermanentRedirect(address)
