"""The addresses of quick entry, under /desk/announce/."""

from django.urls import URLPattern, URLResolver, path

from initiatives.desk.announce import pages, waiting

urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.start, name="desk-announce"),
    path("fill/", pages.fill, name="desk-announce-fill"),
    path("check/", pages.check, name="desk-announce-check"),
    path("publish/", pages.publish, name="desk-announce-publish"),
    path("keep/", pages.keep_draft, name="desk-announce-keep"),
    path("waiting/<int:intake_id>/", waiting.waiting, name="desk-announce-waiting"),
    path("published/<int:edition>/", pages.published, name="desk-announced"),
    path("published/<int:edition>/undo/", pages.undo, name="desk-announce-undo"),
]
