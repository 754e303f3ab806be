"""What somebody is told whose publication would have to wait for a long one: why, and a form that sends everything typed once more."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from initiatives.formats import counted
from initiatives.importing.columns import NOUNS
from initiatives.models import BulkImport
from initiatives.models.edition import StillPublishing

UNAVAILABLE = 503
AGAIN_AFTER_SECONDS = 15
NOT_SENT_AGAIN = frozenset({"csrfmiddlewaretoken"})
SOMETHING_ELSE = "Another publication is being written, and takes longer than most."


class StillPublishingInWords:
    """Answers what was not begun since another publication takes long; nothing was written, and what was typed is kept on the page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page that sends the same form again; every other exception is somebody else's."""
        return page(request) if isinstance(exception, StillPublishing) else None


def page(request: HttpRequest) -> HttpResponse:
    """Why it waits, with every field that was sent."""
    fields = [(name, value) for name, values in request.POST.lists() if name not in NOT_SENT_AGAIN for value in values]
    shown = {"words": cause(), "fields": fields, "send_to": request.get_full_path()}
    answer = render(request, "desk/busy.html", shown, status=UNAVAILABLE)
    answer.headers["Retry-After"] = str(AGAIN_AFTER_SECONDS)
    return answer


def cause() -> str:
    """What is being written now, as far as that can be told."""
    row = BulkImport.objects.filter(state="storing").select_related("made_by").defer("body", "problems").order_by("claimed_at").last()
    if row is None:
        return SOMETHING_ELSE
    rows = counted(row.rows_total or 0, NOUNS[row.noun].one, NOUNS[row.noun].many)
    done = "stored" if row.edition_id is None else "taken back"
    return f"A spreadsheet of {rows} ({row.file_name}, {row.made_by or 'somebody who is gone'}) is being {done} as one step."
