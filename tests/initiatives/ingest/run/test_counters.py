"""What passed each stage of the line, and the middle of what each takes."""

import datetime

from django.utils import timezone

from initiatives.ingest.run.counters import counters, stage_medians
from initiatives.models import Article, Draft, Intake, Source, SourceItem


def intake(state: str, verdict: str | None = None, source: Source | None = None) -> Intake:
    timings = {"extract": [0.5, 0.25]}
    return Intake.objects.create(address="https://news.example.org/a", state=state, verdict=verdict, timings=timings, source=source)


def test_each_article_is_counted_at_every_stage_that_it_reached(db: None) -> None:
    source = Source.objects.create(address="https://news.example.org/feed", name="News")
    done = intake("done", "yes", source)
    intake("done", "maybe")
    intake("rejected", "no")
    intake("failed")
    intake("dismissed")
    Intake.objects.create(address="https://news.example.org/b", state="waiting")
    for number in range(3):
        SourceItem.objects.create(source=source, identity=str(number), intake=done if number == 0 else None)
    article = Article.objects.create(url="https://news.example.org/a", title="A")
    Draft.objects.create(article=article, intake=done, proposal={}, state="accepted")

    found = counters()
    assert (found.seen, found.fetched, found.kept, found.maybe, found.rejected) == (3 + 5, 5, 1, 1, 1)
    assert (found.drafted, found.accepted, found.failed, found.waiting, found.duplicate) == (1, 1, 2, 1, 0)


def test_what_came_in_before_the_moment_is_not_counted(db: None) -> None:
    old = intake("rejected", "no")
    Intake.objects.filter(pk=old.pk).update(handed_in_at=timezone.now() - datetime.timedelta(days=2))
    intake("failed")
    day = timezone.now() - datetime.timedelta(days=1)
    assert (counters(day).rejected, counters(day).failed, counters().rejected) == (0, 1, 1)


def test_the_middle_of_each_step_is_over_the_articles_that_reached_it(db: None) -> None:
    for seconds in (1.0, 2.0, 9.0):
        Intake.objects.create(address="https://news.example.org/a", timings={"understand": [seconds, seconds / 2]})
    Intake.objects.create(address="https://news.example.org/b", timings={"extract": [0.1, 0.1], "fetch": [3.0, 0.2]})
    assert [(each.step, each.articles, each.seconds, each.cpu_seconds) for each in stage_medians()] == [
        ("fetch", 1, 3.0, 0.2),
        ("extract", 1, 0.1, 0.1),
        ("understand", 3, 2.0, 1.0),
    ]
