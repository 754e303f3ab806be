"""The addresses of imports, under /desk/imports/."""

from django.urls import URLPattern, URLResolver, path

from initiatives.desk.imports import pages

urlpatterns: list[URLPattern | URLResolver] = [path("", pages.imports, name="desk-imports")]
