"""The addresses of briefings; a secret is a part of all but the first two."""

from django.urls import path, re_path

from dashboard.pages.briefings import builder, makings

SECRET = r"^briefings/(?P<secret>[A-Za-z0-9_-]{20,64})/"

urlpatterns = [
    path("briefings/", builder.briefings, name="briefings"),
    path("briefings/new/", builder.new, name="briefing-new"),
    re_path(SECRET + r"$", builder.briefing, name="briefing"),
    re_path(SECRET + r"making/$", makings.running, name="briefing-running"),
    re_path(SECRET + r"compare/$", makings.compare, name="briefing-compare"),
    re_path(SECRET + r"(?P<number>[0-9]{1,9})/$", makings.slides, name="briefing-slides"),
    re_path(SECRET + r"(?P<number>[0-9]{1,9})/cancel/$", makings.cancel, name="briefing-cancel"),
    re_path(SECRET + r"(?P<number>[0-9]{1,9})/again/$", makings.again, name="briefing-again"),
    re_path(SECRET + r"(?P<number>[0-9]{1,9})\.(?P<extension>pptx|pdf|xlsx)$", makings.file, name="briefing-file"),
]
