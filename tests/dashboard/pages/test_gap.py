"""The gap between announced and committed is told with its reasons and sources, on the page of a country and of an initiative."""

from pathlib import Path

from django.test import Client

from tests.dashboard.pages.test_home import words


def test_a_country_says_why_its_money_is_not_committed(curated: Path, client: Client) -> None:
    said = words(client.get("/countries/USA/").content)
    assert "Why is $33.7 bn announced and not committed?" in said
    assert "Proposed, and waiting for a vote or a decision when it was said" in said
    assert "A request to Congress: proposed by the government, not voted." in said


def test_an_initiative_says_so_too_with_what_was_taken_off(curated: Path, client: Client) -> None:
    html = client.get("/initiatives/taiwan-ten-major-ai-projects/").content.decode()
    said = words(html[html.index('id="gap"') :].encode())
    assert "Why is $3.21 bn announced and not committed?" in words(html.encode())
    assert "Beside it, announced once and taken off by a newer, smaller figure" in said
    assert 'href="#taiwan-ten-major-ai-projects-3"' in html


def test_what_was_all_committed_has_no_gap(japan: Path, client: Client) -> None:
    assert 'id="gap"' not in client.get("/initiatives/gpu-cloud/").content.decode()
