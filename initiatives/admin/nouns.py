"""Registers every table with the administration, by importing the noun that knows it."""

from initiatives.admin import (
    article,
    commentary,
    count,
    country,
    draft,
    edition,
    funding,
    initiative,
    line,
    organization,
    participation,
    people,
    point,
    quantity,
    source,
)

__all__ = [
    "article",
    "commentary",
    "count",
    "country",
    "draft",
    "edition",
    "funding",
    "initiative",
    "line",
    "organization",
    "participation",
    "people",
    "point",
    "quantity",
    "source",
]
