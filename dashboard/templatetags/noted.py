"""Finds the notes that stand beside a row; must not know where notes come from."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def at(notes: Mapping[Any, Any] | str | None, row: Any) -> Any:
    """The notes of this row; nothing where there are none."""
    return notes.get(row, ()) if isinstance(notes, Mapping) else ()
