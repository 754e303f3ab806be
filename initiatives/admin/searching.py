"""Finding rows by words as readers do: without accents, by the beginning of a word, and by parts of names written without blanks."""

from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from initiatives.text import search_form

WORDS_AT_MOST = 12


def beginning_with(words: str) -> SearchQuery | None:
    """Every word as the beginning of one; None where there is no word."""
    parts = search_form(words).split()[:WORDS_AT_MOST]
    return SearchQuery(" & ".join(f"'{part}':*" for part in parts), config="simple", search_type="raw") if parts else None


class FoundByWords:
    """Searches the full text of the table, or of the table that `full_text` leads to; `or_begins` are columns that may begin with what was typed."""

    search_fields = ("pk",)  # shows the field to search in; the search is below
    full_text = "search_vector"
    or_begins: tuple[str, ...] = ()

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> tuple[QuerySet[Any], bool]:
        """The rows found; all where nothing was typed, none where what was typed holds no word."""
        if not search_term.strip():
            return queryset, False
        found = Q()
        words = beginning_with(search_term)
        if words is not None:
            found |= Q(**{self.full_text: words})
        for column in self.or_begins:
            found |= Q(**{f"{column}__istartswith": search_term.strip()})
        return (queryset.filter(found) if found else queryset.none()), False
