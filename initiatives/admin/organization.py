"""Administration of organizations, their aliases and former names."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from unfold.contrib.filters.admin import AutocompleteSelectFilter
from unfold.widgets import UnfoldAdminSingleDateWidget

from initiatives.admin.exchanging import Exchanges
from initiatives.admin.forms import RecordForm
from initiatives.admin.parts import RowsOfParts
from initiatives.admin.recorded import Recorded, Rows
from initiatives.admin.resources import OrganizationResource
from initiatives.admin.searching import FoundByWords
from initiatives.models import Organization, OrganizationName


class OrganizationForm(RecordForm):
    """An organization; a new name can be given the day from which it holds."""

    since = forms.DateField(
        label="New name since",
        required=False,
        widget=UnfoldAdminSingleDateWidget(),
        help_text="Only when you change the name: the first day of the new one. The old name stays as a former name until then. Empty: today.",
    )


class Names(RowsOfParts):
    """Its other names."""

    model = OrganizationName
    link = "organization"
    fields = ("name", "until", "slug")
    readonly_fields = ("slug",)
    verbose_name = "other name"
    verbose_name_plural = "other and former names"


@admin.register(Organization)
class OrganizationAdmin(Exchanges, FoundByWords, Recorded):
    """Anybody who pays, leads, takes part or is paid."""

    form = OrganizationForm
    resource_classes = [OrganizationResource]
    list_display = ("name", "kind", "country", "slug")
    list_filter = ("kind", ("country", AutocompleteSelectFilter))
    search_help_text = "Names, former names and aliases, with or without accents"
    or_begins = ("slug",)
    ordering = ("name",)
    autocomplete_fields = ("country",)
    inlines = (Names,)
    readonly_fields = ("slug",)
    fieldsets = ((None, {"fields": ("name", "since", "kind", "country", "slug")}),)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """A new organization has no address yet, nor a former name."""
        return self.fieldsets if obj else ((None, {"fields": ("name", "kind", "country")}),)

    def get_export_queryset(self, request: HttpRequest) -> Rows:
        """Organizations with their other names."""
        rows: Rows = super().get_export_queryset(request)
        return rows.prefetch_related("names")

    def more_to_save(self, form: Any) -> dict[str, Any]:
        """The day from which a new name holds."""
        return {"since": form.cleaned_data.get("since")}
