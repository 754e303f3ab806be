"""Stores many rows at once inside one edition: those of a file that was checked as a whole; must not know what the file was."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from initiatives.models import Article, Funder, FundingEntry, Initiative, Organization, OrganizationName, Reference, writing
from initiatives.publish.editing import Editing

ORDER = (Article, Organization, OrganizationName, Initiative, FundingEntry, Reference, Funder)  # what others point at comes first


@dataclass(slots=True)
class Changes:
    """Rows to add, to change (with the columns that differ) and to remove. `links` are entries with the entry that they point at, which may be new;
    `moved` are the keys of entries to be counted anew beside those that change."""

    added: dict[type[models.Model], list[Any]] = field(default_factory=lambda: defaultdict(list))
    changed: dict[type[models.Model], list[tuple[Any, tuple[str, ...]]]] = field(default_factory=lambda: defaultdict(list))
    removed: dict[type[models.Model], list[Any]] = field(default_factory=lambda: defaultdict(list))
    links: list[tuple[Any, Any]] = field(default_factory=list)
    moved: set[str] = field(default_factory=set)
    initiatives: set[int] = field(default_factory=set)
    organizations: set[int] = field(default_factory=set)

    def count(self) -> int:
        """How many rows are touched."""
        return sum(len(rows) for kind in (self.added, self.changed, self.removed) for rows in kind.values())


def save_many(session: Editing, changes: Changes) -> None:
    """Writes everything with its history. The rows were checked: what a constraint refuses now is an error, and nothing of the edition stays."""
    for model in ORDER:
        writing.number_rows(model, changes.added[model])
    for row, target in changes.links:
        row.related_to_id = target.pk
    for model in ORDER:
        _know_parents(changes.added[model])
        if changes.added[model]:
            writing.add(model, changes.added[model], session.author)
        _change(model, changes.changed[model], session)
    for model in reversed(ORDER):
        if changes.removed[model]:
            writing.remove(model, changes.removed[model], session.author)
    _note(session, changes)


def _know_parents(rows: list[Any]) -> None:
    """A row that was made before its parent had an id learns it."""
    for row in rows:
        for column in row._meta.concrete_fields:
            if column.is_relation and getattr(row, column.attname) is None and column.is_cached(row):
                parent = getattr(row, column.name)
                setattr(row, column.attname, None if parent is None else parent.pk)


def _change(model: type[models.Model], changed: list[tuple[Any, tuple[str, ...]]], session: Editing) -> None:
    """Rows with the same columns in one go, and one line of history a row."""
    by_columns: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for row, columns in changed:
        by_columns[columns].append(row)
    for columns, rows in by_columns.items():
        writing.change(model, rows, columns, session.author)


def _note(session: Editing, changes: Changes) -> None:
    touched = session.touched
    touched.anything = touched.anything or changes.count() > 0
    entries = [*changes.added[FundingEntry], *(row for row, _ in changes.changed[FundingEntry])]
    touched.entries |= changes.moved | {row.key for row in entries}
    touched.initiatives |= changes.initiatives | {row.initiative_id for row in entries} | {row.pk for row in changes.added[Initiative]}
    touched.initiatives |= {row.pk for row, _ in changes.changed[Initiative]}
    new = {row.pk for row in changes.added[Organization]}
    touched.organizations |= changes.organizations | new | {row.pk for row, _ in changes.changed[Organization]}
