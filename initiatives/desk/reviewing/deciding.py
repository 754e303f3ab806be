"""Undo of a decision, and where the desk goes after one."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from initiatives import review, tasks
from initiatives.desk.access import editor_of, editors_only, forms_only
from initiatives.desk.back import back_to
from initiatives.desk.inbox.order import neighbours
from initiatives.desk.opened import version_in
from initiatives.models import Draft
from initiatives.review import NotUndone
from initiatives.review.undoing import MOST_LISTED


@forms_only
@editors_only
def undo(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Opens a decided draft again, and takes back what the decision published and taught."""
    row = get_object_or_404(Draft.objects.select_related("article"), pk=draft_id)
    edition, title = row.edition_id, row.article.title
    try:
        review.undo(draft_id, version_in(request), editor_of(request))
    except NotUndone as error:
        messages.error(request, str(error))
        return back_to(request, "desk-inbox")
    tasks.match_open_drafts.delay_on_commit()
    published = f" What edition {edition} published is taken back." if edition else ""
    messages.success(request, f"Open again, as it was: {title}.{published}")
    return redirect("desk-draft", draft_id)


def to_the_next(row: Draft) -> HttpResponse:
    """To the draft that stood behind this one, else to the inbox."""
    row.refresh_from_db(fields=["state", "urgency", "doubtful"])
    following = neighbours(row)["next"]
    return redirect("desk-draft", following) if following else redirect("desk-inbox")


def last_decisions() -> Sequence[Draft]:
    """The decisions of the last day that can be undone, the newest first."""
    return list(review.undoable()[:MOST_LISTED])
