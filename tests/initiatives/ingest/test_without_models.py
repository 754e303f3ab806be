"""With no model installed the line reads on: sums as well as with one, the rest less, and the draft and the editor are told."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from initiatives.ingest import answers, language_model, line, run
from initiatives.ingest.steps.understand.relevance import judge
from initiatives.ingest.values import Context, Understanding
from initiatives.ledger.series import load_rates
from initiatives.models import Draft
from tests.initiatives.ingest.held_back.test_held_back import GOLD, paired_money, share

ARTICLE = Path(__file__).parent / "articles" / "japan-ai-sovereignty.txt"
NONE = "no_such_model"


def understood(gold: dict[str, Any]) -> tuple[answers.Question, Understanding]:
    question = answers.read_question(json.dumps({field: gold[field] for field in ("id", "text", "title", "date")}))
    language = language_model.load(NONE, 0, ())
    return question, line.understand(question.article, Context(), language, load_rates(), judge(question.article))


@pytest.fixture(scope="module")
def read() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(gold, answers.answer(*understood(gold))) for gold in GOLD]


def test_the_floors_of_money_hold(read: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    money = paired_money(read)
    gold, found = sum(len(each["money"]) for each, _ in read), sum(len(answer["money"]) for _, answer in read)
    assert share(2 * len(money), gold + found) >= 97
    assert share(sum(right["usd_quoted"] == answer["usd_quoted"] for right, answer in money), len(money)) >= 98
    assert share(sum(right["role"] == answer["role"] for right, answer in money), len(money)) >= 80


def test_relevance_is_judged_by_keywords_and_stays_useful(read: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    assert share(sum(gold["relevant"] == found["relevant"] for gold, found in read), len(read)) >= 90


def test_every_answer_says_what_is_weaker(read: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    assert all({"no-language-model", "keywords-only"} <= {warning["code"] for warning in found["warnings"]} for _, found in read)


def test_an_article_still_becomes_a_draft_that_says_so(db: None, settings: LazySettings) -> None:
    settings.LANGUAGE_MODEL = settings.EMBEDDING_MODEL = NONE
    row = run.hand_in_file(ARTICLE.name, ARTICLE.read_bytes(), "https://news.example.org/japan", "2025-12-23")
    run.understand(row.pk)
    draft = Draft.objects.get(intake=row)
    assert {"no-language-model", "keywords-only"} <= {warning["code"] for warning in draft.proposal["understanding"]["warnings"]}
    assert draft.proposal["understanding"]["money"][0]["evidence"]["text"] == "1 trillion yen"
