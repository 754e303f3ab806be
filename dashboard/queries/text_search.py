"""Words of a reader as a question to the full-text columns; must not know which rows are searched."""

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q

from initiatives.text import search_form

MOST_WORDS = 20


def matching(words: str) -> Q | None:
    """Rows that hold every word, as its beginning or in another form of it; None where nothing is left to search for.

    Names in scripts without blanks are found by any part of two characters or more, because both sides are cut alike.
    """
    form = search_form(words).split()[:MOST_WORDS]
    if not form:
        return None
    beginnings = SearchQuery(" & ".join(f"'{word}':*" for word in form), config="simple", search_type="raw")
    other_forms = SearchQuery(" ".join(form), config="english", search_type="plain")
    return Q(search_vector=beginnings | other_forms)
