"""Finds the stored articles that a new one repeats, corrects or cites, and places it in their story; must not store articles."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Length
from django.utils import timezone

from initiatives.ingest.steps import duplicates
from initiatives.ingest.steps.duplicates import News
from initiatives.ingest.values import Article as ArticleValue
from initiatives.ingest.values import MoneyClaim, Understanding
from initiatives.models import Article, ArticleBand, Intake, Story, StoryArticle
from initiatives.text import fold

MOST_COMPARED = 40  # of the articles with a band in common, those with the most
DAYS_OF_A_STORY = datetime.timedelta(days=21)  # later, a report of the same sum is more likely about something else
MOST_CITED = 50
OF_THEIR_OWN = ("first", "retells")  # ties of an article that repeats none
MOST_LIKELY, MOST_LIKELY_COMPARED = 6, 200
LEAST_LIKELY = 0.25  # of two titles' words
SHORTEST_NAME_CHARACTERS = 3
SHARED_BANDS = """
    SELECT kept.article_id FROM initiatives_articleband kept
    JOIN unnest(%s::smallint[], %s::bigint[]) AS asked (band, value) ON kept.band = asked.band AND kept.value = asked.value
    GROUP BY kept.article_id ORDER BY count(*) DESC, kept.article_id LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Found:
    """The stored article that a new one is a copy of, how much of the shorter one stands in the other, and what the new one says besides."""

    known: Article
    likeness: float
    news: News

    @property
    def origin(self) -> Article:
        """The article whose text it is, as far as the story knows."""
        place = place_of(self.known)
        return place.origin if place and place.origin else self.known


@dataclass(frozen=True, slots=True)
class Tie:
    """Why an article belongs to the story of `origin`, whose words or report it repeats, or of the article `beside` it, whose announcement it tells
    in its own words; a `first` has neither."""

    tie: str = "first"
    origin: Article | None = None
    score: float | None = None
    reason: str = ""
    beside: Article | None = None


def find(article: ArticleValue) -> Found | None:
    """The article that was read before of which this one is a copy: by the hash of its text, else by what the texts share; None when it is new."""
    same = standing().filter(text_hash=duplicates.text_hash(article)).order_by("pk").first()
    if same is not None:
        return Found(same, 1.0, News())
    text = duplicates.text_of(article.text)
    compared = ((duplicates.likeness(text, duplicates.text_of(each.text)), each) for each in candidates(article, text))
    alike = sorted(((likeness, each) for likeness, each in compared if likeness is not None), key=lambda pair: (-pair[0], pair[1].pk))
    if not alike:
        return None
    return Found(alike[0][1], alike[0][0], duplicates.news_in(article, [value_of(each) for _likeness, each in alike]))


def standing() -> QuerySet[Article]:
    """Articles that came through the line and stand for something: with a draft, as a copy, or about to be read."""
    to_be_read = Exists(Intake.objects.filter(article=OuterRef("pk"), state__in=("waiting", "working")))
    repeated = Exists(StoryArticle.objects.filter(origin=OuterRef("pk")))
    return Article.objects.exclude(text="").filter(Q(draft__isnull=False) | Q(place__origin__isnull=False) | to_be_read | repeated)


def candidates(article: ArticleValue, text: duplicates.Text) -> QuerySet[Article]:
    """Articles that share a band with the text, those with the most bands in common first of all, and earlier forms of its address."""
    bands = duplicates.bands(text.shingles)
    with connection.cursor() as cursor:
        cursor.execute(SHARED_BANDS, [list(range(len(bands))), list(bands), MOST_COMPARED])
        ids = [row[0] for row in cursor.fetchall()]
    return standing().filter(Q(pk__in=ids) | Q(url__in=addresses(article)))


def addresses(article: ArticleValue) -> list[str]:
    """The forms under which the article's address may be stored. One with a mark of its item or text stands for that alone."""
    given = [address for address in (article.url, article.canonical_url) if address]
    return list(dict.fromkeys([*given, *(duplicates.canonical_address(address) for address in given if "#" not in address)]))


def value_of(row: Article) -> ArticleValue:
    """A stored article as the steps take it."""
    return ArticleValue(
        row.text, row.title, row.url, publisher=row.publisher or None, published=row.published, article_class=row.klass, extractor="stored"
    )


def keep_bands(row: Article) -> None:
    """Keeps the bands by which later copies of the article are found."""
    found = duplicates.bands(duplicates.text_of(row.text).shingles)
    ArticleBand.objects.filter(article=row).delete()
    ArticleBand.objects.bulk_create([ArticleBand(article=row, band=band, value=value) for band, value in enumerate(found)])


def keep_missing_bands() -> int:
    """Bands and hash of articles whose text was kept before there were any; how many there were. Does nothing the next time."""
    without = Article.objects.exclude(text="").filter(~Exists(ArticleBand.objects.filter(article=OuterRef("pk"))))
    ids = list(without.values_list("pk", flat=True))
    for article_id in ids:
        with transaction.atomic():
            row = Article.objects.select_for_update().get(pk=article_id)
            keep_bands(row)
            Article.objects.filter(pk=row.pk, text_hash="").update(text_hash=duplicates.text_hash(value_of(row)))
    return len(ids)


def tie_of(understanding: Understanding, found: Found | None) -> Tie | None:
    """How an article that has a draft of its own repeats or cites what was read before; None where it does neither."""
    return copied(found) if found else cited(understanding)


def copied(found: Found) -> Tie:
    """The tie of a copy."""
    reason = f"{percent(found.likeness)} of the shorter text stands in “{found.known.title}” ({named(found.known)}). {found.news.in_words()}"
    return Tie("copy", found.origin, found.likeness, reason.strip())


def cited(understanding: Understanding) -> Tie | None:
    """The tie of an article that says it rests on a report, where that report was read and gives one of its sums; None otherwise."""
    for attribution in understanding.attributions:
        for row in by_publisher(attribution.publisher):
            if shares_a_sum(understanding.money, row):
                reason = f"It rests on {attribution.publisher} (“{attribution.evidence.text}”), and “{row.title}” gives the same sum."
                return Tie("cites", row, None, reason)
    return None


def lately() -> QuerySet[Article]:
    """Articles with a draft that was made within the days of a story."""
    since = timezone.now() - DAYS_OF_A_STORY
    return Article.objects.exclude(text="").filter(draft__made_at__gte=since).defer("text")


def by_publisher(name: str) -> list[Article]:
    """Lately read articles of the publisher with this name, the newest first."""
    wanted = plain_name(name)
    if len(wanted) < SHORTEST_NAME_CHARACTERS:
        return []
    rows = lately().annotate(long=Length("publisher")).filter(long__gte=SHORTEST_NAME_CHARACTERS).filter(publisher__icontains=wanted.split()[0])
    return [row for row in rows.order_by("-pk")[:MOST_CITED] if same_name(row.publisher, name)]


def same_name(one: str, other: str) -> bool:
    """Whether two names are of one publisher: equal, or one within the other, word by word."""
    words, others = f" {plain_name(one)} ", f" {plain_name(other)} "
    return bool(words.strip() and others.strip()) and (words in others or others in words)


def plain_name(name: str) -> str:
    """The name without case, accents and article."""
    return fold(name).removeprefix("the ")


def shares_a_sum(money: Iterable[MoneyClaim], row: Article) -> bool:
    """Whether an article gives one of these sums."""
    theirs = duplicates.sums_of(value_of(row))
    return any(duplicates.same_sum(claim, other) for claim in money for other, _words in theirs)


def place(row: Article, tie: Tie) -> StoryArticle:
    """The article's place in its story: the one it has already, else one beside what it repeats or retells, else the first of a story of its own."""
    kept = place_of(row)
    if kept is not None:
        return kept
    known = tie.origin or tie.beside
    story = place(known, Tie()).story if known else Story.objects.create()
    return StoryArticle.objects.create(article=row, story=story, tie=tie.tie, origin=tie.origin, score=tie.score, reason=tie.reason)


def place_of(row: Article) -> StoryArticle | None:
    """The article's place; None for one that was read before there were stories."""
    return StoryArticle.objects.filter(article=row).select_related("story", "origin").first()


def gather_citing(row: Article, money: Iterable[MoneyClaim]) -> None:
    """Brings reports that rest on this article, and came in before it, into its story, or puts them behind it where they stand there."""
    mine = place(row, Tie())
    waiting = lately().filter(place__tie__in=OF_THEIR_OWN, place__placed_by=None).exclude(rests_on="").exclude(pk__in=[row.pk, mine.origin_id])
    for report in waiting.order_by("-pk")[:MOST_CITED] if row.publisher else ():
        if same_name(report.rests_on, row.publisher) and shares_a_sum(money, report):
            reason = f"It rests on {report.rests_on}; “{row.title}” came in later and gives the same sum."
            move(report, Tie("cites", row, None, reason), mine.story)
    if mine.tie == "retells" and not mine.story.places.filter(tie="first").exists():
        StoryArticle.objects.filter(pk=mine.pk).update(tie="first", reason="")


def move(row: Article, tie: Tie, story: Story) -> None:
    """Moves an article and what repeats it into another story; the one that is left empty leads there."""
    left = place(row, Tie()).story
    StoryArticle.objects.filter(Q(article=row) | Q(origin=row)).update(story=story)
    StoryArticle.objects.filter(article=row).update(tie=tie.tie, origin=tie.origin, reason=tie.reason)
    if left != story and not left.places.exists():
        Story.objects.filter(pk=left.pk).update(joined_to=story)


def candidates_to_join(story: Story) -> list[StoryArticle]:
    """First articles of other stories of late that may be the same: about the same initiative, or with a title much alike; the likeliest first."""
    mine = list(Article.objects.filter(place__story=story).values_list("title", "draft__initiative"))
    others = (
        StoryArticle.objects.filter(origin__isnull=True, article__draft__made_at__gte=timezone.now() - DAYS_OF_A_STORY)
        .exclude(story=story)
        .select_related("article__draft")
        .defer("article__text", "article__draft__proposal", "article__draft__decided")
    )
    scored = [(likely(place, mine), place) for place in others.order_by("-pk")[:MOST_LIKELY_COMPARED]]
    return [place for score, place in sorted(scored, key=lambda pair: -pair[0]) if score > 0][:MOST_LIKELY]


def likely(place: StoryArticle, mine: Sequence[tuple[str, int | None]]) -> float:
    """How likely an article is about the same event as these titles and initiatives; 0 where nothing speaks for it."""
    alike = max((duplicates.titles_alike(place.article.title, title) for title, _initiative in mine), default=0.0)
    same = place.article.draft.initiative_id in {initiative for _title, initiative in mine if initiative is not None}
    return alike + same if same or alike >= LEAST_LIKELY else 0.0


def named(row: Article) -> str:
    """Who published the article, for a sentence."""
    return row.publisher or "publisher unknown"


def percent(share: float) -> str:
    """A share for a sentence; only a whole one is a hundred."""
    return f"{100 if share == 1 else min(99, round(share * 100))} %"
