"""The addresses of conflicts, under /desk/conflicts/."""

from django.urls import URLPattern, URLResolver, path

from initiatives.desk.conflicts import changes, pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.conflicts, name="desk-conflicts"),
    path("undo/", changes.undo, name="desk-conflict-undo"),
    path("<str:key>/", pages.conflict, name="desk-conflict"),
    path("<str:key>/settle/", changes.settle, name="desk-conflict-settle"),
    path("<str:key>/take-back/", changes.take_back, name="desk-conflict-take-back"),
]
