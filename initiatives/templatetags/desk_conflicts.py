"""What was ticked in the forms of a conflict, for templates."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def ticked(typed: Mapping[str, str], key: str) -> bool:
    """Whether the part with this key was ticked."""
    return bool(typed.get(f"part-{key}"))


@register.filter
def wrong_figure(typed: Mapping[str, str], key: str) -> bool:
    """Whether the figure with this key was marked as known to be wrong."""
    return bool(typed.get(f"wrong-{key}"))
