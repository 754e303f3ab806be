"""What keeps rows from being as they were when an edition is undone: others have their name, address or key by now, what they point at is gone, or
entries would point at each other in a circle."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db import models

from initiatives.ledger.relations import check_relations
from initiatives.models import FundingEntry
from initiatives.models.edition import recorded_models
from initiatives.publication import Fault
from initiatives.recount.recorded import connected, recorded

Columns = tuple[str, ...]


def in_the_way(changes: Sequence[Any]) -> Iterator[Fault]:
    """Of changes as `undoing` has them: values that another row has today, and rows that are not in the record any more."""
    for model in dict.fromkeys(change.model for change in changes):
        of_it = [change for change in changes if change.model is model]
        for columns in _unique(model):
            yield from _taken(model, columns, of_it)
        for field in model._meta.concrete_fields:
            if field.related_model in recorded_models().values():
                yield from _gone(field, of_it, changes)


def misled(changes: Sequence[Any]) -> Iterator[Fault]:
    """Of changes that are written already: entries that came to speak of each other in a way in which nothing can be counted."""
    back = [change for change in changes if change.model is FundingEntry and _returns(change, ("relation", "related_to_id"))]
    keys = {change.before.key for change in back if change.before.related_to_id is not None}
    around = recorded(connected({change.pk for change in back if change.before.key in keys})) if keys else None
    for key, problems in check_relations(around.entries).items() if around else ():
        if key in keys:
            yield from (Fault("edition", key, problem.message) for problem in problems if problem.refused)


def _unique(model: type[models.Model]) -> list[Columns]:
    """The columns that no two rows may share."""
    alone = [(field.attname,) for field in model._meta.concrete_fields if field.unique and not field.primary_key]
    together = [constraint.fields for constraint in model._meta.constraints if isinstance(constraint, models.UniqueConstraint)]
    return [*alone, *(tuple(model._meta.get_field(name).attname for name in names) for names in together)]  # type: ignore[union-attr]


def _returns(change: Any, columns: Columns) -> bool:
    """Whether the row has other values in these columns once the change is taken back."""
    return change.kind == "-" or (change.kind == "~" and any(change.before_differs(column) for column in columns))


def _values(row: Any, columns: Columns) -> tuple[Any, ...]:
    return tuple(getattr(row, column, None) for column in columns)


def _taken(model: type[models.Model], columns: Columns, changes: Iterable[Any]) -> Iterator[Fault]:
    changes = list(changes)
    wanted = {_values(change.before, columns): change for change in changes if _returns(change, columns)}
    wanted = {values: change for values, change in wanted.items() if None not in values}
    giving_up = {change.pk for change in changes if change.kind == "+" or _returns(change, columns)}
    for pk, *others in _having(model, columns, wanted):
        if pk not in giving_up and (change := wanted.get(tuple(others))) is not None:
            names = " and ".join(str(model._meta.get_field(column).verbose_name) for column in columns)  # type: ignore[union-attr]
            yield Fault("edition", str(others[-1]), _taken_words(change, columns, names))


def _having(model: type[models.Model], columns: Columns, wanted: Collection[tuple[Any, ...]]) -> Iterable[tuple[Any, ...]]:
    """The rows that may have these values today: id and values."""
    if not wanted:
        return ()
    narrowed = {f"{column}__in": {values[at] for values in wanted} for at, column in enumerate(columns)}
    return model._default_manager.filter(**narrowed).order_by("pk").values_list("pk", *columns)


def _taken_words(change: Any, columns: Columns, names: str) -> str:
    if len(columns) == 1:
        return f"“{getattr(change.before, columns[0])}” is the {names} of another row by now. Change that one first."
    return f"another {change.model._meta.verbose_name} has the same {names} by now. Remove that one first."


def _gone(field: Any, changes: Iterable[Any], every: Sequence[Any]) -> Iterator[Fault]:
    """Rows that would lead to what was removed meanwhile and does not come back in the same step."""
    leading = [change for change in changes if _returns(change, (field.attname,)) and getattr(change.before, field.attname, None) is not None]
    wanted = {getattr(change.before, field.attname) for change in leading}
    there = _there(field.related_model, wanted, every)
    noun = field.model._meta.verbose_name
    for at in sorted(wanted - there, key=str):
        yield Fault("edition", str(at), f"the {field.verbose_name} of {_article(noun)} {noun} is not in the record any more. Put that back first.")


def _there(model: type[models.Model], wanted: Collection[Any], every: Sequence[Any]) -> set[Any]:
    if not wanted:
        return set()
    kinds: Mapping[Any, str] = {change.pk: change.kind for change in every if change.model is model}
    stored = set(model._default_manager.filter(pk__in=wanted).values_list("pk", flat=True))
    return {pk for pk in stored if kinds.get(pk) != "+"} | {pk for pk, kind in kinds.items() if kind == "-"}


def _article(noun: Any) -> str:
    return "an" if str(noun)[0] in "aeiou" else "a"
