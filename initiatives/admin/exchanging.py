"""Tables that go into files and come from them: guarded downloads here; uploads lead to the desk, whose imports are the one way in."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from import_export.admin import ImportExportMixin
from unfold.contrib.import_export.forms import ExportForm

from initiatives.admin.exporting import GuardedCsv, GuardedWorkbook
from initiatives.admin.resources import RecordResource


class Exchanges(ImportExportMixin):
    """Upload and download of a table."""

    resource_classes: list[type[RecordResource]] = []
    export_form_class = ExportForm
    to_encoding = "utf-8"
    model: type[Model]
    opts: Any

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
        """Leads to the imports of the desk, where everything wrong with a file is shown before anything is stored."""
        if not self.has_import_permission(request):
            raise PermissionDenied("Only people who may add and change these rows may import them.")
        return HttpResponseRedirect(f"{reverse('desk-imports')}?rows={self.resource_classes[0].noun.name}")

    def process_import(self, request: HttpRequest, **_: Any) -> HttpResponse:
        """Nothing is stored here: the desk's imports check and store."""
        return self.import_action(request)
