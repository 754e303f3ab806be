"""Finds what differs between stored rows and wanted ones, and writes the difference with its history; knows no table in particular."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from initiatives.exchange.rows import Part
from initiatives.models import writing
from initiatives.models.writing import Author

Model = type[models.Model]
Rows = dict[Model, list[Any]]


@dataclass(slots=True)
class Changes:
    """Rows to add, change and remove, by table; tables are written in the order in which they were first met."""

    added: Rows = field(default_factory=lambda: defaultdict(list))
    changed: Rows = field(default_factory=lambda: defaultdict(list))
    removed: Rows = field(default_factory=lambda: defaultdict(list))
    columns: dict[Model, tuple[str, ...]] = field(default_factory=dict)
    parents: set[int] = field(default_factory=set)  # initiatives of which a part was touched
    read_articles: frozenset[int] = frozenset()  # whose text is kept, and not in the file: what was read in them the file does not take away

    def compare(self, part: Part, stored: Sequence[Any], wanted: Sequence[Any], initiative_id: int) -> None:
        """Takes note of what makes the stored rows of one parent the wanted ones."""
        before = self.count()
        self.columns[part.model] = part.columns
        pairs, extra = self._paired(part, stored, wanted)
        for row, wish in pairs:
            if row is None:
                self.added[part.model].append(wish)
            elif adopt(row, wish, part.columns, part.kept(row, wish)):
                self.changed[part.model].append(row)
        self.removed[part.model] += extra
        if self.count() > before:
            self.parents.add(initiative_id)

    def _paired(self, part: Part, stored: Sequence[Any], wanted: Sequence[Any]) -> tuple[list[tuple[Any | None, Any]], list[Any]]:
        """Each wanted row with the stored row that it is: the same by identity, else the one in the same place; and the rows to remove."""
        by_identity: dict[Any, list[Any]] = defaultdict(list)
        for row in stored:
            by_identity[part.identity(row)].append(row)
        same = [by_identity[part.identity(wish)].pop(0) if by_identity.get(part.identity(wish)) else None for wish in wanted]
        left = {row.pk: row for rows in by_identity.values() for row in rows if part.article_of(row) not in self.read_articles}
        if part.has_keys:
            return list(zip(same, wanted, strict=True)), list(left.values())
        at = {row.order: row.pk for row in left.values()}
        pairs = [(row if row is not None else left.pop(at.pop(wish.order, None), None), wish) for row, wish in zip(same, wanted, strict=True)]
        return pairs, list(left.values())

    def count(self) -> int:
        """How many rows differ."""
        return sum(len(rows) for group in (self.added, self.changed, self.removed) for rows in group.values())

    def tally(self) -> Counter[tuple[str, str]]:
        """(what happened, table) → rows."""
        groups = {"added": self.added, "changed": self.changed, "removed": self.removed}
        return Counter(
            {
                (happened, str(model._meta.verbose_name_plural)): len(rows)
                for happened, group in groups.items()
                for model, rows in group.items()
                if rows
            }
        )

    def write(self, author: Author) -> None:
        """Removes first, so that what takes a removed row's place finds it free."""
        for model in reversed(self.columns):
            writing.remove(model, self.removed[model], author)
        for model, columns in self.columns.items():
            writing.change(model, self.changed[model], _writable(model, columns), author)
            writing.add(model, self.added[model], author)


def adopt(row: Any, wish: Any, columns: Sequence[str], kept: Collection[str] = ()) -> bool:
    """Gives a stored row the wanted values but in the columns that it keeps; whether any differed."""
    differing = [column for column in columns if getattr(row, column) != getattr(wish, column) and column not in kept]
    for column in differing:
        setattr(row, column, getattr(wish, column))
    return bool(differing)


def _writable(model: Model, columns: Sequence[str]) -> list[str]:
    return [model._meta.get_field(column.removesuffix("_id") if column.endswith("_id") else column).name for column in columns]
