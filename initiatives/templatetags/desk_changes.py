"""How the pages of the desk's history write addresses of what can be put back, and find notes; must not decide anything."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse

from initiatives.desk.mending.columns import CHANGEABLE
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


@register.simple_tag
def change_address(table: str, row: Any, column: str = "") -> str:
    """The address of the form in which a row is put right, at one of its values; empty where it is not changed there."""
    names = CHANGEABLE.get(table, ())
    if not row or not names or (column and column.removesuffix("_id") not in names):
        return ""
    return reverse("desk-change", args=[table, row]) + (f"?{urlencode({'field': column})}" if column else "")


@register.filter
def notes_at(notes: Mapping[str, Any], place: str) -> Any:
    """The notes on a value."""
    return notes.get(place, ())


def _address(change: ToldChange, fields: list[tuple[str, str]]) -> str:
    to = NOTHING if change.earlier is None else str(change.earlier)
    return f"{reverse('desk-history-put-back')}?{urlencode([('table', change.table), ('row', change.pk), ('to', to), *fields])}"
