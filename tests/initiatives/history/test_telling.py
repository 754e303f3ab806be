"""Changes in a person's words: sums, days and names; never a column's name or a number of a row."""

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User

from initiatives import history
from initiatives.history.changes import UNTOLD, Change
from initiatives.history.fields import FIELDS, NOUNS
from initiatives.history.names import Names
from initiatives.history.tables import columns, tables
from initiatives.history.telling import told
from initiatives.models import Edition, Funder, FundingEntry, Initiative, Organization
from initiatives.publish import editing

FUNDING: dict[str, Any] = {
    "id": 1,
    "amount": Decimal(10) ** 12,
    "currency": "JPY",
    "announced_on": "2025-12-19",
    "initiative_id": 1,
    "stage": "announced",
}


def said(**columns: Any) -> list[str]:
    """The words for an entry in which these columns changed."""
    change = Change("fundingentry", 1, FUNDING, FUNDING | columns, 2)
    return [value.words.replace("\u00a0", " ") for value in told(change, Names({"fundingentry": {1: "it", 2: "METI's support (2 Jan 2025)"}})).values]


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"amount": Decimal(12) * 10**11}, ["amount was ¥1 tn, is now ¥1.2 tn"]),
        ({"amount": None}, ["amount was ¥1 tn, is now undisclosed"]),
        ({"amount": Decimal(10) ** 12 + 1}, ["amount was ¥1,000,000,000,000, is now ¥1,000,000,000,001"]),
        ({"announced_on": "2031"}, ["day it was said was 19 Dec 2025, is now 2031"]),
        ({"stage": "committed"}, ["stage was announced, is now committed"]),
        (
            {"relation": "restates", "related_to_id": 2},
            ["relation was unknown, is now restates", "the entry it points at was none, is now METI's support (2 Jan 2025)"],
        ),
        ({"currency": "USD"}, ["amount was ¥1 tn, is now $1 tn", "currency was JPY, is now USD"]),
        ({"evidence": {"start": 1}, "order": 4}, []),
    ],
)
def test_a_change_reads_as_a_person_would_say_it(columns: dict[str, Any], words: list[str]) -> None:
    assert said(**columns) == words


def test_of_long_texts_the_place_where_they_differ_is_told() -> None:
    before, after = ("word " * 100 + end + " more" * 60 for end in ("Norwegian", "Swedish"))
    change = Change("point", 1, {"id": 1, "text": before}, {"id": 1, "text": after}, 2)
    (value,) = told(change, Names()).values
    assert "Norwegian" in value.before
    assert "Swedish" in value.after
    assert max(len(value.before), len(value.after)) <= 160


def test_every_column_that_a_history_keeps_has_a_name_of_its_own(db: None) -> None:
    for table in tables():
        named = {field.attname for field in columns(table)} - UNTOLD
        assert named == set(FIELDS[table]), table
        assert table in NOUNS


@pytest.mark.usefixtures("fjord")
class TestOverTheRecord:
    """With the names that the record has."""

    def test_owners_and_payers_are_told_by_name(self, editor: User) -> None:
        row, paying = Initiative.objects.get(), Funder.objects.get()
        row.countries, paying.organization = ["NOR", "EUU"], Organization.objects.get(name="Fjord Machines")
        with editing(editor, "Joint") as session:
            session.save(row)
            session.save(paying)
        edition = Edition.objects.get(number=Edition.objects.current_number())
        words = [value.words for change in history.tell(history.changes_in(edition, 0, 50)) for value in change.values]
        assert words == [
            "owners was Norway, is now Norway and European Union",
            "organization was Ministry of Fjords, is now Fjord Machines",
        ]

    def test_what_is_gone_keeps_its_name(self, editor: User) -> None:
        organization = Organization.objects.get(name="Ministry of Fjords")
        with editing(editor, "Removed") as session:
            session.remove(Funder.objects.get())
            session.remove(organization)
        edition = Edition.objects.get(number=Edition.objects.current_number())
        told_words = [change.words for change in history.tell(history.changes_in(edition, 0, 50))]
        assert "funder “Ministry of Fjords” removed" in told_words

    def test_an_entry_that_moved_is_told_at_both_initiatives(self, editor: User) -> None:
        other = Initiative(slug="other", name="Other", countries=["NOR"], kind="compute", status="announced", announced="2025", summary="Other.")
        part = FundingEntry.objects.get(key="fjord-computer#2")
        with editing(editor, "Set up") as session:
            session.save(other)
        part.initiative = other
        with editing(editor, "Moved") as session:
            session.save(part)
        for slug in ("fjord-computer", "other"):
            subject = history.find("initiatives", slug)
            assert subject is not None
            newest = history.tell(history.events_of(subject)[0].changes)
            assert "initiative was Fjord Computer, is now Other" in [value.words for value in newest[0].values]
            state = history.state_at(subject, history.lines_of(subject), history.Moment.last())
            assert (("fundingentry", part.pk) in state) == (slug == "other")
