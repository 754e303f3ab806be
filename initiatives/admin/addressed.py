"""Addresses and choices of rows in the administration that no row has: told in words, never a fault."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from simple_history.admin import SimpleHistoryAdmin

UNKNOWN_CHOICE = "The choice of rows holds one that no row has. Choose again."


class KnownRows(SimpleHistoryAdmin):
    """A table with a history whose pages refuse what is the id of no row."""

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list; a choice that names no row changes nothing."""
        if request.method == "POST" and not self.known_ids(request.POST.getlist("_selected_action")):
            messages.error(request, UNKNOWN_CHOICE)
            return HttpResponseRedirect(request.path)
        page: HttpResponse = super().changelist_view(request, extra_context)
        return page

    def history_view(self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Who changed what and when."""
        self._require_id(object_id)
        page: HttpResponse = super().history_view(request, object_id, extra_context)
        return page

    def history_form_view(self, request: HttpRequest, object_id: str, version_id: str, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """One line of the history, to read."""
        self._require_id(object_id)
        if not (version_id.isascii() and version_id.isdigit() and len(version_id) < 19):
            raise Http404(f"“{version_id}” is no line of the history.")
        page: HttpResponse = super().history_form_view(request, object_id, version_id, extra_context)
        return page

    def known_ids(self, texts: Sequence[str]) -> bool:
        """Whether each text can be the id of a row."""
        key = self.opts.pk
        try:
            return all("\x00" not in text and key.to_python(text) is not None for text in texts)
        except ValidationError:
            return False

    def _require_id(self, object_id: str) -> None:
        if not self.known_ids([unquote(object_id)]):
            raise Http404(f"“{object_id}” is the id of no row.")
