"""Administration of initiatives with everything recorded about them but money, which has a table of its own."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import quote
from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from initiatives import vocabulary
from initiatives.admin import publishing
from initiatives.admin.exchanging import Exchanges
from initiatives.admin.parts import BlocksOfParts, RowsOfParts
from initiatives.admin.recorded import Recorded, Rows
from initiatives.admin.resources import InitiativeResource
from initiatives.admin.searching import FoundByWords
from initiatives.models import Comment, Initiative, InitiativeName, Participation, Point, Quantity, Reference


class Names(RowsOfParts):
    """Its other names; what an address leads on from is made by merges."""

    model = InitiativeName
    fields = ("name", "until", "slug")
    readonly_fields = ("slug",)
    verbose_name = "other name"
    verbose_name_plural = "other and former names"


class Participations(RowsOfParts):
    """Who takes part."""

    model = Participation
    fields = ("organization", "described", "role", "status", "source")
    autocomplete_fields = ("organization", "source")


class Points(BlocksOfParts):
    """What it is for, and what stands in its way."""

    model = Point
    fields = (("kind", "aspect"), "country", "text", "source")
    autocomplete_fields = ("country", "source")


class Quantities(RowsOfParts):
    """What is promised besides money."""

    model = Quantity
    fields = ("measure", "value", "hedge", "status", "by", "relation", "related_to", "source")
    autocomplete_fields = ("related_to", "source")


class Commentary(BlocksOfParts):
    """Who says what about it."""

    model = Comment
    fields = (
        ("speaker", "title"), ("affiliation", "actor"), ("country", "place"), ("stance", "aspects"), ("said_on", "interest"), "position", "quote",
        "source",
    )  # fmt: skip
    autocomplete_fields = ("country", "source")


class References(RowsOfParts):
    """The articles it rests on."""

    model = Reference
    fields = ("article",)
    autocomplete_fields = ("article",)


@admin.register(Initiative)
class InitiativeAdmin(Exchanges, FoundByWords, Recorded):
    """What a country, or several together, set out to do."""

    resource_classes = [InitiativeResource]
    list_display = ("name", "owners", "kind", "status", "announced", "statements")
    list_filter = ("kind", "status")
    search_help_text = "Names, summaries and participants, with or without accents"
    or_begins = ("slug",)
    ordering = ("name",)
    actions = ("mark_underway", "mark_completed", "mark_paused", "mark_cancelled")
    inlines = (Names, Participations, Points, Quantities, Commentary, References)
    readonly_fields = ("money",)
    fieldsets = (
        (None, {"fields": ("name", "slug", "countries", ("kind", "status"), "summary", "themes")}),
        ("Days and money", {"fields": ("announced", ("start", "end"), "money")}),
    )

    def get_queryset(self, request: HttpRequest) -> Rows:
        """Initiatives with the number of statements about their money."""
        rows: Rows = super().get_queryset(request)
        counted: Rows = rows.annotate(statements_count=Count("funding"))
        return counted

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The address names every entry, so it stays."""
        return (*self.readonly_fields, "slug") if obj else tuple(self.readonly_fields)

    @admin.display(description="owners", ordering="countries")
    def owners(self, row: Initiative) -> str:
        """The owners' codes."""
        return ", ".join(row.countries)

    @admin.display(description="statements on money", ordering="statements_count")
    def statements(self, row: Any) -> int:
        """How many funding entries it has."""
        return int(row.statements_count)

    @admin.display(description="money")
    def money(self, row: Initiative) -> str | SafeString:
        """The way to its funding entries."""
        if row.pk is None:
            return "Save first; then add what is said about its money."
        address = f"{reverse('admin:initiatives_fundingentry_changelist')}?initiative__id__exact={quote(row.pk)}"
        return format_html('<a href="{}" class="text-primary-600 dark:text-primary-500">its funding entries</a>', address)

    @admin.action(description="Mark as under way", permissions=("change",))
    def mark_underway(self, request: HttpRequest, queryset: Rows) -> None:
        """Under way."""
        self._mark(request, queryset, "underway")

    @admin.action(description="Mark as completed", permissions=("change",))
    def mark_completed(self, request: HttpRequest, queryset: Rows) -> None:
        """Completed."""
        self._mark(request, queryset, "completed")

    @admin.action(description="Mark as paused", permissions=("change",))
    def mark_paused(self, request: HttpRequest, queryset: Rows) -> None:
        """Paused."""
        self._mark(request, queryset, "paused")

    @admin.action(description="Mark as cancelled", permissions=("change",))
    def mark_cancelled(self, request: HttpRequest, queryset: Rows) -> None:
        """Cancelled."""
        self._mark(request, queryset, "cancelled")

    def _mark(self, request: HttpRequest, queryset: Rows, status: str) -> None:
        changed = 0
        for row in queryset:
            row.status = status
            changed += publishing.save(request, row)
        self.message_user(request, f"{changed} of {len(queryset)} changed: {vocabulary.INITIATIVE_STATUSES[status]}.")
