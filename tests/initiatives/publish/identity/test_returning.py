"""Taking an edition back when others took the place of what it removed or changed: refused in words, and nothing is written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction

from initiatives.exchange.load import load
from initiatives.models import Edition, FundingEntry, Initiative, Organization, Participation
from initiatives.publication import PublicationRefused
from initiatives.publish import editing, publish, undo
from initiatives.publish.editing import Editing
from initiatives.recount import recount_all
from tests.initiatives.exchange.files import entry, initiative, write
from tests.initiatives.publish.publications import publication

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fjord")]


def edited(change: Callable[[Editing], object]) -> int:
    """One edition of a change; its number."""
    with editing(None, f"Edition {Edition.objects.current_number() + 1}") as session:
        change(session)
    return Edition.objects.current_number()


def saved(row: Any, **columns: Any) -> Callable[[Editing], object]:
    for column, value in columns.items():
        setattr(row, column, value)
    return lambda session: session.save(row)


def removed(row: Any) -> Callable[[Editing], object]:
    return lambda session: session.remove(row)


def refused(number: int, editor: User) -> str:
    """Why the edition cannot be taken back; the record is as it was."""
    before = Edition.objects.current_number()
    with pytest.raises(PublicationRefused) as refusal, transaction.atomic():
        undo(number, editor)
    assert Edition.objects.current_number() == before
    assert recount_all() == []
    return " ".join(fault.message for fault in refusal.value.faults)


def stored(number: int) -> FundingEntry:
    return FundingEntry.objects.get(key=f"fjord-computer#{number}")


def test_an_initiative_that_was_loaded_again(tmp_path: Path, editor: User) -> None:
    file = write(tmp_path, initiative(slug="harbour-model", name="Harbour Model", funding=[entry("harbour-model#1")]))
    removal = undo(load(file).edition or 0, editor)
    load(file)
    words = refused(removal.number, editor)
    assert "“harbour-model” is the slug of another row by now" in words
    assert "“harbour-model#1” is the key of another row by now" in words


def test_a_former_name_that_another_organization_goes_by(editor: User) -> None:
    ministry = Organization.objects.get(name="Ministry of Fjords")
    renaming = edited(saved(ministry, name="Ministry of Seas"))
    machines = Organization.objects.get(name="Fjord Machines")
    edited(saved(machines, name="Ministry of Fjords"))
    assert "“Ministry of Fjords” is the name of another row by now" in refused(renaming, editor)


def test_a_participation_that_was_entered_again(editor: User) -> None:
    publish(publication(entries=()), editor, "Accepted")
    lead = Participation.objects.get(role="lead")
    removal = edited(removed(lead))
    again = {"initiative": lead.initiative, "organization": lead.organization, "role": "lead", "status": "reported", "source": lead.source}
    edited(lambda session: session.save(Participation(**again)))
    assert "another participation has the same initiative and organization and role by now" in refused(removal, editor)


def test_a_part_of_an_initiative_that_is_gone(editor: User) -> None:
    removal = edited(removed(stored(2)))
    gone = edited(removed(Initiative.objects.get()))
    assert "the initiative of a funding entry is not in the record any more" in refused(removal, editor)
    undo(gone, editor)
    undo(removal, editor)
    assert stored(2).related_to == stored(1)
    assert recount_all() == []


def test_a_relation_to_an_entry_that_is_gone(editor: User) -> None:
    severed = edited(saved(stored(2), relation="new", related_to=None))
    edited(removed(stored(1)))
    assert "the related to of a funding entry is not in the record any more" in refused(severed, editor)


def test_a_relation_that_would_close_a_circle(editor: User) -> None:
    severed = edited(saved(stored(2), relation="new", related_to=None))
    edited(saved(stored(1), relation="part-of", related_to=stored(2)))
    assert "runs in a circle" in refused(severed, editor)


def test_what_nobody_took_comes_back(editor: User) -> None:
    severed = edited(saved(stored(2), relation="new", related_to=None, stage="announced"))
    undo(severed, editor)
    assert (stored(2).relation, stored(2).related_to, stored(2).stage) == ("tranche-of", stored(1), "budgeted")
    connection.check_constraints()
    assert recount_all() == []
