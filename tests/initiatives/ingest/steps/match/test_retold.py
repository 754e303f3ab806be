"""Entries of the curated record told again in other words, and as many sums that it lacks: each finds its relation and partner, or is new."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from initiatives.ingest.language_model import NoLanguage
from initiatives.ingest.line import draft
from initiatives.ingest.values import Article, Context, DraftValue, Proposal, Record
from initiatives.ledger.series import load_rates
from tests.initiatives.ingest.known import known_organizations, known_record

CASES = [json.loads(line) for line in (Path(__file__).parent / "retold.jsonl").read_text(encoding="utf-8").splitlines()]
RETOLD = [case for case in CASES if case["relation"] != ["new"]]
NEW = [case for case in CASES if case["relation"] == ["new"]]
LEAST_RIGHT, LEAST_NEW = 0.95, 0.98  # share of relations with their partner that are right; of new sums that stay new


@lru_cache(maxsize=1)
def context() -> Context:
    return Context(organizations=known_organizations())


@lru_cache(maxsize=64)
def record_of(owner: str) -> Record:
    return known_record(owner)


@lru_cache(maxsize=256)
def read(index: int) -> DraftValue:
    case = CASES[index]
    record = record_of(case["owner"])
    left = tuple(entry for entry in record.entries if entry.key not in case["without"] and entry.related_to not in case["without"])
    article = Article(case["text"], case["title"], published=case["day"])
    return draft(article, context(), Record(record.initiatives, record.organizations, left), NoLanguage(), load_rates())


def proposals(case: dict[str, Any]) -> tuple[Proposal, ...]:
    return read(CASES.index(case)).proposals


def is_right(case: dict[str, Any]) -> bool:
    return any(each.relation in case["relation"] and each.related_to in case["related_to"] for each in proposals(case))


def missed(cases: list[dict[str, Any]]) -> list[str]:
    return [f"{case['title']}: {[(each.relation, each.related_to) for each in proposals(case)]}" for case in cases]


def test_there_are_forty_of_each() -> None:
    assert min(len(RETOLD), len(NEW)) >= 40


def test_what_is_told_again_finds_its_relation_and_its_partner() -> None:
    wrong = [case for case in RETOLD if not is_right(case)]
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(RETOLD), missed(wrong)


def test_what_the_record_lacks_is_new() -> None:
    wrong = [case for case in NEW if [each.relation for each in proposals(case)] != ["new"]]
    assert len(wrong) <= (1 - LEAST_NEW) * len(NEW), missed(wrong)


@pytest.mark.parametrize("case", RETOLD, ids=lambda case: case["title"])
def test_a_sum_that_is_told_again_is_never_silently_new(case: dict[str, Any]) -> None:
    shown = [candidate.key for each in proposals(case) for candidate in each.candidates]
    assert any(each.related_to in case["related_to"] for each in proposals(case)) or set(case["related_to"]) & set(shown)
