"""Tables that go into files and come from them: upload, preview and confirmation as one publication, and guarded downloads."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST
from import_export.admin import ImportExportMixin
from import_export.results import Result, RowResult
from tablib import Dataset
from unfold.contrib.import_export.forms import ExportForm

from initiatives.admin import publishing
from initiatives.admin.exporting import GuardedCsv, GuardedWorkbook
from initiatives.admin.importing.form import UploadForm
from initiatives.admin.importing.resource import RecordResource
from initiatives.models import Edition
from initiatives.publish.touched import Touched

PREVIEWED_ROWS = 100
CHANGED = "The record has changed since the preview below was made, so it was made again. Look at it once more, then confirm."


class Exchanges(ImportExportMixin):
    """Upload and download of a table. `upload_form` may ask for what holds for all rows of a file."""

    upload_form: type[UploadForm] = UploadForm
    resource_classes: list[type[RecordResource]] = []
    export_form_class = ExportForm
    to_encoding = "utf-8"
    model: type[Model]
    opts: Any
    admin_site: Any

    def get_export_formats(self) -> list[Any]:
        """The guarded ones."""
        return [GuardedCsv, GuardedWorkbook]

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Whoever may add and change."""
        return bool(self.has_add_permission(request) and self.has_change_permission(request))

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Whoever may look."""
        return bool(self.has_view_permission(request))

    def import_action(self, request: HttpRequest, **_: Any) -> HttpResponse:
        """The upload, and its preview; nothing is stored."""
        self._require_import(request)
        form = self._form(request)
        result = self._run(request, form, trial=True) if request.method == "POST" and form.is_valid() else None
        return self._page(request, form, result)

    def process_import(self, request: HttpRequest, **_: Any) -> HttpResponse:
        """Stores what the preview showed, all of it or nothing."""
        return require_POST(self._confirmed)(request)

    def _confirmed(self, request: HttpRequest) -> HttpResponse:
        self._require_import(request)
        form = self._form(request)
        if not form.is_valid():
            return self._page(request, form, None)
        if form.cleaned_data["seen"] != str(Edition.objects.current_number()):
            messages.warning(request, CHANGED)
            return self._page(request, form, self._run(request, form, trial=True))
        result = self._run(request, form, trial=False)
        if _is_refused(result):
            return self._page(request, form, result)
        messages.success(request, _in_words(result, str(self.opts.verbose_name_plural)))
        return HttpResponseRedirect(self._address("changelist"))

    def _run(self, request: HttpRequest, form: UploadForm, trial: bool) -> Result:
        """Every row through the record's writer, in one publication, of which a trial or a fault leaves nothing."""
        assert form.meaning is not None  # a valid form has read its file
        columns = form.meaning.columns
        table = Dataset(*([row[name] for name in columns] for row in form.meaning.rows), headers=list(columns))
        with publishing.publishing(request, f"{self.opts.verbose_name_plural}: imported from {form.file_name}") as session:
            resource = self.resource_classes[0](session, form.defaults())
            result = resource.import_data(table, dry_run=trial, use_transactions=True, rollback_on_validation_errors=True)
            if trial or _is_refused(result):
                session.touched = Touched()
        return result

    def _page(self, request: HttpRequest, form: UploadForm, result: Result | None) -> HttpResponse:
        seen = str(Edition.objects.current_number())
        ready = result is not None and not _is_refused(result)
        confirm = {**form.again(), "seen": seen} if ready else {}
        context = {
            **self.admin_site.each_context(request),
            "title": f"Import {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "form": form,
            "columns": [column.name for column in form.columns],
            "confirm": confirm,
            "process_address": self._address("process_import"),
            "meaning": form.meaning,
            "result": result,
            **(_preview(result) if result and ready else {}),
            "outcome": _in_words(result, str(self.opts.verbose_name_plural)) if result and ready else "",
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/upload.html", context, status=400 if form.errors or (result is not None and not ready) else 200)

    def _form(self, request: HttpRequest) -> UploadForm:
        sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
        form = self.upload_form(user_id=request.user.pk, **sent)
        form.columns = self.resource_classes[0].columns
        return form

    def _address(self, page: str) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}")

    def _require_import(self, request: HttpRequest) -> None:
        if not self.has_import_permission(request):
            raise PermissionDenied("Only people who may add and change these rows may import them.")


def _preview(result: Result) -> dict[str, Any]:
    """The first rows, with the columns that any of them fills."""
    rows = result.valid_rows()[:PREVIEWED_ROWS]
    filled = [index for index in range(len(result.diff_headers)) if any(row.diff[index] for row in rows)]
    cells = [(row.import_type, [row.diff[index] for index in filled]) for row in rows]
    return {"preview_header": [result.diff_headers[index] for index in filled], "previewed": cells}


def _is_refused(result: Result) -> bool:
    return bool(result.has_errors() or result.has_validation_errors())


def _in_words(result: Result, what: str) -> str:
    """`funding entries: 2 new, 0 changed, 1 as the record has it`."""
    totals = result.totals
    new, changed = totals[RowResult.IMPORT_TYPE_NEW], totals[RowResult.IMPORT_TYPE_UPDATE]
    return f"{what}: {new} new, {changed} changed, {totals[RowResult.IMPORT_TYPE_SKIP]} as the record has them"
