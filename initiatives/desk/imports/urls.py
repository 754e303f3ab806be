"""The addresses of imports, under /desk/imports/."""

from django.urls import URLPattern, URLResolver, path

from initiatives.desk.imports import changes, files, pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.imports, name="desk-imports"),
    path("upload/", changes.upload_file, name="desk-import-upload"),
    path("templates/<str:noun>.xlsx", files.template, name="desk-import-template"),
    path("<int:import_id>/", pages.one, name="desk-import"),
    path("<int:import_id>/progress/", pages.progress, name="desk-import-progress"),
    path("<int:import_id>/file/", files.original, name="desk-import-file"),
    path("<int:import_id>/problems/", files.problems, name="desk-import-problems"),
    path("<int:import_id>/columns/", changes.columns, name="desk-import-columns"),
    path("<int:import_id>/cells/", changes.cells, name="desk-import-cells"),
    path("<int:import_id>/store/", changes.store, name="desk-import-store"),
    path("<int:import_id>/cancel/", changes.cancel, name="desk-import-cancel"),
    path("<int:import_id>/undo/", changes.undo, name="desk-import-undo"),
]
