"""Administration of commentary: who says what, with which stance."""

from django.contrib import admin
from unfold.contrib.filters.admin import AutocompleteSelectFilter

from initiatives.admin.columns import shortened
from initiatives.admin.recorded import Recorded
from initiatives.admin.searching import FoundByWords
from initiatives.models import Comment


@admin.register(Comment)
class CommentAdmin(FoundByWords, Recorded):
    """One person's position on one initiative."""

    list_display = ("speaker", "affiliation", "actor", "country", "stance", "words", "initiative", "said_on")
    list_filter = ("stance", "actor", ("initiative", AutocompleteSelectFilter), ("country", AutocompleteSelectFilter))
    search_help_text = "Speaker, affiliation and what was said"
    or_begins = ("speaker",)
    ordering = ("initiative__name", "order", "pk")
    autocomplete_fields = ("initiative", "country", "source")
    owner = "initiative"
    fieldsets = (
        ("Who speaks", {"fields": ("initiative", ("speaker", "title"), ("affiliation", "actor"), ("place", "interest"), "country")}),
        ("What is said", {"fields": (("stance", "said_on"), "aspects", "position", "quote", "source")}),
    )

    @admin.display(description="says")
    def words(self, row: Comment) -> str:
        """The first words."""
        return shortened(row.position or row.quote)
