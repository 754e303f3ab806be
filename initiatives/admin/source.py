"""Administration of sources: which addresses the workers watch, with the history of what people changed."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.safestring import SafeString
from unfold.admin import ModelAdmin
from unfold.contrib.filters.admin import AutocompleteSelectFilter

from initiatives import tasks
from initiatives.admin.addressed import KnownRows
from initiatives.admin.columns import FieldsInPlainWords, outside, shortened
from initiatives.admin.forms import RecordForm
from initiatives.admin.recorded import ROWS_A_PAGE
from initiatives.ingest import run
from initiatives.ingest.run.hand_in import checked_address
from initiatives.models import Source


class SourceForm(RecordForm):
    """The form of a source; its address has to lead to the web."""

    def clean_address(self) -> str:
        """The address without its fragment."""
        try:
            return checked_address(self.cleaned_data["address"])
        except run.HandInError as error:
            raise ValidationError(str(error)) from error


@admin.register(Source)
class SourceAdmin(FieldsInPlainWords, KnownRows, ModelAdmin):
    """One address that is visited again and again."""

    form = SourceForm
    list_display = ("named", "at", "kind", "country", "klass", "watched", "state", "last_visit_at")
    list_filter = ("watched", "state", "kind", "klass", ("country", AutocompleteSelectFilter))
    list_filter_submit = True
    list_fullwidth = True
    list_per_page = ROWS_A_PAGE
    list_max_show_all = ROWS_A_PAGE
    list_select_related = ("country",)
    search_fields = ("name", "address")
    search_help_text = "Name or address"
    ordering = ("name", "address")
    autocomplete_fields = ("country",)
    history_list_per_page = 25
    readonly_fields = ("state", "state_since", "message", "last_visit_at", "next_visit_at")
    fieldsets = (
        (None, {"fields": ("address", "name", ("klass", "country"), ("kind", "language"), "watched")}),
        ("How it does", {"fields": readonly_fields}),
    )

    @admin.display(description="name", ordering="name")
    def named(self, row: Source) -> str:
        """The first words of the name."""
        return shortened(str(row))

    @admin.display(description="address", ordering="address")
    def at(self, row: Source) -> str | SafeString:
        """The address, a link when it leads to the web."""
        return outside(row.address)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Stores the row; a source that was added or turned on is visited at once."""
        turned_on = obj.watched and (not change or "watched" in form.changed_data or "address" in form.changed_data)
        super().save_model(request, obj, form, change)
        if turned_on and run.look_now(obj):
            tasks.visit_source.delay_on_commit(obj.pk)
