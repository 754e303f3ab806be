"""A handed-in article whose draft holds what a language service added, or says why it added nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings

from initiatives.ingest import run
from initiatives.models import Draft
from tests.initiatives.ingest.assistant.language_server import LanguageServer, running

ARTICLE = Path(__file__).parent.parent / "articles" / "japan-ai-sovereignty.txt"


@pytest.fixture
def a_language_server(settings: LazySettings) -> Iterator[LanguageServer]:
    with running() as server:
        settings.LLM_BASE_URL, settings.LLM_MODEL, settings.LLM_API_KEY, settings.LLM_TIMEOUT_SECONDS = server.address, "test-model", "sk-4711", 5
        yield server


def draft() -> Draft:
    row = run.hand_in_file(ARTICLE.name, ARTICLE.read_bytes(), "https://news.example.org/japan", "2025-12-23")
    run.understand(row.pk)
    return Draft.objects.get(intake=row)


def warnings(of: Draft) -> list[str]:
    return [warning["code"] for warning in of.proposal["understanding"]["warnings"]]


def test_the_draft_counts_what_was_not_in_the_text(db: None, a_language_server: LanguageServer) -> None:
    a_language_server.proposes(organizations=[{"name": "Imaginary Systems", "role": "lead"}])
    made = draft()
    assert "assistant-dropped" in warnings(made)
    assert "Imaginary Systems" not in str(made.proposal["understanding"]["organizations"])
    assert "sk-4711" not in str(made.proposal)


def test_a_service_that_fails_costs_no_draft(db: None, a_language_server: LanguageServer) -> None:
    a_language_server.answers(b"{}", 500)
    assert "assistant-silent" in warnings(draft())
