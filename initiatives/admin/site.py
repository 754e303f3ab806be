"""The administration's site: one sign-in with the desk, one answer for whoever may not enter, and no address that ends in a fault."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from unfold.sites import UnfoldAdminSite

View = Callable[..., HttpResponseBase]
NEXT = "next"
ADDRESS_LENGTH = 8000
NOT_YOURS = "The administration is for administrators. Ask one of them to make you a member of the staff."


GROUPS = {
    "The record": ("Initiative", "FundingEntry", "Organization", "Participation", "Comment", "Point", "Quantity", "Article"),
    "Countries": ("Country", "CountryStatistic"),
    "Where articles come from": ("Source",),
    "Read only: the desk": ("Intake", "Draft", "Story", "StoryArticle", "SourceVisit", "SourceItem", "RelevanceExample", "RelevanceModel", "Edition"),
    "Read only: what the desk keeps": (
        "ValueNote",
        "Correction",
        "IdentityChange",
        "NotTheSame",
        "BulkImport",
        "ColumnMapping",
        "TakingBack",
        "ConflictDecision",
        "Announcement",
    ),
    "Read only: what is counted": ("FundingCount", "Snapshot", "Conversion", "Conflict", "KnownName"),
    "People": ("User", "Group", "AccessAttempt"),
}


class Site(UnfoldAdminSite):
    """Asks strangers to sign in at the desk's door and turns away people who are not of the staff."""

    index_title = "The record"

    @method_decorator(never_cache)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponseBase:
        """Leads to the one sign-in, and whoever is signed in already on to the address asked for."""
        wanted = request.GET.get(NEXT, "")
        own = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure())
        target = wanted if own and wanted.startswith("/") else reverse("admin:index", current_app=self.name)
        if not request.user.is_authenticated:
            return redirect_to_login(target, settings.LOGIN_URL)
        if not self.has_permission(request):
            raise PermissionDenied(NOT_YOURS)
        return HttpResponseRedirect(target)

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponseBase:
        """Leads to the one page for one's own password, where guessing the present one is counted."""
        return redirect("desk-account")

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The tables in the order in which an analyst needs them, those that only show at the end."""
        apps = super().get_app_list(request, app_label)
        tables = {table["object_name"]: (app, table) for app in apps for table in app["models"]}
        return [
            {**found[0][0], "name": name, "models": [table for _, table in found]}
            for name, wanted in GROUPS.items()
            if (found := [tables[table] for table in wanted if table in tables])
        ]

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """A view for the staff alone; a NUL byte in the address, which no table can be asked about, is refused before it is asked."""
        guarded: View = super().admin_view(view, cacheable)

        @wraps(guarded)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            asked = [request.path, *request.GET.keys(), *(value for values in request.GET.lists() for value in values[1])]
            if any("\x00" in part for part in asked) or sum(map(len, asked)) > ADDRESS_LENGTH:
                raise BadRequest("The address holds a character that no name has, or is too long. Go back and search by words.")
            return guarded(request, *args, **kwargs)

        return checked
