"""Fills the desk with drafts of our own short articles, asks for their pages as an editor does, and undoes all of it; in a process that
`manage.py shell` has set up."""

import json
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from initiatives import review
from initiatives.desk.inbox.order import neighbours
from initiatives.ingest import line
from initiatives.ingest.run import gather
from initiatives.ingest.run.consequence import consequence_of
from initiatives.ingest.steps.doubt import doubt_of
from initiatives.ingest.values import DraftValue
from initiatives.ledger.series import load_rates
from initiatives.models import Article, Draft, Edition, Story, StoryArticle
from initiatives.publication import PublicationRefused
from initiatives.review import decision_of
from tests.bench.matched import read_articles

FEW: Final = 100
KINDS: Final = 12  # different articles; the others tell the same
ROUNDS: Final = 40
IN_A_STORY: Final = 3  # of three drafts two tell of one story


def main(drafts: int) -> None:
    """Prints milliseconds as JSON; the database is as it was afterwards."""
    settings.ALLOWED_HOSTS = ["*"]
    with transaction.atomic():
        client = editor()
        values = proposals()
        fill(values, FEW)
        few = middle(times(lambda draft: client.get(f"/desk/drafts/{draft.pk}/"), some(ROUNDS)))
        fill(values, drafts - FEW)
        print(json.dumps({"page_of_few": few, **measured(client)}))
        transaction.set_rollback(True)


def editor() -> Client:
    """A signed-in editor."""
    person = User.objects.create_user("bench-editor")
    person.groups.add(Group.objects.get_or_create(name=settings.EDITORS_GROUP)[0])
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def proposals() -> list[DraftValue]:
    """What the line makes of a few articles over the whole record."""
    rates = load_rates()
    read = read_articles()[:KINDS]
    records = [(article, understood, gather.record(understood.owners(), f"{article.title} {article.text}")) for article, understood in read]
    return [line.draft_of(*each, rates) for each in records]


def fill(values: list[DraftValue], number: int) -> None:
    """So many more drafts, each of an article of its own."""
    begin, now, edition = Draft.objects.count(), timezone.now(), Edition.objects.current_number()
    weights = [(consequence_of(value), doubt_of(value), value.to_json()) for value in values]
    articles = [article(values[at % len(values)], begin + at) for at in range(number)]
    Article.objects.bulk_create(articles, batch_size=1000)
    made = [draft(row, weights[at % len(weights)], edition) for at, row in enumerate(articles)]
    Draft.objects.bulk_create(made, batch_size=500)
    for at, row in enumerate(made):
        row.made_at = now - timedelta(minutes=7 * at)
    Draft.objects.bulk_update(made, ["made_at"], batch_size=1000)
    stories = Story.objects.bulk_create([Story() for _ in range(number // IN_A_STORY)])
    pairs = [(story, articles[at * IN_A_STORY + twin]) for at, story in enumerate(stories) for twin in (0, 1)]
    StoryArticle.objects.bulk_create([StoryArticle(story=story, article=row) for story, row in pairs], batch_size=1000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE initiatives_draft, initiatives_article, initiatives_storyarticle")


def article(value: DraftValue, number: int) -> Article:
    said = value.article
    return Article(url=f"https://bench.example/{number}", title=f"{said.title} ({number})", published=said.published, text=said.text)


def draft(row: Article, weight: tuple[Any, float, Any], edition: int) -> Draft:
    return Draft(article=row, proposal=weight[2], consequence=weight[0], doubt=weight[1], matched_with=edition)


def some(number: int) -> list[Draft]:
    """Drafts from everywhere in the list."""
    every = list(Draft.objects.filter(state="open").order_by("-urgency").values_list("pk", flat=True))
    chosen = every[:: max(1, len(every) // number)][:number]
    return list(Draft.objects.filter(pk__in=chosen))


def measured(client: Client) -> dict[str, float]:
    """Milliseconds of each thing that an editor does."""
    drafts = some(ROUNDS)
    opened = lambda row: client.get(f"/desk/drafts/{row.pk}/")  # noqa: E731 (said once)
    times(opened, drafts[:4])
    began = time.process_time()
    pages = times(opened, drafts)
    spent = 1000 * (time.process_time() - began) / len(drafts)
    return {
        "page": middle(pages),
        "page_95": sorted(pages)[int(0.95 * len(pages))],
        "page_cpu": spent,
        "neighbours": middle(times(neighbours, drafts)),
        "effect": middle(times(lambda row: client.post(f"/desk/drafts/{row.pk}/effect/"), drafts)),
        "next": middle(times(lambda row: rejected(client, row), drafts[:10])),
        "accept": middle(times(accepted, drafts[10:16])),
    }


def rejected(client: Client, row: Draft) -> None:
    """A rejection, and the page of the next draft."""
    answer = client.post(f"/desk/drafts/{row.pk}/reject/", {"version": str(row.version), "rejected_as": "known"}, follow=True)
    assert answer.status_code == 200, answer.status_code


def accepted(row: Draft) -> None:
    """An acceptance of what a person would have completed."""
    form, day = decision_of(row), "2026-01-05"
    owners = form.initiative.countries or "JPN"
    about = replace(form.initiative, name=row.article.title, kind="compute", countries=owners, summary="Measured.", announced=day)
    cited = replace(form.article, url=row.article.url, published=day)
    whole = replace(form, slug="", initiative=about, article=cited, entries=(), participations=(), comments=(), points=(), quantities=())
    changed = review.edit(row.pk, row.version, whole)
    Draft.objects.filter(pk=row.pk).update(matched_with=Edition.objects.current_number())
    try:
        review.accept(row.pk, changed.version, User.objects.get(username="bench-editor"))
    except PublicationRefused as refused:
        raise SystemExit(str(refused)) from refused


def times(work: Callable[[Draft], object], drafts: list[Draft]) -> list[float]:
    """Milliseconds of the work for each."""
    found = []
    for row in drafts:
        began = time.perf_counter()
        work(row)
        found.append(1000 * (time.perf_counter() - began))
    return found


def middle(milliseconds: list[float]) -> float:
    return statistics.median(milliseconds)
