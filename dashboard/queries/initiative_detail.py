"""Everything about one initiative but its money: facts, points, participants, comments, quantities, articles and its history; must not know pages."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.filters import Filters
from dashboard.queries import selection
from dashboard.queries.comments import CommentRow, comment_rows
from dashboard.queries.entries import EntryRow
from dashboard.queries.funding_by_country import names_of
from dashboard.queries.ledger import family_rows
from initiatives.models import Comment, FundingCount, Initiative, InitiativeName, Participation, Point, Quantity, Reference

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
    aliases: tuple[str, ...] = ()
    former: tuple[tuple[str, date], ...] = ()


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

    id: int
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

    id: int
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
    """The initiative of a slug with its other names, None where there is none; three statements."""
    columns = ("id", "slug", "name", "countries", "kind", "status", "announced", "start", "end", "summary", "themes")
    row = Initiative.objects.filter(slug=slug).values(*columns).first()
    if row is None:
        return None
    names = names_of(row["countries"])
    owners = tuple((code, names[code]) for code in row.pop("countries"))
    others = list(InitiativeName.objects.filter(initiative=row["id"]).order_by("order", "name").values_list("name", "until"))
    return Facts(
        owners=owners, themes=tuple(row.pop("themes")), aliases=tuple(name for name, until in others if until is None and name != row["name"]),
        former=tuple((name, until) for name, until in others if until is not None), **row,
    )  # fmt: skip


def initiative_of_former(slug: str) -> str | None:
    """Today's slug of the initiative that once had this one; one statement."""
    found = InitiativeName.objects.filter(slug=slug).order_by("-id").values_list("initiative__slug", flat=True).first()
    return None if found is None else str(found)


def initiative_detail(facts: Facts, entries: Sequence[EntryRow]) -> Detail:
    """Points, participants, comments, quantities and articles; five statements. `entries` are its own statements about money."""
    points, participants, quantities = points_of(facts.id), participants_of(facts.id), quantities_of(facts.id)
    comments = comment_rows(Comment.objects.filter(initiative=facts.id).order_by("order"))
    return Detail(facts, points, participants, comments, quantities, articles_of(facts.id, entries, [participants, comments, points, quantities]))


SOURCE = ("source__url", "source__title", "source__publisher", "evidence")


def sourced(row: Mapping[str, Any]) -> dict[str, Any]:
    """Where a value was read: address, publisher (else title), and the passage that says it."""
    words = row["source__publisher"] or row["source__title"]
    return {"source_url": row["source__url"], "source_words": words, "evidence": (row["evidence"] or {}).get("text")}


def points_of(initiative: int) -> list[PointRow]:
    """In the order of the record; one statement."""
    rows = (
        Point.objects.filter(initiative=initiative).order_by("order").values("id", "kind", "aspect", "country_id", "country__name", "text", *SOURCE)
    )
    own = ("id", "kind", "aspect", "text")
    return [
        PointRow(**{name: row[name] for name in own}, country=row["country_id"], country_name=row["country__name"], **sourced(row)) for row in rows
    ]


def participants_of(initiative: int) -> list[ParticipantRow]:
    """In the order of the record; one statement."""
    organization = ("organization__name", "organization__slug", "organization__kind", "organization__country_id", "organization__country__name")
    rows = Participation.objects.filter(initiative=initiative).order_by("order").values("id", "described", "role", "status", *organization, *SOURCE)
    return [
        ParticipantRow(
            id=row["id"],
            name=row["organization__name"] or row["described"] or "",
            slug=row["organization__slug"],
            kind=row["organization__kind"],
            country=row["organization__country_id"],
            country_name=row["organization__country__name"],
            role=row["role"],
            status=row["status"],
            **sourced(row),
        )
        for row in rows
    ]


def quantities_of(initiative: int) -> list[QuantityRow]:
    """In the order of the record; one statement."""
    own = ("id", "key", "measure", "value", "hedge", "status", "by", "note")
    rows = Quantity.objects.filter(initiative=initiative).order_by("order").values(*own, "relation", *SOURCE[:3])
    return [
        QuantityRow(
            **{name: row[name] for name in own},
            is_part=row["relation"] == "part-of",
            source_url=row["source__url"],
            source_words=row["source__publisher"] or row["source__title"],
        )
        for row in rows
    ]


def articles_of(initiative: int, entries: Sequence[EntryRow], others: Sequence[Sequence[Any]]) -> list[ArticleRow]:
    """The cited articles, newest first, undated last, with how much was taken from each; one statement."""
    columns = ("article_id", "article__url", "article__title", "article__publisher", "article__klass", "article__published", "article__rests_on")
    rows: Any = Reference.objects.filter(initiative=initiative).order_by("order").values_list(*columns)
    uses = [used(row.source_url for row in some) for some in (entries, *others)]
    tiers: dict[str, int] = {}
    for entry in entries:
        tiers[entry.source_url] = min(entry.tier, tiers.get(entry.source_url, entry.tier))
    found = [ArticleRow(*(*row, tiers.get(row[1]), *(count.get(row[1], 0) for count in uses))) for row in rows]
    return sorted(found, key=lambda one: one.published or "", reverse=True)


def used(addresses: Iterable[str]) -> dict[str, int]:
    """How often each address is a source."""
    return Counter(addresses)


def families_of(initiative: int, filters: Filters) -> dict[str, list[EntryRow]]:
    """Every statement of the families that its statements belong to, in tree order; three statements."""
    own: Any = FundingCount.objects.filter(snapshot=selection.snapshot(filters), initiative=initiative).order_by().values("family")
    return family_rows(filters, own)
