"""The address at which a published row is put right, under /desk/change/."""

from django.urls import URLPattern, URLResolver, path

from initiatives.desk.mending import pages

urlpatterns: list[URLPattern | URLResolver] = [path("<str:table>/<int:pk>/", pages.page, name="desk-change")]
