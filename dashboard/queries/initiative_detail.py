"""Everything about one initiative but its money: facts, points, participants, comments, quantities, articles and its history; must not know pages."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dashboard.filters import Filters
from dashboard.queries import selection
from dashboard.queries.comments import CommentRow, comment_rows
from dashboard.queries.entries import EntryRow
from dashboard.queries.funding_by_country import names_of
from dashboard.queries.ledger import family_rows
from initiatives.models import Comment, FundingCount, Initiative, Participation, Point, Quantity, Reference

Evidence = str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the record says of the initiative itself."""

    id: int
    slug: str
    name: str
    owners: tuple[tuple[str, str], ...]  # code and name
    kind: str
    status: str
    announced: str
    start: str | None
    end: str | None
    summary: str
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointRow:
    """One goal, rationale, hurdle, opportunity or model followed."""

    id: int
    kind: str
    aspect: str
    country: str | None
    country_name: str | None
    text: str
    source_url: str
    source_words: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """One organization, or words for the unnamed, in one role."""

    name: str
    slug: str | None  # None for the unnamed
    kind: str | None
    country: str | None
    country_name: str | None
    role: str
    status: str
    source_url: str
    source_words: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """Something promised that is not money."""

    key: str
    measure: str
    value: Decimal
    hedge: str
    status: str
    by: int | None
    is_part: bool
    note: str | None
    source_url: str
    source_words: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One cited article with what was taken from it; `tier` is the best of the money read in it."""

    id: int
    url: str
    title: str
    publisher: str
    klass: str
    published: str | None
    rests_on: str
    tier: int | None
    money: int
    participants: int
    comments: int
    points: int
    quantities: int


@dataclass(frozen=True, slots=True)
class Detail:
    """One initiative as its page shows it."""

    facts: Facts
    points: Sequence[PointRow]
    participants: Sequence[ParticipantRow]
    comments: Sequence[CommentRow]
    quantities: Sequence[QuantityRow]
    articles: Sequence[ArticleRow]


def initiative_facts(slug: str) -> Facts | None:
    """The initiative of a slug, None where there is none; two statements."""
    columns = ("id", "slug", "name", "countries", "kind", "status", "announced", "start", "end", "summary", "themes")
    row = Initiative.objects.filter(slug=slug).values(*columns).first()
    if row is None:
        return None
    names = names_of(row["countries"])
    owners = tuple((code, names[code]) for code in row.pop("countries"))
    return Facts(owners=owners, themes=tuple(row.pop("themes")), **row)


def initiative_detail(facts: Facts, entries: Sequence[EntryRow]) -> Detail:
    """Points, participants, comments, quantities and articles; five statements. `entries` are its own statements about money."""
    points, participants, quantities = points_of(facts.id), participants_of(facts.id), quantities_of(facts.id)
    comments = comment_rows(Comment.objects.filter(initiative=facts.id).order_by("order"))
    return Detail(facts, points, participants, comments, quantities, articles_of(facts.id, entries, [participants, comments, points, quantities]))


def source_words(row: Mapping[str, Any], prefix: str = "source__") -> str:
    """The publisher of a source, else its title."""
    return row[f"{prefix}publisher"] or row[f"{prefix}title"]


def passage(evidence: Mapping[str, Any] | None) -> Evidence:
    """The passage that says it."""
    return (evidence or {}).get("text")


SOURCE = ("source__url", "source__title", "source__publisher", "evidence")


def points_of(initiative: int) -> list[PointRow]:
    """In the order of the record; one statement."""
    rows = Point.objects.filter(initiative=initiative).order_by("order").values("id", "kind", "aspect", "country_id", "country__name", "text", *SOURCE)
    return [
        PointRow(row["id"], row["kind"], row["aspect"], row["country_id"], row["country__name"], row["text"], row["source__url"], source_words(row), passage(row["evidence"]))
        for row in rows
    ]


def participants_of(initiative: int) -> list[ParticipantRow]:
    """In the order of the record; one statement."""
    organization = ("organization__name", "organization__slug", "organization__kind", "organization__country_id", "organization__country__name")
    rows = Participation.objects.filter(initiative=initiative).order_by("order").values("described", "role", "status", *organization, *SOURCE)
    return [
        ParticipantRow(
            row["organization__name"] or row["described"] or "", row["organization__slug"], row["organization__kind"], row["organization__country_id"],
            row["organization__country__name"], row["role"], row["status"], row["source__url"], source_words(row), passage(row["evidence"]),
        )
        for row in rows
    ]  # fmt: skip


def quantities_of(initiative: int) -> list[QuantityRow]:
    """In the order of the record; one statement."""
    columns = ("key", "measure", "value", "hedge", "status", "by", "relation", "note", "source__url", "source__title", "source__publisher")
    rows = Quantity.objects.filter(initiative=initiative).order_by("order").values(*columns)
    return [
        QuantityRow(row["key"], row["measure"], row["value"], row["hedge"], row["status"], row["by"], row["relation"] == "part-of", row["note"], row["source__url"], source_words(row))
        for row in rows
    ]


def articles_of(initiative: int, entries: Sequence[EntryRow], others: Sequence[Sequence[Any]]) -> list[ArticleRow]:
    """The cited articles, newest first, undated last, with how much was taken from each; one statement."""
    columns = ("article_id", "article__url", "article__title", "article__publisher", "article__klass", "article__published", "article__rests_on")
    rows = Reference.objects.filter(initiative=initiative).order_by("order").values_list(*columns)
    uses = [used(row.source_url for row in some) for some in (entries, *others)]
    tiers: dict[str, int] = {}
    for entry in entries:
        tiers[entry.source_url] = min(entry.tier, tiers.get(entry.source_url, entry.tier))
    found = [ArticleRow(*row, tiers.get(row[1]), *(count.get(row[1], 0) for count in uses)) for row in rows]
    return sorted(found, key=lambda one: one.published or "", reverse=True)


def used(addresses: Iterable[str]) -> dict[str, int]:
    """How often each address is a source."""
    return Counter(addresses)


def families_of(initiative: int, filters: Filters) -> dict[str, list[EntryRow]]:
    """Every statement of the families that its statements belong to, in tree order; three statements."""
    own = FundingCount.objects.filter(snapshot=selection.snapshot(filters), initiative=initiative).order_by().values("family")
    return family_rows(filters, own)
