"""The page of one initiative shows every value beside where it was read, and what counts with its reason."""

import re
from pathlib import Path

from django.test import Client

from initiatives.models import FundingEntry, Initiative
from initiatives.publish import editing
from tests.dashboard.pages.test_home import words


def test_a_family_names_its_members_by_number_and_says_why_each_counts(japan: Path, client: Client) -> None:
    said = words(client.get("/initiatives/domestic-model/?currency=JPY").content)
    assert "1 family of 9 statements. Indented: contained in the line above." in said
    assert "contains only what is listed below it" in said
    assert re.search(r"replaced by \d", said)
    assert "headline ¥3.00 tn · announced ¥1.00 tn · budgeted ¥387 bn · committed nothing · disbursed nothing" in said


def test_every_sum_bears_the_source_that_says_it(japan: Path, client: Client) -> None:
    html = client.get("/initiatives/domestic-model/").content.decode()
    rows = re.findall(r'<tr id="domestic-model-\d+".*?</tr>', html, re.DOTALL)
    assert len(rows) == 9
    assert all('rel="noopener nofollow"' in row for row in rows)


def test_a_passage_stands_beside_the_value_that_was_read_in_it(japan: Path, client: Client) -> None:
    FundingEntry.objects.filter(key="domestic-model#2").update(evidence={"start": 0, "end": 9, "text": "3 trillion <yen>"})
    assert "“3 trillion &lt;yen&gt;”" in client.get("/initiatives/domestic-model/").content.decode()


def test_a_source_that_is_no_address_of_the_web_is_no_link(japan: Path, client: Client) -> None:
    FundingEntry.objects.get(key="domestic-model#2").source.__class__.objects.update(url="javascript:alert(1)")
    html = client.get("/initiatives/domestic-model/").content.decode()
    assert "javascript:" not in html


def test_a_change_is_told_with_what_stood_there_before(japan: Path, client: Client) -> None:
    initiative = Initiative.objects.get(slug="domestic-model")
    initiative.status = "paused" if initiative.status != "paused" else "underway"
    with editing(None, "Read again") as session:
        session.save(initiative)
    assert re.search(r"initiative changed status was [a-z ]+, is now (paused|under way)", words(client.get("/initiatives/domestic-model/").content))


def test_an_unknown_initiative_is_answered_in_words(db: None, client: Client) -> None:
    answer = client.get("/initiatives/no-such-thing/")
    assert answer.status_code == 404
    assert "There is no such page" in words(answer.content)
