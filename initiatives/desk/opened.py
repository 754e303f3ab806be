"""Which version of a row a form was opened with, so that a stale one can be refused."""

from django.http import HttpRequest

LONGEST_NUMBER = 9  # digits; no row is changed a thousand million times


def version_in(request: HttpRequest) -> int:
    """The version that the form carries; 0, which is never current, when it is missing or no number."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else 0
