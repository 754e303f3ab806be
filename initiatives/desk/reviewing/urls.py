"""The addresses around the form of a draft, below /desk/drafts/."""

from django.urls import path

from initiatives.desk.reviewing import asking, deciding, looking

urlpatterns = [
    path("<int:draft_id>/undo/", deciding.undo, name="desk-undo"),
    path("<int:draft_id>/looking/", looking.looking, name="desk-looking"),
    path("<int:draft_id>/words/", asking.words, name="desk-words"),
    path("<int:draft_id>/effect/", asking.effect, name="desk-effect"),
]
