"""Administration of participations: who takes part, in which role, and how sure that is."""

from django.contrib import admin
from unfold.contrib.filters.admin import AutocompleteSelectFilter

from initiatives.admin.recorded import Recorded
from initiatives.models import Participation


@admin.register(Participation)
class ParticipationAdmin(Recorded):
    """One organization, or unnamed participants, in one role."""

    list_display = ("who", "role", "status", "initiative")
    list_filter = ("role", "status", ("initiative", AutocompleteSelectFilter), ("organization", AutocompleteSelectFilter))
    search_fields = ("organization__name", "described", "initiative__name")
    search_help_text = "Organization or initiative"
    ordering = ("initiative__name", "order", "pk")
    autocomplete_fields = ("initiative", "organization", "source")
    fields = ("initiative", "organization", "described", ("role", "status"), "source")
    owner = "initiative"

    @admin.display(description="who", ordering="organization__name")
    def who(self, row: Participation) -> str:
        """The name, or the words for the unnamed."""
        return str(row.organization or row.described)
