"""Kind and name of an initiative."""

import pytest

from initiatives.ingest.steps.understand.kind import find_initiative
from initiatives.ingest.values import Article


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Portugal trains a language model of its own", "foundation-model"),
        ("New supercomputer for AI in Bologna", "compute"),
        ("Cabinet adopts national AI strategy", "strategy"),
        ("Government opens AI safety institute", "safety"),
        ("State investment fund for AI start-ups", "fund"),
    ],
)
def test_the_title_says_the_kind(title: str, kind: str) -> None:
    assert find_initiative(Article("It was announced today.", title)).kind == kind


def test_a_proper_name_is_taken_with_its_passage() -> None:
    text = "The minister opened the National AI Compute Programme on Monday."
    claim = find_initiative(Article(text, "Computers for all"))
    assert claim.name == "National AI Compute Programme"
    assert claim.evidence is not None
    assert text[claim.evidence.start : claim.evidence.end] == claim.name


def test_without_a_proper_name_the_title_stands_in() -> None:
    assert find_initiative(Article("Money is set aside.", "Computers for all")).name == "Computers for all"


def test_what_the_article_calls_the_core_decides() -> None:
    text = "It is to be a research and development hub. The core of the project is the largest foundational AI model of the country."
    assert find_initiative(Article(text, "A big push")).kind == "foundation-model"
