"""Administration of quantities: what is promised besides money."""

from django.contrib import admin
from unfold.contrib.filters.admin import AutocompleteSelectFilter

from initiatives import vocabulary
from initiatives.admin.recorded import Recorded
from initiatives.admin.searching import FoundByWords
from initiatives.admin.widgets import plain
from initiatives.models import Quantity


@admin.register(Quantity)
class QuantityAdmin(FoundByWords, Recorded):
    """One stated quantity; a stage of a larger one is part of it."""

    list_display = ("key", "initiative", "stated", "hedge", "status", "by", "relation", "related_to")
    list_filter = ("measure", "status", "relation", ("initiative", AutocompleteSelectFilter))
    search_help_text = "Key, or words of the initiative"
    full_text = "initiative__search_vector"
    or_begins = ("key",)
    ordering = ("key",)
    autocomplete_fields = ("initiative", "related_to", "source")
    readonly_fields = ("key",)
    fields = ("initiative", "key", ("value", "measure"), ("hedge", "status"), "by", "relation", "related_to", "source", "note")
    owner = "initiative"

    @admin.display(description="quantity", ordering="value")
    def stated(self, row: Quantity) -> str:
        """The figure with its measure."""
        return f"{plain(row.value)} {vocabulary.MEASURES[row.measure]}"
