"""Which state of a row a form was opened on, and what has changed since then, from the history; must not know forms."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from initiatives import history
from initiatives.history import Event

Parts = Sequence[tuple[type[models.Model], str]]  # tables that belong to the row, each with the column that points at it

TOLD_AT_MOST = 12


def version_of(row: models.Model, parts: Parts) -> str:
    """The newest line of history of the row and of each table of its parts, joined by dots; one query."""
    newest = {
        f"newest_{index}": Subquery(lines.objects.filter(**{column: OuterRef("pk")}).order_by("-history_id").values("history_id")[:1])
        for index, (lines, column) in enumerate(_histories(type(row), parts))
    }
    if not newest:
        return ""
    numbers = type(row)._default_manager.filter(pk=row.pk).values_list(*newest.values()).first()
    return ".".join(str(number or 0) for number in numbers or ())


def changes_since(row: models.Model, parts: Parts, version: str) -> list[str]:
    """What happened to the row and its parts after `version`, in words, a sentence a change, the oldest first. A bounded number of statements."""
    seen = {
        str(lines.instance_type._meta.model_name): (_keys(lines, column, row), since)
        for (lines, column), since in zip(_histories(type(row), parts), _numbers(version), strict=False)
    }
    own = str(row._meta.model_name)
    return [sentence for event in reversed(history.meanwhile(seen)) for sentence in _sentences(event, own)][:TOLD_AT_MOST]


def _keys(lines: Any, column: str, row: models.Model) -> list[Any]:
    """The rows that are or ever were the row's."""
    return list(lines.objects.filter(**{column: row.pk}).order_by().values_list(lines.instance_type._meta.pk.attname, flat=True).distinct())


def _histories(model: type[models.Model], parts: Parts) -> Iterator[tuple[Any, str]]:
    own = _history(model)
    if own is not None:
        yield own, model._meta.pk.attname if model._meta.pk else "id"
    for part, column in parts:
        lines = _history(part)
        if lines is not None:
            yield lines, column


def _history(model: type[models.Model]) -> Any:
    return getattr(getattr(model, "history", None), "model", None)


def _numbers(version: str) -> list[int]:
    return [int(text) for text in version.split(".") if text.isascii() and text.isdigit() and len(text) < 19]


def _sentences(event: Event, own: str) -> Iterator[str]:
    """`demo, 18:02: name was A, is now B`; of what belongs to the row with its noun and name."""
    about = f"{event.by or 'a command'}, {timezone.localtime(event.at):%H:%M}: "
    for change in history.tell(event.changes):
        of = f"{change.words}: " if change.table != own else ""
        yield from [f"{about}{of}{value.words}" for value in change.values] if change.kind == "~" else [f"{about}{change.words}"]
