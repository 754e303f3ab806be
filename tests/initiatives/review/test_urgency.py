"""The place in the inbox is money at stake × doubt × age, and the database keeps the same order as the formula."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest import values
from initiatives.ingest.steps.doubt import doubt_of
from initiatives.models import Draft
from initiatives.review.urgency import BEGINNING, WEEK, in_words, urgency
from tests.initiatives.desk.material import WARNING, a_draft, proposal

NOW = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
amounts = st.one_of(st.none(), st.decimals(-(10**12), 10**12, places=2))


@given(amounts, amounts, st.floats(0, 1), st.floats(0, 1), st.integers(0, 400))
def test_the_order_of_two_drafts_does_not_depend_on_the_day_it_is_asked(
    one: Decimal | None, other: Decimal | None, doubt: float, doubt_of_other: float, days: int
) -> None:
    made, later = NOW, NOW + datetime.timedelta(days=days)
    weights = [
        2 ** (urgency(stake, doubt, day) - urgency(None, 1.0, made)) for stake, doubt, day in ((one, doubt, made), (other, doubt_of_other, later))
    ]
    stakes = [max(abs(stake or Decimal(0)), Decimal(10**6)) for stake in (one, other)]
    expected = [float(stakes[0]) * max(doubt, 0.05), float(stakes[1]) * max(doubt_of_other, 0.05) / 2 ** (days / 7)]
    assert weights[0] / weights[1] == pytest.approx(expected[0] / expected[1], rel=1e-6)


def test_a_week_of_waiting_counts_as_much_as_twice_the_money() -> None:
    assert urgency(Decimal(2 * 10**9), 0.5, BEGINNING + WEEK) == pytest.approx(urgency(Decimal(10**9), 0.5, BEGINNING))


@pytest.mark.parametrize("consequence", [None, 0, 7, -(10**9), 123_456_789])
@pytest.mark.django_db
def test_the_database_keeps_the_same_figure(consequence: int | None) -> None:
    draft = a_draft("Norway builds a model", consequence=consequence, doubt=0.3)
    draft.refresh_from_db()
    assert draft.urgency == pytest.approx(urgency(draft.consequence, draft.doubt, draft.made_at), abs=1e-6)
    Draft.objects.filter(pk=draft.pk).update(doubt=0.6)
    again = Draft.objects.get(pk=draft.pk)
    assert again.urgency == pytest.approx(draft.urgency + 1, abs=1e-6)


def test_the_list_says_why_in_words() -> None:
    made = NOW - datetime.timedelta(days=2, hours=5)
    assert (
        in_words(Decimal(-200_000_000), 0.7, made, NOW).replace("\u00a0", " ")
        == "$200 m at stake, the line is unsure (doubt 0.70), waiting for 2 days"
    )
    assert in_words(None, 0.1, NOW, NOW) == "no sum that can be counted, the line is sure (doubt 0.10), new today"
    assert in_words(Decimal(0), 0.4, NOW, NOW).startswith("no money moves, the line is fairly sure")


def test_doubt_grows_with_warnings_and_with_an_uncertain_relation() -> None:
    plain = doubt_of(proposal(warnings=()))
    assert plain < doubt_of(proposal(warnings=(WARNING,))) < doubt_of(proposal(warnings=(WARNING, WARNING)))
    unsure = values.Proposal(0, "restates", "norway#1", 0.4, "perhaps")
    assert plain < doubt_of(proposal(relation=unsure, warnings=()))
    assert 0.05 <= plain <= 1


def test_the_language_of_an_article_is_no_doubt_about_its_reading() -> None:
    told = values.Warning("language", "It is written in Norwegian.")
    assert doubt_of(proposal(warnings=(told,))) == doubt_of(proposal(warnings=()))
