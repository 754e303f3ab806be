"""Looks for copies of new articles among thousands as a worker does, in a process that `manage.py shell` has set up; what it stores is taken back."""

import json
import random
import statistics
import time
from collections.abc import Callable
from typing import Final

from django.db import connection, transaction

from initiatives.ingest.run import stories
from initiatives.ingest.steps import duplicates
from initiatives.ingest.values import Article
from initiatives.models import Article as ArticleRow
from initiatives.models import ArticleBand, Story, StoryArticle
from tests.initiatives.ingest.steps.duplicates import articles

STORED: Final = 5_000
ASKED: Final = 100
ROWS_AT_ONCE: Final = 20_000
HOST: Final = "https://copies.bench.invalid/"


def main() -> None:
    """Prints milliseconds of processor time in the middle, as JSON: of making bands, and of looking for what a copy and a new article repeat."""
    dice = random.Random(11)
    texts = [text for seed in range(1 + STORED // 250) for text in articles.articles(seed)][:STORED]
    chosen = dice.sample(texts, ASKED)
    with transaction.atomic():
        store(texts)
        told = {
            "bands": in_the_middle(chosen, lambda text: duplicates.bands(duplicates.text_of(text).shingles)),
            "copy": in_the_middle([articles.edited(text, dice) for text in chosen], lambda text: stories.find(Article(text))),
            "new": in_the_middle([other(text, dice) for text in chosen], lambda text: stories.find(Article(text))),
        }
        transaction.set_rollback(True)
    print(json.dumps({"stored": len(texts), **told}))


def store(texts: list[str]) -> None:
    """Each text as an article of one story, with its bands."""
    rows = ArticleRow.objects.bulk_create([ArticleRow(url=f"{HOST}{number}", title=text[:80], text=text) for number, text in enumerate(texts)])
    story = Story.objects.create()
    StoryArticle.objects.bulk_create([StoryArticle(article=row, story=story, tie="copy", origin=rows[0]) for row in rows])
    kept = [ArticleBand(article=row, band=band, value=value) for row in rows for band, value in enumerate(bands_of(row.text))]
    ArticleBand.objects.bulk_create(kept, batch_size=ROWS_AT_ONCE)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE initiatives_articleband")


def bands_of(text: str) -> tuple[int, ...]:
    """The bands as they are kept."""
    return duplicates.bands(duplicates.text_of(text).shingles)


def other(text: str, dice: random.Random) -> str:
    """Another report of the same length: the words in any order, and two phrases that many of those stored have."""
    words = text.split()
    return " ".join([*dice.sample(words, len(words)), *dice.sample(articles.PHRASES, 2)])


def in_the_middle(texts: list[str], done: Callable[[str], object]) -> float:
    """Milliseconds of processor time, without that of the database."""
    done(texts[0])
    return statistics.median(milliseconds(text, done) for text in texts)


def milliseconds(text: str, done: Callable[[str], object]) -> float:
    """How long it takes for one text."""
    began = time.process_time()
    done(text)
    return 1000 * (time.process_time() - began)
