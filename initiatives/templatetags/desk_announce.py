"""How quick entry writes the names of its fields and counts; must not decide anything."""

from collections.abc import Sequence

from django import template

from initiatives import formats
from initiatives.desk.announce.fields import LABELS

register = template.Library()


@register.filter
def announced_field(name: str) -> str:
    """A field by its name on the form."""
    plain = name.partition("-")[0]
    return LABELS.get(name) or LABELS.get(plain, plain.replace("_", " ").capitalize())


@register.filter
def sums_found(others: Sequence[object]) -> str:
    """`Two sums found.`"""
    return f"{formats.in_letters(len(others) + 1).capitalize()} sums found."
