"""Answers an address that cannot be used with a page, or a JSON body, in words; must not know any page."""

from collections.abc import Callable
from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render

from dashboard.filters import FilterError
from dashboard.queries.readiness import Unsettled

Answer = Callable[[HttpRequest], HttpResponseBase]


class ProblemsInWords:
    """Names every field, value and way out, and keeps the filters that can be used."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The answer to a `FilterError` or to a record that cannot be read just now; every other exception is somebody else's."""
        if isinstance(exception, Unsettled):
            return unsettled(request, exception)
        if not isinstance(exception, FilterError):
            return None
        if request.path_info.endswith(".json") or request.path_info.startswith("/api/"):
            return JsonResponse(problem(exception), status=400, content_type="application/problem+json")
        return render(request, "problem.html", {"problems": exception.problems, "kept": exception.kept}, status=400)


def unsettled(request: HttpRequest, error: Unsettled) -> HttpResponse:
    """The page that asks to wait."""
    return render(request, "503.html", {"words": str(error)}, status=503)


def problem(error: FilterError) -> dict[str, object]:
    """The body of RFC 9457, with one item for each problem."""
    return {
        "type": "about:blank",
        "title": "This address cannot be used as it stands.",
        "status": 400,
        "detail": str(error),
        "problems": [asdict(one) for one in error.problems],
        "kept": error.kept.as_query(),
    }
