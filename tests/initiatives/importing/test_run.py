"""A file from its upload to the record and back."""

from decimal import Decimal

from initiatives.models import Edition, FundingCount, FundingEntry, Initiative, Organization
from tests.initiatives.importing.conftest import FOR_ALL_ROWS, Checked, problems_of, stored

EUROPEAN = (
    "\ufeffslug;amount;currency;announced_on;funder;note\r\n"
    'exampleland-ai-hub;1.250.000,50;EUR;03.04.2026;"Société d’État; Côte d’Ivoire";"first line"\r\n'
    'exampleland-ai-hub;;EUR;2026-04;Ministry of Science;"amount not disclosed"\r\n'
)


def test_a_day_that_can_be_two_days_is_asked_about_and_nothing_is_checked(checked: Checked, hub: Initiative) -> None:
    row = checked(EUROPEAN)
    assert row.state == "uploaded"
    assert "“03.04.2026” (row 2) can be 3 Apr 2026 or 4 Mar 2026" in row.reading["questions"]["day_order"]
    assert FundingEntry.objects.count() == 1


def test_a_european_file_is_read_shown_and_stored_as_one_edition(checked: Checked, hub: Initiative) -> None:
    row = checked(EUROPEAN, day_order="day-first")
    assert row.state == "checked", row.message
    assert problems_of(row) == []
    assert row.reading["read_as"] == [
        "semicolons between cells", "a decimal comma (1.250.000,50)", "the day first (03.04.2026 is 3 April)",
    ]  # fmt: skip
    assert (row.effect["new"], FundingEntry.objects.count()) == (2, 1)
    assert stored(row).state == "done"
    first, second = FundingEntry.objects.exclude(key="exampleland-ai-hub#1").order_by("key")
    assert (first.amount, first.announced_on, first.note) == (Decimal("1250000.50"), "2026-04-03", "first line")
    assert (second.amount, second.announced_on) == (None, "2026-04")
    assert first.funders.get().described == "Société d’État; Côte d’Ivoire"
    assert second.funders.get().organization == Organization.objects.get(name="Ministry of Science")
    assert first.source.url == FOR_ALL_ROWS["source"]
    assert FundingCount.objects.get(snapshot__day=None, entry=first).net == first.amount
    assert row.edition == Edition.objects.current()
    assert Edition.objects.current_number() == 2
    assert first.history.get().history_user == row.made_by
