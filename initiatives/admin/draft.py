"""Articles handed in and drafts, to read: the desk decides about them."""

from django.contrib import admin

from initiatives.admin.derived import Derived
from initiatives.models import Draft, Intake


@admin.register(Intake)
class IntakeAdmin(Derived):
    """One article handed in."""

    list_display = ("__str__", "state", "step", "message", "handed_in_at", "attempts")
    list_filter = ("state",)
    search_fields = ("address", "file_name", "message")
    ordering = ("-handed_in_at",)
    linked = ("article",)
    exclude = ("body", "embedding")


@admin.register(Draft)
class DraftAdmin(Derived):
    """What the line read in one article."""

    list_display = ("article", "initiative", "state", "doubtful", "made_at", "decided_by", "edition")
    list_filter = ("state", "doubtful")
    search_fields = ("article__title", "initiative__name")
    ordering = ("-made_at",)
    linked = ("article", "initiative", "decided_by", "edition")
    fields = ("article", "initiative", "state", "doubtful", "made_at", "decided_at", "decided_by", "rejected_as", "decision_reason", "edition")
