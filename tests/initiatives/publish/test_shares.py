"""Shares above the whole are refused at every door, and exact halves are not."""

from decimal import Decimal

import pytest

from initiatives.models import Edition, Funder, FundingEntry
from initiatives.publication import FunderToPublish, PublicationRefused
from initiatives.publish import editing, publish
from initiatives.publish.shares import fault_in
from tests.initiatives.publish.publications import entry_to_publish, publication


@pytest.mark.parametrize("shares", [(), (None, None), ("1",), ("0.5", None, "0.5"), ("0.333333", "0.333333", "0.333334")])
def test_shares_up_to_the_whole_are_fine(shares: tuple[str | None, ...]) -> None:
    assert fault_in([None if share is None else Decimal(share) for share in shares]) is None


def test_shares_above_the_whole_are_told_with_their_sum() -> None:
    assert fault_in([Decimal("0.7"), None, Decimal("0.4")]) == "The shares add up to 110 %. Each is above 0, and together they are at most 100."


def test_a_share_of_nothing_is_no_share() -> None:
    assert "Each is above 0" in (fault_in([Decimal(0), Decimal("0.4")]) or "")


def test_a_publication_with_fault_in_is_refused_at_its_field_and_writes_nothing(fjord: None) -> None:
    number = Edition.objects.current_number()
    funders = (FunderToPublish(None, "the state", None, Decimal("0.7")), FunderToPublish(None, "private partners", None, Decimal("0.4")))
    with pytest.raises(PublicationRefused) as refused:
        publish(publication(entries=(entry_to_publish(funders=funders),)), None, "Too much")
    assert [(fault.field, "110 %" in fault.message) for fault in refused.value.faults] == [("entries-0-funders", True)]
    assert Edition.objects.current_number() == number


def test_an_edit_may_pass_through_fault_in_but_not_end_there(fjord: None) -> None:
    entry = FundingEntry.objects.first()
    assert entry is not None
    entry.funders.all().delete()
    first, second = (Funder(entry=entry, described=name, share=Decimal("0.5"), order=at) for at, name in enumerate(("one", "two")))
    with editing(None, "Half each") as session:
        session.save(first)
        session.save(second)
    first, second = Funder.objects.filter(entry=entry).order_by("order")
    with editing(None, "Moved") as session:
        first.share, second.share = Decimal("0.8"), Decimal("0.2")
        session.save(first)
        session.save(second)
    first.share = Decimal("0.9")
    with pytest.raises(PublicationRefused, match="110 %"), editing(None, "Too much") as session:
        session.save(first)
    assert Funder.objects.get(pk=first.pk).share == Decimal("0.8")
