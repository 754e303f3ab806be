"""Checks a row against its columns and its table's constraints before it is stored; must not know one table in particular."""

from functools import reduce
from operator import and_
from typing import Any

from django.db import models
from django.db.models import CheckConstraint, Q

NOT_TYPED = {"search_name", "search_body", "search_vector"}


def check(row: Any) -> None:
    """Raises ValidationError in words. All conditions of a table are asked in one query, and one by one only when one of them fails."""
    row.full_clean(exclude=NOT_TYPED, validate_constraints=False)
    checks, others = _constraints(type(row))
    if not _hold(row, checks):
        row.validate_constraints(exclude=NOT_TYPED)
    for constraint in others:
        constraint.validate(type(row), row, exclude=NOT_TYPED)


def _constraints(model: type[models.Model]) -> tuple[list[CheckConstraint], list[models.BaseConstraint]]:
    constraints = model._meta.constraints
    checks = [constraint for constraint in constraints if isinstance(constraint, CheckConstraint)]
    return checks, [constraint for constraint in constraints if not isinstance(constraint, CheckConstraint)]


def _hold(row: Any, checks: list[CheckConstraint]) -> bool:
    """Whether no condition is false; an unknown one holds, as in the database."""
    if not checks:
        return True
    conditions = [Q(constraint.condition) for constraint in checks]
    return bool(reduce(and_, conditions).check(row._get_field_expression_map(meta=row._meta, exclude=NOT_TYPED)))
