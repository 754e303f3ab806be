"""The two answers to a draft of the maybe list; the line learns from both."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from initiatives import review
from initiatives.desk.access import editor_of, editors_only, forms_only
from initiatives.desk.back import back_to
from initiatives.desk.opened import version_in
from initiatives.models import Draft
from initiatives.review import AlreadyDecided, StaleDraft

MAYBE = "/desk/?list=maybe"
NOT_ABOUT_AI = "Not about a national AI effort."


@forms_only
@editors_only
def keep(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Moves a doubtful draft among those that wait: it is about a national AI effort."""
    row = get_object_or_404(Draft.objects.select_related("article"), pk=draft_id)
    try:
        review.confirm(draft_id, version_in(request), editor_of(request))
        messages.success(request, f"Kept: {row.article.title}. It waits among the drafts now.")
    except (AlreadyDecided, StaleDraft) as error:
        messages.error(request, str(error))
    return back_to(request, MAYBE)


@forms_only
@editors_only
def not_about(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Rejects a doubtful draft: it is about something else."""
    row = get_object_or_404(Draft.objects.select_related("article"), pk=draft_id)
    try:
        review.reject(draft_id, version_in(request), editor_of(request), NOT_ABOUT_AI, rejected_as="not-relevant")
        messages.success(request, f"Rejected as not about a national AI effort: {row.article.title}.")
    except (AlreadyDecided, StaleDraft) as error:
        messages.error(request, str(error))
    return back_to(request, MAYBE)
