"""Turns a checked initiative into the rows that it wants stored; knows nothing of what is stored already beyond the ids it is given."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from initiatives.models import Article, Comment, Funder, FundingEntry, Initiative, Participation, Point, Quantity, Reference

Object = Mapping[str, Any]


UNSAID = (None, "normal")  # a rank is written only where an editor gave one


@dataclass(frozen=True, slots=True)
class Ids:
    """Where the names of the format lead: organizations by name, articles by address, entries and quantities by key."""

    organizations: Mapping[str, int]
    articles: Mapping[str, int]
    entries: Mapping[str, int]
    quantities: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Part:
    """One list of the format: its table, the columns it fills, and what makes two rows the same one."""

    kind: str
    model: type[models.Model]
    parent: str
    columns: tuple[str, ...]
    identity: Callable[[Any], Hashable]
    has_keys: bool = False  # then a row of another identity is never the same row changed
    keeps: tuple[str, ...] = ()  # columns that stay as they are stored where the format says nothing of them

    def kept(self, row: Any, wish: Any) -> Sequence[str]:
        """The columns that a stored row keeps: while it is the same statement of the same article."""
        unsaid = [column for column in self.keeps if getattr(wish, column) in UNSAID]
        same = unsaid and self.identity(row) == self.identity(wish) and self.article_of(row) == self.article_of(wish)
        return unsaid if same else ()

    def article_of(self, row: Any) -> int | None:
        """The article that a row was read in; None for rows that have none of their own."""
        article: int | None = getattr(row, "source_id", None) or getattr(row, "article_id", None)
        return article


INITIATIVE_COLUMNS = ("name", "countries", "kind", "status", "announced", "start", "end", "summary", "themes")
ENTRY_COLUMNS = (  # those that hold the value of the key of the same name
    "key", "amount", "currency", "hedge", "amount_low", "amount_high", "usd_as_published", "stage", "origin", "scope", "channel", "announced_on",
    "period", "instrument", "relation", "within", "new_money", "tier", "note",
)  # fmt: skip
ORGANIZATION_COLUMNS = ("kind", "country_id")
ARTICLE_COLUMNS = {"title": "title", "publisher": "publisher", "class": "klass", "published": "published"}  # key of the format → column
ARTICLE_FACTS = ("rests_on", "text")  # said of the article itself, whoever cites it; left as stored where the format says nothing

REFERENCES = Part("articles", Reference, "initiative_id", ("order", "cited_as"), lambda row: row.article_id, has_keys=True)
FUNDING = Part(
    "funding",
    FundingEntry,
    "initiative_id",
    (
        "order",
        "amount",
        "currency",
        "hedge",
        "amount_low",
        "amount_high",
        "usd_as_published",
        "stage",
        "origin",
        "scope",
        "channel",
        "recipient_country_id",
        "announced_on",
        "period",
        "instrument",
        "relation",
        "related_to_id",
        "within",
        "new_money",
        "tier",
        "note",
        "source_id",
        "evidence",
        "rank",
        "rank_reason",
    ),
    lambda row: row.key,
    has_keys=True,
    keeps=("evidence", "rank", "rank_reason"),
)
FUNDERS = Part(
    "funders", Funder, "entry_id", ("order", "organization_id", "described", "country_id", "share"), lambda row: (row.organization_id, row.described)
)
PARTICIPANTS = Part(
    "participants",
    Participation,
    "initiative_id",
    ("order", "organization_id", "described", "role", "status", "source_id", "evidence"),
    lambda row: (row.organization_id, row.described, row.role),
    keeps=("evidence",),
)
QUANTITIES = Part(
    "quantities",
    Quantity,
    "initiative_id",
    ("order", "measure", "value", "hedge", "status", "by", "relation", "related_to_id", "source_id", "note"),
    lambda row: row.key,
    has_keys=True,
)
POINTS = Part(
    "points",
    Point,
    "initiative_id",
    ("order", "kind", "aspect", "country_id", "text", "source_id", "evidence"),
    lambda row: (row.kind, row.text),
    keeps=("evidence",),
)
COMMENTARY = Part(
    "commentary",
    Comment,
    "initiative_id",
    (
        "order", "speaker", "title", "affiliation", "actor", "country_id", "interest", "stance", "aspects", "position", "quote", "said_on",
        "source_id", "place", "evidence",
    ),
    lambda row: (row.speaker, row.position, row.source_id),
    keeps=("place", "evidence"),
)  # fmt: skip
PARTS = (REFERENCES, FUNDING, PARTICIPANTS, QUANTITIES, POINTS, COMMENTARY)


def initiative(value: Object) -> Initiative:
    """The initiative's own row."""
    return Initiative(slug=value["slug"], **{column: value[column] for column in INITIATIVE_COLUMNS})


def entries(initiative_id: int, items: Sequence[Object], ids: Ids) -> list[FundingEntry]:
    """One row an entry; funders are rows of their own."""
    return [
        FundingEntry(
            id=ids.entries[item["key"]],
            initiative_id=initiative_id,
            order=order,
            recipient_country_id=item["recipient_country"],
            related_to_id=item["related_to"] and ids.entries[item["related_to"]],
            source_id=ids.articles[item["source"]],
            evidence=item["evidence"],
            rank=item["rank"] or "normal",
            rank_reason=item["rank_reason"],
            **{column: item[column] for column in ENTRY_COLUMNS},
        )
        for order, item in enumerate(items)
    ]


def funders(items: Sequence[Object], ids: Ids) -> list[Funder]:
    """Who pays the entries."""
    return [
        Funder(
            entry_id=ids.entries[item["key"]],
            order=order,
            organization_id=funder["organization"] and ids.organizations[funder["organization"]],
            described=funder["described"],
            country_id=funder["country"],
            share=funder["share"],
        )
        for item in items
        for order, funder in enumerate(item["funders"])
    ]


def participants(initiative_id: int, items: Sequence[Object], ids: Ids) -> list[Participation]:
    """Who takes part."""
    return [
        Participation(
            initiative_id=initiative_id,
            order=order,
            organization_id=item["organization"] and ids.organizations[item["organization"]],
            described=item["described"],
            role=item["role"],
            status=item["status"],
            source_id=ids.articles[item["source"]],
            evidence=item["evidence"],
        )
        for order, item in enumerate(items)
    ]


def quantities(initiative_id: int, items: Sequence[Object], ids: Ids) -> list[Quantity]:
    """What is promised that is not money."""
    return [
        Quantity(
            id=ids.quantities[item["key"]],
            initiative_id=initiative_id,
            order=order,
            related_to_id=item["related_to"] and ids.quantities[item["related_to"]],
            source_id=ids.articles[item["source"]],
            **{column: item[column] for column in ("key", "measure", "value", "hedge", "status", "by", "relation", "note")},
        )
        for order, item in enumerate(items)
    ]


def points(initiative_id: int, items: Sequence[Object], ids: Ids) -> list[Point]:
    """What it is for and what stands in its way."""
    return [
        Point(
            initiative_id=initiative_id,
            order=order,
            kind=item["kind"],
            aspect=item["aspect"],
            country_id=item["country"],
            text=item["text"],
            source_id=ids.articles[item["source"]],
            evidence=item["evidence"],
        )
        for order, item in enumerate(items)
    ]


def comments(initiative_id: int, items: Sequence[Object], ids: Ids) -> list[Comment]:
    """Who says what."""
    plain = ("speaker", "title", "affiliation", "actor", "interest", "stance", "aspects", "position", "quote", "place", "evidence")
    return [
        Comment(
            initiative_id=initiative_id,
            order=order,
            country_id=item["country"],
            said_on=item["date"],
            source_id=ids.articles[item["source"]],
            **{column: item[column] for column in plain},
        )
        for order, item in enumerate(items)
    ]


def article(item: Object) -> Article:
    """A cited article's own row."""
    return Article(url=item["url"], **{column: item[key] for key, column in ARTICLE_COLUMNS.items()})


def citation(item: Object, cited: Article) -> dict[str, Any] | None:
    """What a citation says otherwise than the article's own row; None where it says the same."""
    differing = {key: item[key] for key, column in ARTICLE_COLUMNS.items() if item[key] != getattr(cited, column)}
    return differing or None
