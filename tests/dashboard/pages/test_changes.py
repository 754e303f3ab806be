"""The page of what changed: sentences, sums that open their entries, refusals in words, few statements."""

import csv
import io
import re
from html import unescape
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from initiatives.models import FundingEntry
from initiatives.publish.editing import editing

MOST_STATEMENTS = 12
OF_READINESS = 4  # to see that both states and their rates are made


def words_of(client: Client, query: str) -> str:
    answer = client.get(f"/changes/{query}")
    assert answer.status_code == 200
    return " ".join(unescape(answer.content.decode()).replace("\xa0", " ").split())


def test_the_movement_is_told_in_money_in_words_and_by_entry(japan: Path, client: Client) -> None:
    page = words_of(client, "?from=2026-06-29&to=2026-06-30&currency=JPY&basis=budgeted")
    assert "Between 29 Jun 2026 and 30 Jun 2026 the sum that is budgeted or firmer for AI rose by ¥87.3 bn, from" in page
    assert "1 new statement counts (+¥387 bn); 1 was replaced by a newer figure (−¥300 bn). 1 other statement was made and adds nothing." in page
    assert "replaced by a newer figure" in page
    for link in ("as_of=2026-06-29&step=counted", "as_of=2026-06-30&step=counted", "/initiatives/domestic-model/?", "#domestic-model-8"):
        assert link in page


def test_where_nothing_moved_the_page_leads_to_where_something_did(japan: Path, client: Client) -> None:
    page = words_of(client, "")
    assert "No statement came in between, and none was replaced. The newest of this selection is of 30 Jun 2026" in page
    assert 'href="?from=2026-05-31&to=2026-06-30"' in page


def test_a_selection_without_money_says_so(two_countries: Path, client: Client) -> None:
    assert "The selection holds no statement about money." in words_of(client, "?country=JPN&q=nothing")


def test_before_the_first_publication_there_is_nothing_to_tell(db: None, client: Client) -> None:
    assert "The selection holds no statement about money." in words_of(client, "")
    assert client.get("/feeds/all.atom").status_code == 200


def test_days_in_no_order_are_refused_in_words(japan: Path, client: Client) -> None:
    for query, words in (("?from=2026-07-01&to=2026-03-01", "no day lies between them"), ("?from=2060-01-01", "nothing lies between them")):
        answer = client.get(f"/changes/{query}")
        assert answer.status_code == 400
        assert words in answer.content.decode()
        assert client.get(f"/changes.json{query}").status_code == 400


def test_the_file_holds_every_movement(japan: Path, client: Client) -> None:
    body = client.get("/changes.csv?from=2026-06-29&to=2026-06-30&currency=JPY&basis=budgeted").getvalue().decode("utf-8-sig")
    rows = [(row["key"], row["cause"], row["moved"], row["from"], row["to"]) for row in csv.DictReader(io.StringIO(body, newline=""))]
    days = ("2026-06-29", "2026-06-30")
    assert rows == [
        ("domestic-model#8", "new", "387300000000", *days),
        ("domestic-model#5", "replaced", "-300000000000", *days),
        ("domestic-model#9", "said-again", "0", *days),
    ]


def test_editions_are_named_where_they_are_compared(japan: Path, client: Client) -> None:
    with editing(None, "taken back") as session:
        session.remove(FundingEntry.objects.get(key="gpu-cloud#1"))
    page = words_of(client, "?from_edition=1&currency=JPY")
    assert re.search(
        r"Between edition 1 of \d+ \w+ \d{4} and edition 2 of \d+ \w+ \d{4} the sum that is announced or firmer for AI fell by ¥72.5 bn", page
    )
    assert "1 was taken out of the record (−¥72.5 bn)." in page
    assert 'name="from_edition"' not in page.partition('class="span')[2].partition("</form>")[0]


@pytest.mark.parametrize("query", ["?from=2024-01-01", "?from=2020-01-01&currency=EUR", "?as_of=2025-06-30&from=2025-01&country=JPN&country=KOR"])
def test_the_page_asks_few_statements(curated: Path, client: Client, query: str) -> None:
    client.get(f"/changes/{query}&basis=headline")
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/changes/{query}").status_code == 200
    assert len([one for one in asked if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]) <= MOST_STATEMENTS + OF_READINESS, (
        asked.captured_queries
    )
