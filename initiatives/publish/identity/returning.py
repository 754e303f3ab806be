"""What keeps rows from coming back when an edition is undone: others that took their name, address or key meanwhile."""

from collections.abc import Iterator, Sequence
from typing import Any

from initiatives.publication import Fault


def in_the_way(changes: Sequence[Any]) -> Iterator[Fault]:
    """Of changes as `undoing` has them: rows that were removed and whose unique values another row has today."""
    for change in changes:
        if change.kind == "-":
            for field in change.model._meta.concrete_fields:
                value = getattr(change.before, field.attname, None)
                if field.unique and not field.primary_key and _is_taken(change, field.attname, value, changes):
                    yield Fault("edition", str(value), f"“{value}” is the {field.verbose_name} of another row by now. Change that one first.")


def _is_taken(change: Any, column: str, value: Any, changes: Sequence[Any]) -> bool:
    """Whether a row has it that does not give it up in the same step."""
    giving_up = [one.pk for one in changes if one.model is change.model and one.kind in "+~" and one.before_differs(column)]
    return bool(change.model._default_manager.filter(**{column: value}).exclude(pk__in=giving_up).exists())
