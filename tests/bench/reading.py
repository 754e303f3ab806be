"""Reads made-up pages as a worker does, in a process that `manage.py shell` has set up, and tells what it cost; stores nothing."""

import json
import statistics
import time
from typing import Final

import psutil

from initiatives.ingest import line
from initiatives.ingest.run import gather, judging, read
from initiatives.ingest.steps.duplicates import text_hash
from initiatives.ingest.steps.extract import Fetched, extract
from initiatives.ingest.values import Article
from initiatives.ledger.series import load_rates
from tests.bench.memory import MEGABYTE
from tests.bench.press import Page, pages

ARTICLES: Final = 2000
SETTLED_AFTER: Final = 200  # articles after which models, caches and tables of words are there
DAY: Final = "2026-11-26"


def main() -> None:
    """Prints CPU seconds an article, of a rejected one, megabytes and their growth, and how many verdicts are right, as JSON."""
    me, spent, rejected, right, settled = psutil.Process(), list[float](), list[float](), 0, 0.0
    for number, page in enumerate(pages(ARTICLES)):
        began = time.process_time()
        verdict = read_one(page, number)
        used = time.process_time() - began
        right += (verdict == "yes") == page.relevant
        if number >= SETTLED_AFTER:
            settled = settled or me.memory_info().rss / MEGABYTE
            spent.append(used)
            rejected.extend([used] if verdict == "no" else [])
    told = {"each": statistics.fmean(spent), "rejected": statistics.median(rejected), "right": right / ARTICLES}
    print(json.dumps({**told, "settled": settled, "resident": me.memory_info().rss / MEGABYTE}))


def read_one(page: Page, number: int) -> str:
    """The verdict; what is not rejected is read in full."""
    fetched = Fetched(body=page.body, url=f"https://ledger.example/{number}", content_type="text/html", charset="utf-8", published=None, fetched=DAY)
    article = extract(fetched)
    if not isinstance(article, Article):
        raise ValueError(f"Page {number} gave no article: {article.message}")
    text_hash(article)
    judged, _ = judging.judgement(article)
    if judged.verdict != "no":
        line.understand(article, gather.context(DAY), read.language(), load_rates(), judged)
    return judged.verdict
