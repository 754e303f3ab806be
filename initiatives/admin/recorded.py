"""The administration of a recorded table: one publication a request, refusals beside their fields, and no save over what somebody else changed."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from unfold.admin import ModelAdmin

from initiatives.admin import publishing, versions
from initiatives.admin.addressed import KnownRows
from initiatives.admin.columns import FieldsInPlainWords
from initiatives.admin.forms import RecordForm
from initiatives.admin.warned import cautions_of
from initiatives.ledger.confirming import mark_of
from initiatives.publication import Fault
from initiatives.publish import removal
from initiatives.publish.parts import following

Rows = models.QuerySet[Any]
View = Callable[[], HttpResponse]
ROWS_A_PAGE = 25  # a row of the theme weighs five kilobytes
VERSION = "_version"
STALE = (
    "Somebody else saved this after you opened it. What you typed is kept below; what changed meanwhile: {changes}. "
    "Compare, then save again if yours is right."
)


class Recorded(FieldsInPlainWords, KnownRows, ModelAdmin):
    """Lists, forms and deletions of a table of the record."""

    form = RecordForm
    list_per_page = ROWS_A_PAGE
    list_max_show_all = ROWS_A_PAGE
    list_filter_submit = True
    list_fullwidth = True
    history_list_per_page = 25
    change_form_before_template = "admin/opened_version.html"
    owner: str | None = None  # the link to the row it belongs to, within which its place is counted

    def get_queryset(self, request: HttpRequest) -> Rows:
        """Rows with what their links lead to, so that a list asks once."""
        rows: Rows = super().get_queryset(request)
        return rows.select_related(*self.get_autocomplete_fields(request))

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The form; a sent one is one publication, refused when it was opened before somebody else saved."""
        view: View = partial(super().changeform_view, request, object_id, form_url, extra_context)
        if request.method != "POST":
            return view()
        return self._published(request, object_id, view, self._form_again(request, view))

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Asks, and then removes the row with what belongs to it."""
        view: View = partial(super().delete_view, request, object_id, extra_context)
        return self._published(request, None, view, self._told(request)) if request.method == "POST" else view()

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list; what is done to chosen rows is one publication."""
        view: View = partial(super().changelist_view, request, extra_context)
        if request.method != "POST":
            return view()
        return self._published(request, None, view, self._told(request))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form's class, with what the record refused."""
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"refusals": publishing.of(request).faults})

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> HttpResponse:
        """The page of the form, with the state of the row that it is opened on."""
        row = kwargs.get("obj")
        context["opened_version"] = "" if row is None else versions.version_of(row, self.parts(request, row))
        context["asked"] = publishing.of(request).asked
        context["asks"] = mark_of(publishing.of(request).asked)
        page: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return page

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Stores the row through the record's writer."""
        if obj.pk is None and self.owner is not None and getattr(obj, "order", None) == 0:
            obj.order = following(type(obj)._default_manager.filter(**{self.owner: getattr(obj, self.owner)}))
        publishing.save(request, obj, **self.more_to_save(form))

    def more_to_save(self, form: Any) -> dict[str, Any]:
        """What the writer is told besides the row."""
        return {}

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Stores the rows that belong to the edited one; new ones come last."""
        prefixes = {id(part.instance): part.prefix for part in formset.forms}
        rows = formset.save(commit=False)
        for row in formset.deleted_objects:
            publishing.remove(request, row)
        for row in rows:
            if row.pk is None and hasattr(row, "order"):
                row.order = following(type(row)._default_manager.filter(**{formset.fk.name: form.instance}))
            publishing.save(request, row, prefixes.get(id(row), ""))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Removes the row through the record's writer."""
        publishing.remove(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: Rows) -> None:
        """Removes the chosen rows, all or none."""
        for row in queryset:
            publishing.remove(request, row)

    def get_deleted_objects(self, objs: Iterable[Any], request: HttpRequest) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """What goes, and what rests on it so that it cannot go."""
        rows = list(objs)
        resting = [fault.message for row in rows for fault in removal.faults(row)]
        return [str(row) for row in rows], {str(self.opts.verbose_name_plural): len(rows)}, set(), resting

    def parts(self, request: HttpRequest, row: Any) -> list[tuple[type[models.Model], str]]:
        """The tables edited with the row, each with the column that points at it."""
        pointing = []
        for inline in self.get_inline_instances(request, row):
            link = next(field for field in inline.model._meta.fields if field.related_model is self.model and field.name == inline.link)
            pointing.append((inline.model, link.attname))
        return pointing

    def _published(
        self, request: HttpRequest, object_id: str | None, view: View, refused: Callable[[publishing.Refused], HttpResponse]
    ) -> HttpResponse:
        what = f"{self.opts.verbose_name} {unquote(object_id)}" if object_id else str(self.opts.verbose_name_plural)
        try:
            with publishing.publishing(request, f"{what}: changed in the administration"):
                self._note_staleness(request, object_id)
                response = view()
        except publishing.Refused as refusal:
            return refused(refusal)
        for message in cautions_of(publishing.of(request).entries):
            messages.warning(request, message)
        return response

    def _note_staleness(self, request: HttpRequest, object_id: str | None) -> None:
        """Adds a refusal when the row is not what the form was opened on. The record is locked, so it cannot change afterwards."""
        opened = request.POST.get(VERSION, "")
        row = self.get_object(request, unquote(object_id)) if object_id and opened else None
        if row is None:
            return
        parts = self.parts(request, row)
        if versions.version_of(row, parts) != opened:
            changes = "; ".join(versions.changes_since(row, parts, opened)) or "see the history"
            publishing.of(request).faults[""] = [Fault("", "", STALE.format(changes=changes))]

    def _form_again(self, request: HttpRequest, view: View) -> Callable[[publishing.Refused], HttpResponse]:
        """The form with the refusal beside the field, and what was typed."""

        def again(refusal: publishing.Refused) -> HttpResponse:
            publishing.of(request).faults[refusal.prefix] = list(refusal.faults)
            return view()

        return again

    def _told(self, request: HttpRequest) -> Callable[[publishing.Refused], HttpResponse]:
        """The list, with the refusal above it."""

        def told(refusal: publishing.Refused) -> HttpResponse:
            messages.error(request, f"Nothing was changed. {refusal}")
            return HttpResponseRedirect("../../" if request.path.endswith("/delete/") else request.get_full_path())

        return told
