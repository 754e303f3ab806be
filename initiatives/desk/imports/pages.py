"""The list of imports and the page of one, to read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from initiatives.desk.access import editors_only


@require_GET
@editors_only
def imports(request: HttpRequest) -> HttpResponse:
    """What was imported."""
    return render(request, "desk/base.html", {"section": "imports"})
