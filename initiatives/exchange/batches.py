"""Stores some checked initiatives at a time: reads what is stored of them, compares, and writes what differs; decides nothing about files."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils import timezone

from initiatives.exchange import other_names, rows
from initiatives.exchange.changes import Changes, adopt
from initiatives.exchange.rows import Ids, Object, Part
from initiatives.models import Article, FundingEntry, Initiative, Quantity, Reference, writing
from initiatives.models.writing import Author


@dataclass(slots=True)
class Stored:
    """What happened so far: slugs by outcome, rows by what was done, and the keys of entries whose count may have moved."""

    new: int = 0
    changed: list[str] = field(default_factory=list)
    unchanged: int = 0
    rows: Counter[tuple[str, str]] = field(default_factory=Counter)
    moved_entries: set[str] = field(default_factory=set)
    touched_initiatives: list[int] = field(default_factory=list)


def store(values: Sequence[Object], organizations: Mapping[str, int], entries: Mapping[str, int], author: Author, stored: Stored) -> None:
    """Makes the record say of these initiatives what `values` say, and adds to `stored` what that took."""
    batch = _Batch(values, organizations, entries, author)
    for value in values:
        batch.compare(value)
    batch.write(stored)


class _Batch:
    def __init__(self, values: Sequence[Object], organizations: Mapping[str, int], entries: Mapping[str, int], author: Author) -> None:
        self.author = author
        self.changes = Changes()
        self.before = {row.slug: row for row in Initiative.objects.filter(slug__in=[value["slug"] for value in values])}
        self.ids_before = [row.pk for row in self.before.values()]
        read = Reference.objects.filter(initiative__in=self.ids_before).exclude(article__text="").values_list("article_id", flat=True)
        self.read_articles = frozenset(read)
        self.changed_articles: set[int] = set()
        self.citers: dict[str, set[int]] = defaultdict(set)
        self.articles = self._articles(values)
        self.stored_parts = {part: _by_parent(part, self.ids_before) for part in rows.PARTS}
        self.stored_names = _by_parent(other_names.NAMES, self.ids_before)
        self.stored_funders = _by_parent(rows.FUNDERS, [row.pk for kept in self.stored_parts[rows.FUNDING].values() for row in kept])
        self.ids = Ids(organizations, {url: row.pk for url, row in self.articles.items()}, entries, self._quantities(values))
        self.initiatives = self._initiatives(values)

    def _articles(self, values: Sequence[Object]) -> dict[str, Article]:
        """The articles by address; those that are not stored yet are numbered and added."""
        wanted: dict[str, Object] = {}
        for value in values:
            for item in value.get("articles", []):
                wanted.setdefault(item["url"], item)
        texts = any(item["text"] for value in values for item in value.get("articles", []))
        known = {row.url: row for row in Article.objects.filter(url__in=wanted).defer(*() if texts else ("text",))}
        for url, initiative_id in Reference.objects.filter(article__in=known.values()).values_list("article__url", "initiative_id"):
            self.citers[url].add(initiative_id)
        new = {url: rows.article(item) for url, item in wanted.items() if url not in known}
        self.new_articles = new.keys()
        self.changes.columns[Article] = (*rows.ARTICLE_COLUMNS.values(), "rests_on", *(("text",) if texts else ()))
        self.changes.added[Article] += new.values()
        writing.number_rows(Article, self.changes.added[Article])
        return known | new

    def _quantities(self, values: Sequence[Object]) -> dict[str, int]:
        keys = [item["key"] for value in values for item in value.get("quantities", [])]
        known = dict(Quantity.objects.filter(key__in=keys).values_list("key", "pk"))
        new = [key for key in keys if key not in known]
        return known | dict(zip(new, writing.next_ids(Quantity, len(new)), strict=True))

    def _initiatives(self, values: Sequence[Object]) -> dict[str, Initiative]:
        """The rows by slug as they are wanted, numbered."""
        self.changes.columns[Initiative] = rows.INITIATIVE_COLUMNS
        wanted = {value["slug"]: rows.initiative(value) for value in values}
        for slug, wish in wanted.items():
            row = self.before.get(slug)
            if row is None:
                self.changes.added[Initiative].append(wish)
            elif adopt(row, wish, rows.INITIATIVE_COLUMNS):
                self.changes.changed[Initiative].append(row)
                self.changes.parents.add(row.pk)
        writing.number_rows(Initiative, self.changes.added[Initiative])
        return wanted | self.before

    def compare(self, value: Object) -> None:
        initiative_id = self.initiatives[value["slug"]].pk
        known_to_the_file = {self.articles[item["url"]].pk for item in value.get("articles", []) if item["text"]}
        self.changes.read_articles = self.read_articles - known_to_the_file
        if "articles" in value:
            self._compare(rows.REFERENCES, initiative_id, self._references(initiative_id, value["articles"]))
        if value["also_called"] is not None:
            names = other_names.rows(initiative_id, value["also_called"])
            self.changes.compare(other_names.NAMES, self.stored_names.get(initiative_id, ()), names, initiative_id)
        for part, make in _MAKERS:
            if part.kind in value:
                self._compare(part, initiative_id, make(initiative_id, value[part.kind], self.ids))
        if "funding" in value:
            self._compare_funders(initiative_id, value["funding"])

    def _compare(self, part: Part, initiative_id: int, wanted: Sequence[models.Model]) -> None:
        self.changes.compare(part, self.stored_parts[part].get(initiative_id, ()), wanted, initiative_id)

    def _compare_funders(self, initiative_id: int, items: Sequence[Object]) -> None:
        wanted: dict[int, list[Any]] = defaultdict(list)
        for funder in rows.funders(items, self.ids):
            wanted[funder.entry_id].append(funder)
        before = self.stored_parts[rows.FUNDING].get(initiative_id, ())
        gone = {row.pk for row in before if row.source_id not in self.changes.read_articles}
        for entry_id in gone | {self.ids.entries[item["key"]] for item in items}:
            self.changes.compare(rows.FUNDERS, self.stored_funders.get(entry_id, ()), wanted.get(entry_id, ()), initiative_id)

    def _references(self, initiative_id: int, items: Sequence[Object]) -> list[Reference]:
        for item in items:
            self._learn(initiative_id, item)
        return [
            Reference(
                initiative_id=initiative_id, order=order, article_id=self.articles[item["url"]].pk, cited_as=self._cited_as(initiative_id, item)
            )
            for order, item in enumerate(items)
        ]

    def _cited_as(self, initiative_id: int, item: Object) -> dict[str, Any] | None:
        """An article's own words follow the only initiative that cites it; where several do, a differing citation keeps its own."""
        article, citers = self.articles[item["url"]], self.citers[item["url"]]
        alone = citers <= {initiative_id}
        citers.add(initiative_id)
        if not alone or item["url"] in self.new_articles:
            return rows.citation(item, article)
        if adopt(article, rows.article(item), tuple(rows.ARTICLE_COLUMNS.values())):
            self._change(article, initiative_id)
        return None

    def _learn(self, initiative_id: int, item: Object) -> None:
        """What is said of the article itself, by whichever citation says it."""
        article = self.articles[item["url"]]
        said = {column: item[column] for column in rows.ARTICLE_FACTS if item[column] is not None}
        new = {column: value for column, value in said.items() if getattr(article, column) != value}
        for column, value in new.items():
            setattr(article, column, value)
        if new and item["url"] not in self.new_articles:
            self._change(article, initiative_id)

    def _change(self, article: Article, initiative_id: int) -> None:
        if article.pk not in self.changed_articles:
            self.changes.changed[Article].append(article)
        self.changed_articles.add(article.pk)
        self.changes.parents.add(initiative_id)

    def write(self, stored: Stored) -> None:
        stored.moved_entries |= {row.key for group in (self.changes.added, self.changes.changed, self.changes.removed) for row in group[FundingEntry]}
        stored.moved_entries |= self._entries_of_touched()
        stored.rows += self.changes.tally()
        touched = [row for row in self.before.values() if row.pk in self.changes.parents]
        stored.new += len(self.changes.added[Initiative])
        stored.changed += [row.slug for row in touched]
        stored.unchanged += len(self.before) - len(touched)
        stored.touched_initiatives += [row.pk for row in touched] + [row.pk for row in self.changes.added[Initiative]]
        self.changes.write(self.author)
        Initiative.objects.filter(pk__in=[row.pk for row in touched]).update(changed_at=timezone.now())

    def _entries_of_touched(self) -> set[str]:
        """Owners and funders decide where money belongs, so the entries of a touched initiative are counted again."""
        return {row.key for initiative_id in self.changes.parents for row in self.stored_parts[rows.FUNDING].get(initiative_id, ())}


_MAKERS = (
    (rows.FUNDING, rows.entries),
    (rows.PARTICIPANTS, rows.participants),
    (rows.QUANTITIES, rows.quantities),
    (rows.POINTS, rows.points),
    (rows.COMMENTARY, rows.comments),
)


def _by_parent(part: Part, parents: Sequence[int]) -> dict[int, list[Any]]:
    """The stored rows of some parents, in their order."""
    grouped: dict[int, list[Any]] = defaultdict(list)
    if parents:
        for row in part.model._default_manager.filter(**{f"{part.parent}__in": parents}).order_by(part.parent, "order", "pk"):
            grouped[getattr(row, part.parent)].append(row)
    return grouped
