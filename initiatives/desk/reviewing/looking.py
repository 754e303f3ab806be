"""The beat of an open page: says that it is still open, and answers who else looks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from initiatives.desk.access import contributors_too, editor_of, forms_only
from initiatives.desk.reviewing import presence
from initiatives.models import Draft

LEAVES = "leaves"


@forms_only
@contributors_too
def looking(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Who else has the draft open, as the part of the page that says it. A draft that was changed or decided meanwhile is told too."""
    row = get_object_or_404(Draft.objects.only("state", "version"), pk=draft_id)
    person = editor_of(request)
    if LEAVES in request.POST:
        presence.gone(draft_id, person)
        return HttpResponse(status=204)
    presence.here(draft_id, person)
    shown = {"others": presence.others(draft_id, person), "outdated": request.POST.get("version") not in (None, str(row.version)), "row": row}
    return render(request, "desk/draft/looking.html", shown)
