"""Two imports at the same moment, each in a connection of its own: what both say is stored once, and nobody's figures rest on a stale check."""

import pytest

from initiatives.importing import run, upload
from initiatives.models import BulkImport, FundingEntry, Initiative
from tests.at_once import at_once
from tests.initiatives.importing.conftest import Checked

pytestmark = pytest.mark.django_db(transaction=True)

FILE = "initiative,amount,currency,announced_on\nexampleland-ai-hub,{},EUR,2026-04\n"


def test_of_two_editors_who_store_at_once_the_second_sees_the_new_figures_first(checked: Checked, hub: Initiative) -> None:
    rows = [checked(FILE.format(5)), checked(FILE.format(5))]
    for row in rows:
        assert upload.ask_for_storing(row, row.version)
    assert at_once(*[lambda pk=row.pk: run.work_on(pk) for row in rows]) == []
    states = sorted(BulkImport.objects.values_list("state", flat=True))
    assert states == ["checked", "done"]
    late = BulkImport.objects.get(state="checked")
    assert "The record changed after the check" in late.message
    assert (late.effect["new"], late.effect["unchanged"]) == (0, 1)
    assert FundingEntry.objects.filter(amount=5).count() == 1


def test_of_two_who_press_the_button_at_once_one_is_heard(checked: Checked, hub: Initiative) -> None:
    row, heard = checked(FILE.format(5)), list[bool]()
    assert at_once(*[lambda: heard.append(upload.ask_for_storing(row, row.version))] * 2) == []
    assert sorted(heard) == [False, True]


def test_two_workers_that_are_rung_at_once_store_a_file_once(checked: Checked, hub: Initiative) -> None:
    row = checked(FILE.format(5))
    assert upload.ask_for_storing(row, row.version)
    assert at_once(*[lambda: run.work_on(row.pk)] * 2) == []
    assert FundingEntry.objects.filter(amount=5).count() == 1
    assert FundingEntry.history.filter(amount=5).count() == 1
