"""Where figures disagree a reader sees each with its source, which counts and why; and an earlier day says what was known then."""

from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from initiatives.models import FundingEntry
from initiatives.publish import editing
from tests.dashboard.pages.test_home import words

UZBEKISTAN = "/initiatives/uzbekistan-ai-strategy-2030/"


def test_rival_figures_stand_side_by_side_and_one_counts(curated: Path, client: Client) -> None:
    said = words(client.get(UZBEKISTAN).content)
    block = said.split("Where do figures disagree?")[1].split("What has changed")[0]
    assert "Two figures for the same money" in block
    assert "$50 m" in block
    assert "$100 m" in block
    assert block.count("this one counts") == 1
    assert "stays visible, adds nothing" in block


def test_a_rank_is_shown_with_its_reason(curated: Path, client: Client) -> None:
    FundingEntry.objects.filter(key="uzbekistan-ai-strategy-2030#2").update(rank="deprecated", rank_reason="a slip of <the> wire")
    html = client.get(UZBEKISTAN).content.decode()
    assert "deprecated: a slip of &lt;the&gt; wire" in html


def test_the_larger_figure_that_an_editor_preferred_stays_beside_the_smaller_with_the_reason(curated: Path, client: Client) -> None:
    smaller, larger = (FundingEntry.objects.get(key=f"uzbekistan-ai-strategy-2030#{number}") for number in (1, 2))
    larger.relation, larger.related_to, larger.rank, larger.rank_reason = "new", None, "preferred", "The ministry corrected it."
    smaller.relation, smaller.related_to = "restates", larger
    with editing(None, "Preferred") as session:
        session.save(larger)
        session.save(smaller)
    block = words(client.get(UZBEKISTAN).content).split("Where do figures disagree?")[1].split("What has changed")[0]
    assert "this one counts; preferred: The ministry corrected it." in block
    assert "$50 m" in block
    assert "stays visible, adds nothing" in block


def test_a_ranked_figure_without_a_rival_is_shown_with_its_reason(curated: Path, client: Client) -> None:
    FundingEntry.objects.filter(key="uae-falcon-foundation#1").update(rank="deprecated", rank_reason="a misprint")
    assert "deprecated: a misprint" in words(client.get("/initiatives/uae-falcon-foundation/").content)


def test_an_envelope_that_its_parts_outgrow_is_told(curated: Path, client: Client) -> None:
    said = words(client.get("/initiatives/canada-ai-for-all/").content)
    assert "$450 m more than the whole. They count as they are." in said


def test_before_the_rival_was_published_nothing_disagreed(curated: Path, client: Client) -> None:
    said = words(client.get("/initiatives/serbia-ai-programme-2026/?as_of=2025-09-01").content)
    assert "Where do figures disagree?" not in said
    assert "Where do figures disagree?" in words(client.get("/initiatives/serbia-ai-programme-2026/").content)


def test_it_asks_the_database_nothing(curated: Path, client: Client) -> None:
    client.get(UZBEKISTAN)
    with CaptureQueriesContext(connection) as queries:
        client.get("/initiatives/serbia-ai-programme-2026/")
    assert not [query for query in queries if "conflict" in query["sql"]]
    assert len(queries) <= 32
