"""The words that say what a sum is to money told before: out of it, beside it, in its place, or the same again."""

from decimal import Decimal
from pathlib import Path

import pytest

from initiatives.ingest.language_model import NoLanguage
from initiatives.ingest.line import draft
from initiatives.ingest.values import Article, Context, DraftValue, KnownEntry, KnownInitiative, Record
from initiatives.ledger.series import load_rates

LIGHT = KnownInitiative("light", "Fjordlight national AI computer", ("NOR",), "compute", "2025-12-01")
OUTLAY = KnownEntry("light#1", "light", Decimal(2 * 10**9), "NOK", "2025-12-01", origin="public", countries=("NOR",), described="the outlay")
LINES = (Path(__file__).parent / "relation_words.psv").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split(" | ")) for line in LINES if " | " in line and line[0] != "#"]


def read(text: str) -> DraftValue:
    article = Article(
        f"Norway's government on Tuesday spoke of the Fjordlight national AI computer. {text}",
        "Norway: Fjordlight national AI computer",
        published="2026-06-02",
    )
    return draft(article, Context(), Record((LIGHT,), (), (OUTLAY,)), NoLanguage(), load_rates())


def proposed(text: str, figure: str) -> tuple[str, str | None] | None:
    """Relation and partner of the first sum that begins with the figure; a part of the article's own whole is a part of what that restates."""
    value = read(text)
    figures = [claim.evidence.text.split()[0] for claim in value.understanding.money]
    return next(((each.relation, each.related_to) for each in value.proposals if figures[each.money] == figure), None)


@pytest.mark.parametrize(("wanted", "text"), CASES, ids=[text for _wanted, text in CASES])
def test_the_words_decide_the_relation(wanted: str, text: str) -> None:
    relation, figure = wanted.split()
    assert proposed(text, figure) == (relation, None if relation == "new" else "light#1")


def test_a_sum_that_is_set_beside_another_says_so() -> None:
    value = read("In addition to the 2 billion kroner announced in December, the government will spend 300 million kroner on cooling.")
    reasons = [each.reason for each in value.proposals if each.relation == "new"]
    assert reasons == ["The article sets it beside money that was told before, and not within it."]
