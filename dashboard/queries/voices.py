"""Which kinds of speaker and which countries the commentary does not hear at all; must not know how it is shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, QuerySet, Value

from dashboard.filters import Filters
from dashboard.queries import selection
from dashboard.queries.arrays import Joined, Unnested
from dashboard.queries.dependence import is_abroad
from dashboard.queries.funding_by_country import names_of
from dashboard.queries.remembered import remembered, selected
from initiatives.models import Comment
from initiatives.vocabulary import ACTORS


@dataclass(frozen=True, slots=True)
class Unheard:
    """Kinds of speaker without a comment; owners by code and name of whose initiatives nobody speaks, and those heard only from abroad.

    `spoken_of` is the number of owners that somebody speaks of."""

    kinds: tuple[str, ...]
    owners: Mapping[str, str]
    from_abroad: Mapping[str, str]
    spoken_of: int


def unheard(filters: Filters) -> Unheard:
    """Who has no voice about the selected initiatives, whatever of the comments is chosen; one statement, none where it was asked before."""
    rows = remembered("unheard", selected(filters), lambda: list(_said(filters).union(_owners(filters), all=True)))
    owners, said = {owner for owner, _, actor in rows if not actor}, [row for row in rows if row[2]]
    kinds = {actor for _, _, actor in said}
    spoken_of = {owner for joined, _, _ in said for owner in joined.split()}
    at_home = {owner for joined, home, _ in said for owner in joined.split() if home and not is_abroad(home, (owner,))}
    return Unheard(
        tuple(kind for kind in ACTORS if kind not in kinds),
        _named(owners - spoken_of),
        _named(spoken_of - at_home),
        len(spoken_of),
    )


def _owners(filters: Filters) -> QuerySet[Any, Any]:
    """The owners of the selected initiatives, in the columns of what is said, without a speaker."""
    found = selection.about_initiatives(filters).order_by().annotate(owner=Unnested("countries"), nobody=Value(None, CharField()), none=Value(""))
    return found.values_list("owner", "nobody", "none").distinct()


def _said(filters: Filters) -> QuerySet[Any, Any]:
    """Owners, home of the speaker and kind of speaker of every comment about the selected initiatives, each combination once."""
    found = Comment.objects.filter(initiative__in=selection.about_initiatives(filters).values("id")).order_by()
    return found.annotate(owners=Joined(F("initiative__countries"))).values_list("owners", "country_id", "actor").distinct()


def _named(codes: Iterable[str]) -> dict[str, str]:
    names = names_of(codes)
    return dict(sorted(names.items(), key=lambda one: one[1]))
