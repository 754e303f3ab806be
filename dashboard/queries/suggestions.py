"""What readers can narrow by: the countries, themes and payers that the record knows; must not know of pages."""

from collections.abc import Mapping, Sequence
from typing import Final

from django.db.models import Count

from dashboard.queries.arrays import Unnested
from initiatives.models import Country, Initiative, Organization

Suggestions = Mapping[str, Sequence[tuple[str, str]]]
MOST_THEMES: Final = 80
MOST_FUNDERS: Final = 120


def suggestions() -> Suggestions:
    """Values and words by parameter: owners by name, themes and payers by how often they occur; three statements."""
    return {"country": countries(), "theme": themes(), "funder": funders()}


def countries() -> list[tuple[str, str]]:
    """Every owner of an initiative, by name."""
    owners = Initiative.objects.order_by().annotate(owner=Unnested("countries")).values("owner")
    return list(Country.objects.filter(code__in=owners).order_by("name").values_list("code", "name"))


def themes() -> list[tuple[str, str]]:
    """The most frequent themes."""
    found = Initiative.objects.order_by().annotate(theme=Unnested("themes")).values("theme").annotate(uses=Count("id")).order_by("-uses", "theme")
    return [(theme, theme) for theme in found.values_list("theme", flat=True)[:MOST_THEMES]]


def funders() -> list[tuple[str, str]]:
    """The organizations that pay most often."""
    paying = Organization.objects.annotate(pays=Count("funded")).filter(pays__gt=0).order_by("-pays", "name")
    return list(paying.values_list("slug", "name")[:MOST_FUNDERS])
