"""Administration of funding entries: one statement about money each, with who pays, and what it counts today."""

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from unfold.contrib.filters.admin import AutocompleteSelectFilter

from initiatives.admin import publishing
from initiatives.admin.columns import money
from initiatives.admin.exchanging import Exchanges
from initiatives.admin.parts import RowsOfParts
from initiatives.admin.recorded import Recorded, Rows
from initiatives.admin.resources import FundingResource
from initiatives.admin.searching import FoundByWords
from initiatives.admin.warned import cautions_of, questions_about
from initiatives.models import Funder, FundingCount, FundingEntry


class Funders(RowsOfParts):
    """Who pays."""

    model = Funder
    link = "entry"
    fields = ("organization", "described", "country", "share")
    autocomplete_fields = ("organization", "country")
    tab = False


@admin.register(FundingEntry)
class FundingEntryAdmin(Exchanges, FoundByWords, Recorded):
    """What one source said about money. Newer news is a new entry with a relation, never a change of an old one."""

    resource_classes = [FundingResource]
    list_display = ("key", "initiative", "announced_on", "published", "stage", "origin", "scope", "relation", "counted")
    list_filter = ("stage", "origin", "scope", "relation", "rank", "tier", ("initiative", AutocompleteSelectFilter))
    search_help_text = "Key, or words of the initiative"
    full_text = "initiative__search_vector"
    or_begins = ("key",)
    ordering = ("-announced_first", "key")
    autocomplete_fields = ("initiative", "recipient_country", "related_to", "source")
    inlines = (Funders,)
    readonly_fields = ("key", "counted", "warnings")
    owner = "initiative"
    fieldsets = (
        (
            "The statement",
            {
                "fields": (
                    "initiative",
                    "key",
                    ("amount", "currency"),
                    ("hedge", "usd_as_published"),
                    ("amount_low", "amount_high"),
                    ("announced_on", "stage"),
                )
            },
        ),
        ("Who says so", {"fields": ("source", "tier", "note")}),
        ("What kind of money", {"fields": (("origin", "scope"), ("instrument", "new_money"), ("period", "channel"), "recipient_country")}),
        ("How it stands to other entries", {"fields": ("relation", "related_to", "within", "counted", "warnings")}),
        ("Beside rival figures", {"fields": (("rank", "rank_reason"),)}),
    )

    def get_queryset(self, request: HttpRequest) -> Rows:
        """Entries with what they count today."""
        today = FundingCount.objects.filter(snapshot__day=None, entry=OuterRef("pk"))
        rows: Rows = super().get_queryset(request)
        counted: Rows = rows.annotate(net_today=Subquery(today.values("net")[:1]), reason_today=Subquery(today.values("reason")[:1]))
        return counted

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The key holds the initiative's address, so an entry stays where it is."""
        return (*self.readonly_fields, "initiative") if obj else tuple(self.readonly_fields)

    def get_export_queryset(self, request: HttpRequest) -> Rows:
        """Entries with who pays."""
        rows: Rows = super().get_export_queryset(request)
        return rows.prefetch_related("funders__organization")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Stores the entry, once what the ledger asks about it, and did not ask before, has a yes."""
        stored = FundingEntry.objects.filter(pk=obj.pk).first() if change else None
        before = questions_about(stored) if stored else ()
        super().save_model(request, obj, form, change)
        publishing.ask(request, tuple(question for question in questions_about(obj) if question not in before))
        publishing.of(request).entries.append(obj.pk)

    @admin.display(description="amount", ordering="amount")
    def published(self, row: FundingEntry) -> str:
        """The amount as published."""
        return money(row.amount, row.currency)

    @admin.display(description="warnings")
    def warnings(self, row: FundingEntry) -> str:
        """What the ledger warns of, in the words of the desk."""
        return " ".join(cautions_of([row.pk])) or "none"

    @admin.display(description="counts")
    def counted(self, row: Any) -> str:
        """What it adds to totals, and why."""
        reason = getattr(row, "reason_today", None)
        if reason is None:
            return "not counted yet"
        return f"{money(row.net_today, row.currency) if row.amount is not None else 'nothing'} ({reason.replace('-', ' ')})"
