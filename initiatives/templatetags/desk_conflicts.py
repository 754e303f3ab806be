"""What was ticked in the forms of a conflict, for templates."""

from collections.abc import Mapping

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from initiatives.desk.conflicts.page import Offered

register = template.Library()


@register.filter
def ticked(typed: Mapping[str, str], key: str) -> bool:
    """Whether the part with this key was ticked."""
    return bool(typed.get(f"part-{key}"))


@register.filter
def wrong_figure(typed: Mapping[str, str], key: str) -> bool:
    """Whether the figure with this key was marked as known to be wrong."""
    return bool(typed.get(f"wrong-{key}"))


@register.filter
def at_fault(offer: Offered, field: str) -> SafeString | str:
    """The marks of a field that something stands in the way of; what it is stands in the words below the form."""
    if any(fault.field == field for fault in offer.faults):
        return format_html(' aria-invalid="true" aria-describedby="said-{}"', offer.number)
    return ""
