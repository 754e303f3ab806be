"""What the ledger counts, to read: nobody writes a count by hand."""

from django.contrib import admin
from unfold.contrib.filters.admin import AutocompleteSelectFilter

from initiatives.admin.columns import money
from initiatives.admin.derived import Derived
from initiatives.models import Conversion, FundingCount, Snapshot


@admin.register(Snapshot)
class SnapshotAdmin(Derived):
    """The record counted as of one day."""

    list_display = ("__str__", "edition", "used_at")
    ordering = ("-used_at",)


@admin.register(FundingCount)
class FundingCountAdmin(Derived):
    """What one entry counts in one snapshot."""

    list_display = ("entry", "snapshot", "counts", "reason", "country", "stage", "scope")
    list_filter = ("stage", "origin", "scope", ("entry", AutocompleteSelectFilter))
    search_fields = ("entry__key",)
    search_help_text = "Key of the entry"
    ordering = ("snapshot", "entry")
    linked = ("entry", "snapshot")
    autocomplete_fields = ("entry",)
    exclude = ("initiative", "root", "envelope", "reason_entry", "reason_entry_now")

    @admin.display(description="counts", ordering="net")
    def counts(self, row: FundingCount) -> str:
        """The part of the amount that totals keep."""
        return money(row.net, row.currency)


@admin.register(Conversion)
class ConversionAdmin(Derived):
    """The rate of one day into a display currency."""

    list_display = ("currency", "display", "announced_on", "rate", "rate_day", "rate_provider", "rate_mark")
    search_fields = ("currency", "announced_on")
    ordering = ("display", "currency", "announced_on")
