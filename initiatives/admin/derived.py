"""Tables that the product fills by itself: shown to administrators, changed by nobody."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from initiatives.admin.recorded import ROWS_A_PAGE


class Derived(ModelAdmin):
    """A list and a page to read; no adding, changing or removing, whoever asks."""

    list_per_page = ROWS_A_PAGE
    list_max_show_all = ROWS_A_PAGE
    list_filter_submit = True
    list_fullwidth = True
    actions = None
    linked: tuple[str, ...] = ()  # links whose rows the list shows

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Rows with what their links lead to."""
        rows: models.QuerySet[Any] = super().get_queryset(request)
        return rows.select_related(*self.linked) if self.linked else rows

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody adds."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody removes."""
        return False
