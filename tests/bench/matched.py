"""Matches our own short articles with a large record as a worker does, in a process that `manage.py shell` has set up; stores nothing."""

import json
import statistics
import time
from dataclasses import replace
from typing import Final

from config.engines import ROOT
from initiatives.ingest import line
from initiatives.ingest.run import gather, read
from initiatives.ingest.steps.understand.relevance import Relevance
from initiatives.ingest.values import Article, Understanding
from initiatives.ledger.series import load_rates

ARTICLES: Final = ROOT / "tests" / "initiatives" / "ingest" / "steps" / "match" / "articles.jsonl"
DAY: Final = "2026-11-26"
MOST: Final = 60
Read = tuple[Article, Understanding]


def main() -> None:
    """Prints milliseconds of processor time in the middle: about an owner, the first about one, and without an owner, as JSON."""
    articles = read_articles()
    nobody = [(article, replace(understood, countries=())) for article, understood in articles]
    matched(*nobody[0])  # rates and tables of words are there from now on
    first = statistics.median(matched(*each) for each in articles)
    print(
        json.dumps(
            {
                "first": first,
                "again": statistics.median(warm(*each) for each in articles),
                "nobody": statistics.median(matched(*each) for each in nobody),
            }
        )
    )


def read_articles() -> list[Read]:
    """Articles that the line has read already, so that matching alone is timed."""
    cases = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()][:MOST]
    context, language, rates = gather.context(DAY), read.language(), load_rates()
    articles = [Article(case["text"], case["title"], published=case["day"]) for case in cases]
    return [(article, line.understand(article, context, language, rates, Relevance("yes", 1.0))) for article in articles]


def warm(article: Article, understood: Understanding) -> float:
    """The second of two in a row about the same owner."""
    matched(article, understood)
    return matched(article, understood)


def matched(article: Article, understood: Understanding) -> float:
    """Milliseconds of processor time that gathering and matching cost, without that of the database."""
    began = time.process_time()
    record = gather.record(understood.owners(), f"{article.title} {article.text}")
    line.draft_of(article, understood, record, load_rates())
    return 1000 * (time.process_time() - began)
