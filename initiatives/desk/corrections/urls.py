"""The addresses of corrections, under /desk/corrections/."""

from django.urls import URLPattern, URLResolver, path

from initiatives.desk.corrections import pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.corrections, name="desk-corrections"),
    path("<int:correction_id>/", pages.correction, name="desk-correction"),
    path("<int:correction_id>/settle/", pages.settle, name="desk-correction-settle"),
]
