"""A colleague's file may still have the address of what was merged or renamed meanwhile: its rows are about today's record."""

import pytest
from django.contrib.auth.models import User

from initiatives import publish
from initiatives.models import FundingEntry, Initiative, Organization
from initiatives.publish import identity
from tests.initiatives.a_hub import entry_of
from tests.initiatives.importing.conftest import Checked, problems_of, stored


@pytest.fixture
def merged(hub: Initiative, ada: User) -> Initiative:
    """The hub after another one, with an entry of its own, was merged into it, and a board into the Ministry of Science."""
    other = Initiative(slug="old-hub", name="The Old Hub", countries=["FRA"], kind="compute", status="announced", announced="2026", summary="Old.")
    with publish.editing(None, "Set up") as session:
        session.save(other)
        session.save(entry_of(other, hub.funding.get().source, amount=7))
        session.save(Organization(name="Board of Science"))
    identity.merge("initiative", hub.slug, "old-hub", ada)
    identity.merge("organization", "ministry-of-science", "board-of-science", ada)
    return hub


def test_an_entry_goes_to_the_initiative_that_the_address_leads_to(checked: Checked, merged: Initiative) -> None:
    file = "initiative,key,amount,currency,announced_on\nold-hub,,9,EUR,2026-05\nold-hub,old-hub#1,8,EUR,2026-03\n"
    row = checked(file)
    assert problems_of(row) == []
    stored(row)
    assert set(FundingEntry.objects.values_list("key", "initiative__slug", "amount")) == {
        ("exampleland-ai-hub#1", "exampleland-ai-hub", 100_000_000),
        ("old-hub#1", "exampleland-ai-hub", 8),
        ("exampleland-ai-hub#2", "exampleland-ai-hub", 9),
    }


def test_an_initiative_that_was_merged_is_changed_and_not_made_anew(checked: Checked, merged: Initiative) -> None:
    stored(checked("slug,status\nold-hub,underway\n", noun="initiatives"))
    assert list(Initiative.objects.values_list("slug", "status")) == [("exampleland-ai-hub", "underway")]


def test_both_addresses_of_one_initiative_in_one_file_are_one_row_too_many(checked: Checked, merged: Initiative) -> None:
    row = checked("slug,status\nexampleland-ai-hub,underway\nold-hub,completed\n", noun="initiatives")
    assert problems_of(row) == [(3, "slug", "Row 2 is about exampleland-ai-hub too. Leave one of them out.")]


def test_an_organization_that_was_merged_is_changed_and_not_made_anew(checked: Checked, merged: Initiative) -> None:
    stored(checked("slug,name,kind\nboard-of-science,,bank\n", noun="organizations"))
    assert list(Organization.objects.values_list("slug", "kind")) == [("ministry-of-science", "bank")]


def test_a_new_organization_takes_no_address_that_leads_on(checked: Checked, merged: Initiative) -> None:
    stored(checked("name,kind\nBoard-of-Science,bank\n", noun="organizations"))
    assert Organization.objects.get(name="Board-of-Science").slug == "board-of-science-2"
