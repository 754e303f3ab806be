"""Commentary: who says what, how stances fall by speaker and country, and who is missing; must not know how it is shown."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from dashboard.filters import Filters
from dashboard.queries import selection
from dashboard.queries.arrays import Joined, Unnested
from dashboard.queries.funding_by_country import names_of
from dashboard.queries.pages import Page, bounds
from dashboard.queries.remembered import Shared
from initiatives.models import Comment
from initiatives.vocabulary import JOINT

Stances = Mapping[str, int]
LEAST_COMMENTS = 5  # fewer say too little about an aspect


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One comment with its initiative and source; `evidence` is the passage."""

    id: int
    initiative_slug: str
    initiative_name: str
    owners: tuple[str, ...]  # names
    speaker: str
    title: str | None
    affiliation: str | None
    place: str | None
    actor: str
    home: str | None
    home_name: str | None
    interest: str | None
    stance: str
    aspects: tuple[str, ...]
    position: str
    quote: str | None
    said_on: str | None
    source_url: str
    source_words: str
    evidence: str | None

    @property
    def role(self) -> str:
        """Title, affiliation and place, as far as they are known."""
        return ", ".join(part for part in (self.title, self.affiliation, self.place) if part)

    @property
    def who(self) -> str:
        """The speaker with the role."""
        return ", ".join(part for part in (self.speaker, self.role) if part)


@dataclass(frozen=True, slots=True)
class Tally:
    """Comments of one value (a kind of speaker, a country, an aspect) by stance."""

    value: str
    words: str
    stances: Stances

    @property
    def comments(self) -> int:
        return sum(self.stances.values())

    @property
    def doubting(self) -> int:
        return self.stances.get("critical", 0) + self.stances.get("cautious", 0)


@dataclass(frozen=True, slots=True)
class CommentSums:
    """The whole selection: comments, speakers, those with an interest, undated ones, ones from abroad, and stances in all and by speaker."""

    comments: int
    speakers: int
    interested: int
    undated: int
    stances: Stances
    officials: int


COLUMNS = (
    "id", "initiative__slug", "initiative__name", "initiative__countries", "speaker", "title", "affiliation", "place", "actor", "country_id",
    "country__name", "interest", "stance", "aspects", "position", "quote", "said_on", "source__url", "source__title", "source__publisher", "evidence",
)  # fmt: skip


def comment_rows(found: QuerySet[Comment]) -> list[CommentRow]:
    """Some comments in their order; two statements."""
    rows = list(found.values(*COLUMNS))
    names = names_of({code for row in rows for code in row["initiative__countries"]})
    return [_row(row, names) for row in rows]


def _row(row: Mapping[str, Any], names: Mapping[str, str]) -> CommentRow:
    own = ("id", "speaker", "title", "affiliation", "place", "actor", "interest", "stance", "position", "quote", "said_on")
    return CommentRow(
        **{name: row[name] for name in own},
        initiative_slug=row["initiative__slug"],
        initiative_name=row["initiative__name"],
        owners=tuple(names[code] for code in row["initiative__countries"]),
        home=row["country_id"],
        home_name=row["country__name"],
        aspects=tuple(row["aspects"]),
        source_url=row["source__url"],
        source_words=row["source__publisher"] or row["source__title"],
        evidence=(row["evidence"] or {}).get("text"),
    )


def ordered(filters: Filters) -> QuerySet[Comment]:
    """The comments of the selection in the order that the filters ask for."""
    column, descends = filters.sorted_by(("newest", "speaker"), "newest")
    found = selection.comments(filters)
    if column == "speaker":
        return found.order_by("-speaker" if descends else "speaker", "id")
    return found.order_by(F("said_first").asc(nulls_last=True) if descends else F("said_first").desc(nulls_last=True), "id")


def comment_page(filters: Filters, count: int) -> Page[CommentRow]:
    """One page of `count` comments; two statements."""
    return Page(comment_rows(ordered(filters)[bounds(filters.page)]), filters.page, count)


def comment_sums(filters: Filters) -> CommentSums:
    """Size and balance of the selection; one statement."""
    stances = {stance: Count("id", filter=Q(stance=stance)) for stance in ("supportive", "cautious", "critical", "neutral")}
    sums = selection.comments(filters).order_by().aggregate(
        comments=Count("id"),
        speakers=Count("speaker", distinct=True),
        interested=Count("id", filter=Q(interest__isnull=False)),
        undated=Count("id", filter=Q(said_on__isnull=True)),
        officials=Count("id", filter=Q(actor="official")),
        **stances,
    )  # fmt: skip
    return CommentSums(
        sums["comments"], sums["speakers"], sums["interested"], sums["undated"], {name: sums[name] for name in stances}, sums["officials"]
    )


def by_actor(filters: Filters) -> list[Tally]:
    """Kinds of speaker, the most frequent first; one statement."""
    return tallied(BY_ACTOR.rows(filters))


def _by_actor(filters: Filters) -> QuerySet[Comment, Any]:
    return selection.comments(filters).order_by().values("actor", "stance").annotate(rows=Count("id")).values_list("actor", "stance", "rows")


BY_ACTOR = Shared("comments by actor", _by_actor)


def by_aspect(filters: Filters) -> list[Tally]:
    """Aspects, the most frequent first; one statement."""
    found = selection.comments(filters).order_by().annotate(aspect=Unnested("aspects"))
    return tallied(found.values_list("aspect", "stance").annotate(rows=Count("id")))


def by_country(filters: Filters) -> list[Tally]:
    """Owners of the initiatives, joint efforts as one, the most discussed first; two statements."""
    found = selection.comments(filters).order_by().annotate(owners=Joined(F("initiative__countries")))
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for owners, stance, rows in found.values_list("owners", "stance").annotate(rows=Count("id")):
        counts[JOINT if " " in owners else owners, stance] += rows
    tallies = tallied((value, stance, rows) for (value, stance), rows in counts.items())
    names = names_of({one.value for one in tallies})
    return [Tally(one.value, names[one.value], one.stances) for one in tallies]


def tallied(rows: Any) -> list[Tally]:
    """Rows of value, stance and count as tallies, most comments first."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for value, stance, count in rows:
        found[value][stance] = count
    return sorted((Tally(value, value, stances) for value, stances in found.items()), key=lambda one: (-one.comments, one.value))


@dataclass(frozen=True, slots=True)
class Dispute:
    """An initiative with voices on both sides: one supportive and one critical comment, and all its stances."""

    supportive: CommentRow
    critical: CommentRow
    stances: Stances

    @property
    def voices(self) -> tuple[CommentRow, CommentRow]:
        return self.supportive, self.critical


def disputed(filters: Filters, limit: int) -> list[Dispute]:
    """Initiatives with voices on both sides, the most doubted first; two statements."""
    counts = {stance: Count("id", filter=Q(stance=stance)) for stance in ("critical", "cautious", "neutral", "supportive")}
    by_initiative: Any = selection.comments(filters).order_by().values("initiative__slug").annotate(**counts)
    chosen = list(by_initiative.filter(critical__gt=0, supportive__gt=0).order_by("-critical", "-cautious", "initiative__slug")[:limit])
    wanted = [row["initiative__slug"] for row in chosen]
    found = selection.comments(filters).filter(initiative__slug__in=wanted, stance__in=("supportive", "critical")).order_by("-order")
    rows = {(row.initiative_slug, row.stance): row for row in comment_rows(found)}
    return [Dispute(rows[slug, "supportive"], rows[slug, "critical"], _stances(one)) for one in chosen for slug in (one["initiative__slug"],)]


def _stances(row: Mapping[str, Any]) -> Stances:
    return {stance: row[stance] for stance in ("critical", "cautious", "neutral", "supportive")}


def doubted(rows: Sequence[Tally], most: int) -> list[Tally]:
    """The values that are doubted most: by share of critical and cautious comments, among those with at least five comments."""
    frequent = [one for one in rows if one.comments >= LEAST_COMMENTS]
    return sorted(frequent, key=lambda one: (-one.doubting / one.comments, -one.comments, one.value))[:most]
