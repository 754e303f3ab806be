"""How the pages of the desk's history write addresses of what can be put back, and find notes; must not decide anything."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse

from initiatives.history import ToldChange

register = template.Library()
NOTHING = "nothing"


@register.filter
def put_back(change: ToldChange) -> str:
    """The address that asks before a change is undone: only what it changed is put back, the rest of the row stays."""
    fields = [("field", value.column) for value in change.values] if change.kind == "~" else []
    return _address(change, fields)


@register.filter
def put_back_row(change: ToldChange) -> str:
    """The address that asks before the whole row is put back to what it was before a change."""
    return _address(change, [])


@register.simple_tag
def put_back_field(change: ToldChange, column: str) -> str:
    """The address that asks before one value is put back to what it was before a change."""
    return _address(change, [("field", column)])


@register.filter
def notes_at(notes: Mapping[str, Any], place: str) -> Any:
    """The notes on a value."""
    return notes.get(place, ())


def _address(change: ToldChange, fields: list[tuple[str, str]]) -> str:
    to = NOTHING if change.earlier is None else str(change.earlier)
    return f"{reverse('desk-history-put-back')}?{urlencode([('table', change.table), ('row', change.pk), ('to', to), *fields])}"
