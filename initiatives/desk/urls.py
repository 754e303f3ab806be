"""The addresses of the desk."""

from django.contrib.auth.views import LogoutView
from django.urls import URLPattern, URLResolver, include, path

from initiatives.desk import drafts, intakes, maybe, stories
from initiatives.desk.account import sign_in
from initiatives.desk.inbox.arriving import arriving
from initiatives.desk.inbox.pages import inbox
from initiatives.desk.line import pages as line
from initiatives.desk.sources import changes, pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("", inbox, name="desk-inbox"),
    path("arriving/", arriving, name="desk-arriving"),
    path("hand-in/", intakes.hand_in, name="desk-hand-in"),
    path("intakes/<int:intake_id>/again/", intakes.try_again, name="desk-try-again"),
    path("intakes/<int:intake_id>/put-away/", intakes.put_away, name="desk-put-away"),
    path("intakes/<int:intake_id>/read/", intakes.read_anyway, name="desk-read-anyway"),
    path("drafts/<int:draft_id>/", drafts.draft, name="desk-draft"),
    path("drafts/<int:draft_id>/save/", drafts.save, name="desk-save"),
    path("drafts/<int:draft_id>/reject/", drafts.reject, name="desk-reject"),
    path("drafts/<int:draft_id>/keep/", maybe.keep, name="desk-keep"),
    path("drafts/<int:draft_id>/not-about-ai/", maybe.not_about, name="desk-not-about"),
    path("drafts/", include("initiatives.desk.reviewing.urls")),
    path("stories/<int:story_id>/", stories.story, name="desk-story"),
    path("stories/<int:story_id>/articles/<int:article_id>/apart/", stories.split, name="desk-story-split"),
    path("stories/<int:story_id>/join/", stories.join, name="desk-story-join"),
    path("announce/", include("initiatives.desk.announce.urls")),
    path("pick/", include("initiatives.desk.picking.urls")),
    path("conflicts/", include("initiatives.desk.conflicts.urls")),
    path("names/", include("initiatives.desk.identity.urls")),
    path("imports/", include("initiatives.desk.imports.urls")),
    path("history/", include("initiatives.desk.changes.urls")),
    path("change/", include("initiatives.desk.mending.urls")),
    path("corrections/", include("initiatives.desk.corrections.urls")),
    path("account/", include("initiatives.desk.account.urls")),
    path("sources/", pages.sources, name="desk-sources"),
    path("sources/add/", changes.add, name="desk-source-add"),
    path("sources/download/", changes.download, name="desk-source-download"),
    path("sources/upload/", changes.upload, name="desk-source-upload"),
    path("sources/<int:source_id>/", pages.source, name="desk-source"),
    path("sources/<int:source_id>/looking/", pages.looking, name="desk-source-looking"),
    path("sources/<int:source_id>/switch/", changes.switch, name="desk-source-switch"),
    path("sources/<int:source_id>/visit/", changes.visit, name="desk-source-visit"),
    path("sources/<int:source_id>/save/", changes.save, name="desk-source-save"),
    path("line/", line.line, name="desk-line"),
    path("line/reading/", line.reading, name="desk-reading"),
    path("line/learn/", line.learn, name="desk-learn"),
    path("sign-in/", sign_in.sign_in, name="desk-sign-in"),
    path("sign-in/code/", sign_in.code, name="desk-sign-in-code"),
    path("sign-out/", LogoutView.as_view(), name="desk-sign-out"),
]
