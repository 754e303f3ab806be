"""Rows that are edited on the page of the row they belong to: bounded pages, links found by typing."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from unfold.admin import StackedInline, TabularInline

from initiatives.admin import publishing
from initiatives.admin.columns import FieldsInPlainWords
from initiatives.admin.forms import PartFormSet, RecordForm

PARTS_A_PAGE = 10


class _Part(FieldsInPlainWords):
    """What tables of parts share."""

    form = RecordForm
    formset = PartFormSet
    extra = 0
    per_page = PARTS_A_PAGE
    tab = True
    show_change_link = True
    link = "initiative"  # the column that points at the edited row

    @property
    def fk_name(self) -> str:
        """Django's name for the same."""
        return self.link

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Rows with what their links lead to."""
        rows: models.QuerySet[Any] = super().get_queryset(request)  # type: ignore[misc]
        return rows.select_related(*self.get_autocomplete_fields(request))  # type: ignore[attr-defined]

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """The class of the rows' forms, with what the record refused."""
        formset = super().get_formset(request, obj, **kwargs)  # type: ignore[misc]
        formset.form = type(formset.form.__name__, (formset.form,), {"refusals": publishing.of(request).faults})
        return formset

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A link without the tools to change what it leads to, which have a page of their own."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        for tool in ("can_change_related", "can_delete_related", "can_view_related"):
            if hasattr(getattr(field, "widget", None), tool):
                setattr(field.widget, tool, False)
        return field


class RowsOfParts(_Part, TabularInline):
    """Parts with few columns, a row each."""


class BlocksOfParts(_Part, StackedInline):
    """Parts with long texts, a block each."""
