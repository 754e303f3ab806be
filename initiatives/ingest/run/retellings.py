"""Finds the article of late whose announcement a new one tells in its own words, so that both stand in one story; must not place anything."""

import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Left

from initiatives.dates import precision
from initiatives.ingest.plain import from_plain
from initiatives.ingest.run import stories
from initiatives.ingest.run.stories import Tie
from initiatives.ingest.steps import duplicates
from initiatives.ingest.steps.draft import SURE
from initiatives.ingest.steps.duplicates import NEAR_DAYS, Report, Retelling
from initiatives.ingest.steps.duplicates.report import HEAD_CHARACTERS
from initiatives.ingest.steps.match.amounts import Amounts
from initiatives.ingest.values import Article as ArticleValue
from initiatives.ingest.values import DraftValue, InitiativeMatch, Understanding
from initiatives.ledger.series import load_rates
from initiatives.models import Article, Draft

MOST_COMPARED = 300  # drafts of the same owners and days, the newest; each costs some hundredths of a millisecond once it is read
READ = ("countries", "money", "title_money", "organizations", "quantities", "quotes")  # parts of a stored proposal that are compared


def tie_of(value: DraftValue) -> Tie | None:
    """The tie of an article that tells an announcement which was reported before; None where no earlier report is surely about the same one."""
    report = report_of(value)
    if report.main is None or not _has_a_day(value.article.published):
        return None
    amounts = Amounts(load_rates())
    compared = [(duplicates.retelling(report, known, amounts), article_id) for article_id, known in earlier(value)]
    found = [(each, article_id) for each, article_id in compared if each is not None]
    if not found:
        return None
    best, article_id = max(found, key=lambda pair: (pair[0].score, -pair[1]))
    return _tie(best, Article.objects.get(pk=article_id))


def _tie(found: Retelling, beside: Article) -> Tie:
    return Tie("retells", reason=found.reason, beside=beside)


def report_of(value: DraftValue) -> Report:
    """The report of a draft; what it is about is sure where the match is."""
    sure = value.initiative.slug if value.initiative.score >= SURE else None
    return duplicates.report_of(value.article, value.understanding, sure)


def earlier(value: DraftValue) -> list[tuple[int, Report]]:
    """Reports of late that an article may retell, by the keys of their articles: of one of its owners, published within the days of an announcement,
    and not rejected."""
    columns = [f"proposal__understanding__{part}" for part in READ]
    rows = likely(value).annotate(head=Left("article__text", HEAD_CHARACTERS))
    found = rows.values_list("article", "article__title", "article__published", "head", "proposal__initiative", *columns)
    reports = [(article_id, _stored(*rest)) for article_id, *rest in found.order_by("-pk")[:MOST_COMPARED]]
    return [(article_id, report) for article_id, report in reports if report is not None]


def likely(value: DraftValue) -> QuerySet[Draft]:
    """The drafts of those reports."""
    day = datetime.date.fromisoformat(value.article.published or "")
    first, last = (str(day + datetime.timedelta(days=days)) for days in (-NEAR_DAYS, NEAR_DAYS))
    owned = Q()
    for code in value.understanding.owners():
        owned |= Q(proposal__understanding__countries__contains=[{"code": code, "role": "owner"}])
    lately = Draft.objects.filter(article__in=stories.lately().filter(published__range=(first, last)).values("pk")).exclude(state="rejected")
    return lately.filter(owned) if owned else lately.none()


def _stored(title: str, published: str, head: str, initiative: Any, *parts: Any) -> Report | None:
    """The report of a stored draft; None for one that an earlier version of the line wrote."""
    try:
        match = from_plain(InitiativeMatch, initiative or {})
        read = dict(zip(READ, ([] if part is None else part for part in parts), strict=True))
        understanding = from_plain(Understanding, {"verdict": "yes", "relevance": 1.0, **read})
    except ValueError:
        return None
    return report_of(DraftValue(ArticleValue(head, title, published=published), understanding, match))


def _has_a_day(published: str | None) -> bool:
    return published is not None and precision(published) == "day"
