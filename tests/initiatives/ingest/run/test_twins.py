"""Two open drafts about the same money name each other."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from initiatives.ingest import values
from initiatives.ingest.run.twins import waiting_beside
from initiatives.models import Draft, Story, StoryArticle
from tests.initiatives.desk.material import MONEY, SUM, a_draft, proposal

pytestmark = pytest.mark.django_db


def told(owner: str = "NOR", published: str = "2026-03-04", **money: Any) -> values.DraftValue:
    value = proposal(owner, money=(replace(MONEY, **money),))
    return replace(value, article=replace(value.article, published=published))


def words(draft: Draft) -> list[str]:
    return [twin.words for twin in waiting_beside([draft]).get(draft.pk, [])]


def test_each_of_two_drafts_about_one_sum_names_the_other() -> None:
    first, second = a_draft("First report", value=told()), a_draft("Second report", value=told(published="2026-03-06"))
    assert words(first) == [
        f"Another draft that waits tells of the same sum (“2 billion kroner”): “Second report” (draft {second.pk}). "
        "Accept one of the two, and the other becomes a restatement."
    ]
    assert "First report" in words(second)[0]


def test_the_same_sum_in_dollars_is_found_by_the_rate_of_the_day(curated: object) -> None:
    first = a_draft("In kroner", value=told(published="2025-03-04"))
    dollars = replace(SUM, text="$185 million")
    second = a_draft("In dollars", value=told(published="2025-03-05", amount=Decimal(185 * 10**6), currency="USD", evidence=dollars))
    assert "there “$185 million”" in words(first)[0]
    assert "there “2 billion kroner”" in words(second)[0]


@pytest.mark.parametrize(
    "other",
    [
        told("SWE"),
        told(published="2026-09-04"),
        told(amount=Decimal(3 * 10**9)),
        told(role="context"),
    ],
)
def test_another_country_time_or_sum_and_mere_context_are_no_twins(other: values.DraftValue) -> None:
    draft = a_draft("First report", value=told())
    a_draft("Something else", value=other)
    assert words(draft) == []


def test_in_one_story_the_country_need_not_be_known() -> None:
    story = Story.objects.create()
    draft, other = a_draft("First report", value=told()), a_draft("Second report", value=told("SWE"))
    for each in (draft, other):
        StoryArticle.objects.create(story=story, article=each.article)
    assert words(draft) == [
        f"“Second report” (draft {other.pk}) of this story tells of the same sum (“2 billion kroner”). Accept one; the other becomes a restatement."
    ]


def test_a_decided_draft_is_nobodys_twin_and_has_none() -> None:
    draft = a_draft("First report", value=told())
    decided = a_draft("Second report", value=told(), state="rejected")
    assert words(draft) == words(decided) == []


def test_a_draft_of_an_earlier_version_of_the_line_is_passed_over() -> None:
    draft, other = a_draft("First report", value=told()), a_draft("Second report", value=told())
    Draft.objects.filter(pk=other.pk).update(proposal={"schema": 0, "understanding": {"money": [{"amount": "much"}]}})
    assert words(draft) == []


def test_a_page_of_drafts_is_one_query(django_assert_max_num_queries: Any) -> None:
    drafts = [a_draft(f"Report {number}", value=told()) for number in range(6)]
    waiting_beside(drafts)
    with django_assert_max_num_queries(1):
        found = waiting_beside(drafts)
    assert {len(twins) for twins in found.values()} == {3}
