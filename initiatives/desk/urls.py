"""The addresses of the desk."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import URLPattern, URLResolver, path

from initiatives.desk import drafts, inbox

urlpatterns: list[URLPattern | URLResolver] = [
    path("", inbox.inbox, name="desk-inbox"),
    path("hand-in/", inbox.hand_in, name="desk-hand-in"),
    path("intakes/<int:intake_id>/again/", inbox.try_again, name="desk-try-again"),
    path("drafts/<int:draft_id>/", drafts.draft, name="desk-draft"),
    path("drafts/<int:draft_id>/save/", drafts.save, name="desk-save"),
    path("drafts/<int:draft_id>/reject/", drafts.reject, name="desk-reject"),
    path("sign-in/", LoginView.as_view(template_name="desk/sign_in.html", redirect_authenticated_user=True), name="desk-sign-in"),
    path("sign-out/", LogoutView.as_view(), name="desk-sign-out"),
]
