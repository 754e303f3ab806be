"""Administration of points: goals, reasons, hurdles, opportunities and models followed."""

from django.contrib import admin
from unfold.contrib.filters.admin import AutocompleteSelectFilter

from initiatives.admin.columns import shortened
from initiatives.admin.recorded import Recorded
from initiatives.models import Point


@admin.register(Point)
class PointAdmin(Recorded):
    """One sentence with its source."""

    list_display = ("sentence", "kind", "aspect", "country", "initiative")
    list_filter = ("kind", ("initiative", AutocompleteSelectFilter))
    search_fields = ("text", "aspect", "initiative__name")
    search_help_text = "Words of the sentence, its tag or the initiative"
    ordering = ("initiative__name", "order", "pk")
    autocomplete_fields = ("initiative", "country", "source")
    fields = ("initiative", ("kind", "aspect"), "country", "text", "source")
    owner = "initiative"

    @admin.display(description="sentence", ordering="text")
    def sentence(self, row: Point) -> str:
        """The first words."""
        return shortened(row.text)
