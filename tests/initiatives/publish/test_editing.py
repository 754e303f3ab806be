"""Changing single rows by hand."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection

from initiatives.models import Edition, Funder, FundingCount, FundingEntry, Initiative, Organization, Participation
from initiatives.publication import PublicationRefused
from initiatives.publish import editing, relation_problems
from initiatives.recount import recount_all

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fjord")]


def history(row: Any) -> Any:
    return row.history


def whole() -> FundingEntry:
    return FundingEntry.objects.get(key="fjord-computer#1")


def test_a_changed_row_leaves_one_line_of_history_with_its_author(editor: User) -> None:
    entry = whole()
    entry.amount = 2_000_000
    with editing(editor, "Corrected the amount") as session:
        assert session.save(entry)
    line = history(entry).first()
    assert (history(entry).count(), line.history_user, line.history_change_reason) == (2, editor, "Corrected the amount")
    assert FundingCount.objects.get(entry=entry).net == 1_600_000
    assert recount_all() == []


def test_a_row_that_says_the_same_leaves_no_history_and_no_edition(editor: User) -> None:
    edition = Edition.objects.current_number()
    with editing(editor, "Nothing") as session:
        assert not session.save(whole())
    assert history(whole()).count() == 1
    assert Edition.objects.current_number() == edition


def test_a_changed_owner_moves_the_money(editor: User) -> None:
    initiative = Initiative.objects.get()
    initiative.countries = ["SWE"]
    with editing(editor, "Moved") as session:
        session.save(initiative)
    assert set(FundingCount.objects.values_list("country", flat=True)) == {"SWE"}


def test_a_new_entry_gets_its_key_and_is_counted(editor: User) -> None:
    source = whole().source
    entry = FundingEntry(
        initiative=Initiative.objects.get(),
        amount=5,
        currency="NOK",
        stage="announced",
        origin="public",
        scope="ai",
        announced_on="2025",
        tier=3,
        source=source,
    )
    with editing(editor, "Entered by hand") as session:
        session.save(entry)
        session.save(Funder(entry=entry, described="private partners"))
    assert entry.key == "fjord-computer#3"
    assert FundingCount.objects.get(entry=entry).net == 5
    assert history(Funder.objects.get(entry=entry)).count() == 1


def test_a_circle_is_refused_in_words_and_nothing_is_written(editor: User) -> None:
    entry = whole()
    entry.relation, entry.related_to = "part-of", FundingEntry.objects.get(key="fjord-computer#2")
    with pytest.raises(PublicationRefused) as refused, editing(editor, "Circle") as session:
        session.save(entry)
    (fault,) = refused.value.faults
    assert fault.field == "related_to"
    assert "runs in a circle" in fault.message
    assert whole().relation == "new"
    assert [problem.code for problem in relation_problems(entry)] == ["circle"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"amount": 0}, "amount"), ({"stage": "comitted"}, "stage"), ({"announced_on": "2025-02-30"}, "announced_on"), ({"currency": "kr"}, "currency")],
)
def test_a_value_that_the_table_does_not_allow_is_refused(editor: User, changes: dict[str, Any], field: str) -> None:
    entry = whole()
    for column, value in changes.items():
        setattr(entry, column, value)
    with pytest.raises(PublicationRefused) as refused, editing(editor, "Wrong") as session:
        session.save(entry)
    assert field in {fault.field for fault in refused.value.faults}


def test_a_renamed_organization_keeps_its_former_name_and_address(editor: User) -> None:
    ministry = Organization.objects.get(name="Ministry of Fjords")
    ministry.name = "Ministry of Seas"
    with editing(editor, "Renamed") as session:
        session.save(ministry, since=date(2026, 1, 1))
    assert ministry.slug == "ministry-of-seas"
    former = ministry.names.exclude(until=None).get()
    assert (former.name, former.slug, former.until) == ("Ministry of Fjords", "ministry-of-fjords", date(2025, 12, 31))
    assert "ministry of seas" in Initiative.objects.get().search_body
    assert "ministry of fjords" in Initiative.objects.get().search_body


def test_an_entry_that_others_point_at_cannot_be_removed(editor: User) -> None:
    with pytest.raises(PublicationRefused, match="fjord-computer#2 point at it"), editing(editor, "Removed") as session:
        session.remove(whole())
    assert FundingEntry.objects.count() == 2


def test_an_organization_that_takes_part_cannot_be_removed(editor: User) -> None:
    with pytest.raises(PublicationRefused, match="rest on it"), editing(editor, "Removed") as session:
        session.remove(Organization.objects.get(name="Fjord Machines"))


def test_a_removed_entry_takes_its_funders_and_its_count_along(editor: User) -> None:
    part = FundingEntry.objects.get(key="fjord-computer#2")
    with editing(editor, "Removed") as session:
        session.remove(part)
    connection.check_constraints()
    assert FundingCount.objects.get().net == 1_000_000
    line = FundingEntry.history.filter(key="fjord-computer#2").latest()
    assert (line.history_type, line.history_user) == ("-", editor)


def test_a_removed_initiative_takes_everything_of_its_own_along(editor: User) -> None:
    with editing(editor, "Removed") as session:
        session.remove(Initiative.objects.get())
    connection.check_constraints()
    assert not FundingCount.objects.exists()
    assert not Participation.objects.exists()
    assert Participation.history.latest().history_type == "-"


def test_several_changes_make_one_edition(editor: User) -> None:
    edition = Edition.objects.current_number()
    initiative, entry = Initiative.objects.get(), whole()
    initiative.status, entry.note = "paused", "Stalled."
    with editing(editor, "Stalled") as session:
        session.save(initiative)
        session.save(entry)
    assert Edition.objects.current_number() == edition + 1
    newest = Edition.objects.current()
    assert newest is not None
    assert (newest.by, newest.reason) == (editor, "Stalled")
