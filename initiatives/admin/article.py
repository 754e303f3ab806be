"""Administration of articles: the sources that every value of the record rests on, and who cites them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString
from unfold.contrib.filters.admin import AutocompleteSelectFilter

from initiatives.admin.columns import outside, shortened
from initiatives.admin.recorded import Recorded, Rows
from initiatives.models import Article, Reference


@admin.register(Article)
class ArticleAdmin(Recorded):
    """One published text."""

    list_display = ("headline", "publisher", "klass", "published", "address")
    list_filter = ("klass",)
    search_fields = ("title", "publisher", "url")
    search_help_text = "Title, publisher or address"
    ordering = ("-published", "-pk")
    readonly_fields = ("passage",)
    fieldsets = ((None, {"fields": ("title", "url", ("publisher", "klass"), ("published", "rests_on"), "passage")}),)

    def get_queryset(self, request: HttpRequest) -> Rows:
        """Articles without their texts, which can be long."""
        rows: Rows = super().get_queryset(request)
        return rows.defer("text")

    @admin.display(description="title", ordering="title")
    def headline(self, row: Article) -> str:
        """The first words of the title."""
        return shortened(str(row))

    @admin.display(description="address")
    def address(self, row: Article) -> str | SafeString:
        """The address, a link when it leads to the web."""
        return outside(row.url)

    @admin.display(description="text")
    def passage(self, row: Article) -> str:
        """The first words of the text that the line kept."""
        return shortened(row.text) or "not kept"


@admin.register(Reference)
class ReferenceAdmin(Recorded):
    """An initiative cites an article."""

    list_display = ("initiative", "article")
    list_filter = (("initiative", AutocompleteSelectFilter),)
    search_fields = ("initiative__name", "article__title", "article__url")
    autocomplete_fields = ("initiative", "article")
    fields = ("initiative", "article")
    owner = "initiative"

    def has_module_permission(self, request: HttpRequest) -> Any:
        """Reached from the initiative; not listed on the first page."""
        return False
