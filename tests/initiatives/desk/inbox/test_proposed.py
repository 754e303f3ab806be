"""A stored proposal is told in the few words of a list."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.desk.inbox.proposed import PARTS, partner_keys, passage, proposed
from initiatives.ingest import values
from tests.initiatives.desk.material import MONEY, TEXT, WARNING, proposal


def parts_of(value: values.DraftValue) -> dict[str, Any]:
    """The parts of a stored proposal, as the database gives them."""
    found = {}
    for name, path in PARTS.items():
        at: Any = {"proposal": value.to_json()}
        for key in path.split("__"):
            at = at[key]
        found[name] = at
    return found


def test_owner_sum_passage_and_warnings_are_told() -> None:
    told = proposed(parts_of(proposal()), {}, TEXT)
    assert (told.owners, told.initiative, told.sum, told.relation) == ("Norway", "Norway's national AI model", "NOK\u00a02\u00a0bn", "new money")
    assert told.evidence is not None
    assert (told.evidence.words, told.evidence.before + told.evidence.words + told.evidence.after) == ("2 billion kroner", TEXT)
    assert (told.warnings, told.relevance) == ((WARNING.message,), 0.97)


def test_the_entry_that_a_sum_restates_is_named_by_its_own_sum_and_day() -> None:
    value = proposal(relation=values.Proposal(0, "restates", "norway-model#1", 0.9, "same sum"))
    assert partner_keys([parts_of(value)]) == {"norway-model#1"}
    assert proposed(parts_of(value), {"norway-model#1": "NOK 2 bn of 2025"}, TEXT).relation == "restates NOK 2 bn of 2025"
    assert proposed(parts_of(value), {}, TEXT).relation == "restates an entry that has left the record"


def test_a_part_of_another_sum_of_the_article_says_so() -> None:
    value = proposal(relation=values.Proposal(0, "part-of", None, 0.9, "of which", related_money=1))
    assert proposed(parts_of(value), {}, TEXT).relation == "part of another sum of the article"


def test_money_that_is_only_context_is_no_sum_of_the_article() -> None:
    context = values.MoneyClaim(MONEY.evidence, Decimal(5), "NOK", role="context")
    told = proposed(parts_of(proposal(money=(context,))), {}, TEXT)
    assert (told.sum, told.relation, told.evidence, told.other_sums) == ("", "", None, 0)


def test_what_pays_for_the_initiative_goes_before_its_parts() -> None:
    part = values.MoneyClaim(MONEY.evidence, Decimal(10**8), "NOK", role="part-of-it")
    value = proposal(money=(part, MONEY), relation=values.Proposal(1, "new", None, 0.9, ""))
    told = proposed(parts_of(value), {}, TEXT)
    assert (told.sum, told.other_sums) == ("NOK\u00a02\u00a0bn", 1)


def test_a_proposal_of_another_version_is_said_to_be_unreadable() -> None:
    parts = parts_of(proposal()) | {"claimed_money": [{"words": "of a time before"}]}
    told = proposed(parts, {}, TEXT)
    assert "earlier version" in told.fault


def test_a_passage_whose_text_was_changed_stands_alone() -> None:
    assert passage("Another text", MONEY.evidence).words == MONEY.evidence.text
    assert passage("Another text", MONEY.evidence).before == ""


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 40))
def test_a_passage_never_crosses_its_line(text: str, start: int, length: int) -> None:
    words = text[start : start + length].replace("\n", "")
    found = passage(text, values.Evidence(start, start + len(words), words, "money", "1", 1.0))
    assert "\n" not in found.before + found.words + found.after


@pytest.mark.parametrize("code", ["NOR", "EUU"])
def test_countries_and_actors_have_their_names(code: str) -> None:
    assert proposed(parts_of(proposal(owner=code)), {}, TEXT).owners in ("Norway", "European Union")


def test_another_language_is_named_beside_the_warnings() -> None:
    german = values.Warning("language", "Written in German (de): only its sums were read.")
    told = proposed(parts_of(proposal(warnings=(german, WARNING))), {}, TEXT)
    assert (told.foreign, told.warnings) == (german.message, (WARNING.message,))
