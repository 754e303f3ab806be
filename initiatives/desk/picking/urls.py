"""The addresses that pickers ask, under /desk/pick/."""

from django.urls import URLPattern, URLResolver, path

from initiatives.desk.picking import pages
from initiatives.models.known_name import INITIATIVE, ORGANIZATION

urlpatterns: list[URLPattern | URLResolver] = [
    path("organizations/", pages.pick, {"noun": ORGANIZATION}, name="desk-pick-organizations"),
    path("organizations/new/", pages.new, {"noun": ORGANIZATION}, name="desk-new-organization"),
    path("initiatives/", pages.pick, {"noun": INITIATIVE}, name="desk-pick-initiatives"),
    path("initiatives/new/", pages.new, {"noun": INITIATIVE}, name="desk-new-initiative"),
]
