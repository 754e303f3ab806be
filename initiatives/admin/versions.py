"""Which state of a row a form was opened on, and what has changed since then, from the history; must not know forms."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import timezone

Parts = Sequence[tuple[type[models.Model], str]]  # tables that belong to the row, each with the column that points at it

TOLD_AT_MOST = 12
VALUE_LENGTH = 120


def version_of(row: models.Model, parts: Parts) -> str:
    """The newest line of history of the row and of each table of its parts, joined by dots; one query."""
    newest = {
        f"newest_{index}": Subquery(history.objects.filter(**{column: OuterRef("pk")}).order_by("-history_id").values("history_id")[:1])
        for index, (history, column) in enumerate(_histories(type(row), parts))
    }
    if not newest:
        return ""
    numbers = type(row)._default_manager.filter(pk=row.pk).values_list(*newest.values()).first()
    return ".".join(str(number or 0) for number in numbers or ())


def changes_since(row: models.Model, parts: Parts, version: str) -> list[str]:
    """What happened to the row and its parts after `version`, a sentence a change, newest last."""
    told: list[str] = []
    for (history, column), since in zip(_histories(type(row), parts), _numbers(version), strict=False):
        lines = history.objects.filter(**{column: row.pk}, history_id__gt=since).select_related("history_user").order_by("history_id")
        told += [sentence for line in lines[:TOLD_AT_MOST] for sentence in _sentences(line, history is not _history(type(row)))]
    return told[:TOLD_AT_MOST]


def _histories(model: type[models.Model], parts: Parts) -> Iterator[tuple[Any, str]]:
    own = _history(model)
    if own is not None:
        yield own, model._meta.pk.attname if model._meta.pk else "id"
    for part, column in parts:
        history = _history(part)
        if history is not None:
            yield history, column


def _history(model: type[models.Model]) -> Any:
    return getattr(getattr(model, "history", None), "model", None)


def _numbers(version: str) -> list[int]:
    return [int(text) for text in version.split(".") if text.isascii() and text.isdigit() and len(text) < 19]


def _sentences(line: Any, is_part: bool) -> Iterator[str]:
    """`demo, 18:02: name was “A”, is now “B”`."""
    who = line.history_user or "a command"
    part = f"{line.instance_type._meta.verbose_name} “{_short(line.instance)}” " if is_part else ""
    about = f"{who}, {timezone.localtime(line.history_date):%H:%M}: {part}"
    before = line.prev_record if line.history_type == "~" else None
    if before is None:
        yield about + {"+": "was added", "-": "was removed"}.get(line.history_type, "was changed")
        return
    for change in line.diff_against(before).changes:
        yield f"{about}{change.field} was {_quoted(change.old)}, is now {_quoted(change.new)}"


def _quoted(value: Any) -> str:
    return "empty" if value in (None, "") else f"“{_short(value)}”"


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= VALUE_LENGTH else f"{text[:VALUE_LENGTH]}…"
