"""Names that are locked against guessing, which an administrator releases."""

import datetime
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from unfold.admin import ModelAdmin

from initiatives.admin.people import SuperusersOnly
from initiatives.admin.recorded import ROWS_A_PAGE


@admin.register(AccessAttempt)
class LockAdmin(SuperusersOnly, ModelAdmin):
    """Wrong passwords by name and address. Removing a row forgets them, and so releases the lock."""

    list_per_page = ROWS_A_PAGE
    list_max_show_all = ROWS_A_PAGE
    list_fullwidth = True
    list_display = ("username", "ip_address", "failures_since_start", "attempt_time", "locked_until")
    search_fields = ("username", "ip_address")
    ordering = ("-attempt_time",)
    fields = ("username", "ip_address", "failures_since_start", "attempt_time", "locked_until", "user_agent")
    readonly_fields = fields
    actions = ("release",)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody adds."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes."""
        return False

    @admin.display(description="locked until")
    def locked_until(self, row: AccessAttempt) -> str:
        """When the lock ends; nothing where none holds."""
        end: datetime.datetime = row.attempt_time + settings.AXES_COOLOFF_TIME
        if row.failures_since_start < settings.AXES_FAILURE_LIMIT or end <= timezone.now():
            return "not locked"
        return timezone.localtime(end).strftime("%d %b %Y, %H:%M %Z")

    @admin.action(description="Release: forget the wrong passwords", permissions=["delete"])
    def release(self, request: HttpRequest, rows: models.QuerySet[AccessAttempt]) -> None:
        """Forgets the wrong passwords of the chosen rows; the name may be tried from there again at once."""
        number = rows.delete()[0]
        self.message_user(request, f"Released: {number} {'row' if number == 1 else 'rows'} of wrong passwords forgotten.")
