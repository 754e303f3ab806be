"""Rows that are edited on the page of the row they belong to: bounded pages, links found by typing."""

from typing import Any

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest
from unfold.admin import StackedInline, TabularInline

from initiatives.admin import publishing
from initiatives.admin.columns import FieldsInPlainWords
from initiatives.admin.forms import PartFormSet, RecordForm

ROWS_A_PAGE = 8
BLOCKS_A_PAGE = 3  # a block of the theme weighs twenty kilobytes


class _Part(FieldsInPlainWords):
    """What tables of parts share."""

    form = RecordForm
    formset = PartFormSet
    extra = 0
    per_page = ROWS_A_PAGE
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

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A link without the tools to change what it leads to, which has a page of its own."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field


class RowsOfParts(_Part, TabularInline):
    """Parts with few columns, a row each."""


class BlocksOfParts(_Part, StackedInline):
    """Parts with long texts, a block each."""

    per_page = BLOCKS_A_PAGE
