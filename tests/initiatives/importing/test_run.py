"""A file from its upload to the record and back."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from initiatives.importing import run, upload
from initiatives.importing.columns import NOUNS
from initiatives.importing.template import workbook_of
from initiatives.models import Article, Edition, FundingCount, FundingEntry, Initiative, Organization
from initiatives.models.edition import recorded_models
from initiatives.publication import PublicationRefused
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


def test_the_same_file_twice_leaves_no_line_of_history_and_no_edition(checked: Checked, hub: Initiative) -> None:
    stored(checked(EUROPEAN, day_order="day-first"))
    lines, edition = FundingEntry.history.count(), Edition.objects.current_number()
    again = checked(EUROPEAN, day_order="day-first")
    assert {kind: again.effect[kind] for kind in ("new", "changed", "unchanged")} == {"new": 0, "changed": 0, "unchanged": 2}
    assert stored(again).edition is None
    assert (FundingEntry.history.count(), Edition.objects.current_number()) == (lines, edition)


def test_one_wrong_row_keeps_the_whole_file_out_and_every_problem_is_named_at_once(checked: Checked, hub: Initiative) -> None:
    row = checked(
        "initiative,amount,currency,announced_on,stage,related_to,relation\nexampleland-ai-hub,5,EUR,2026-04,comitted,,\nexampleland-ai-hob,6,EUR,2026-05,,,\n"
        "exampleland-ai-hub,much,EURX,2026-31,,,\nexampleland-ai-hub,8,EUR,2026-08,,row 99,restates\n"
    )  # fmt: skip
    words = {(line, column): message for line, column, message in problems_of(row)}
    assert "Did you mean “committed”?" in words[2, "stage"]
    assert "Did you mean Exampleland AI Hub (exampleland-ai-hub)?" in words[3, "initiative"]
    assert "is no amount" in words[4, "amount"]
    assert "is not a currency" in words[4, "currency"]
    assert "2026-31" in words[4, "announced_on"]
    assert "no row of this file" in words[5, "related_to"]
    assert [each["cell"] for each in row.problems[:2]] == ["E2", "A3"]
    assert row.problem_count == len(problems_of(row))
    assert not upload.ask_for_storing(row, row.version)
    assert FundingEntry.objects.count() == 1
    assert not Article.objects.filter(url=FOR_ALL_ROWS["source"]).exists()


def test_amounts_with_units_are_understood(checked: Checked, hub: Initiative) -> None:
    row = checked(
        "initiative;amount;currency;announced_on\nexampleland-ai-hub;1,5 Mrd;EUR;2026-04\nexampleland-ai-hub;€ 20 Mio;EUR;2026-05\n"
        "exampleland-ai-hub;500 crore;INR;2026-06\nexampleland-ai-hub;1兆;JPY;2026-07\n"
    )  # fmt: skip
    assert problems_of(row) == []
    stored(row)
    assert list(FundingEntry.objects.order_by("announced_on").values_list("amount", flat=True))[1:] == [1_500_000_000, 20_000_000, 5 * 10**9, 10**12]


def test_a_row_points_at_a_row_of_the_same_file_and_adds_nothing(checked: Checked, hub: Initiative) -> None:
    row = checked(
        "initiative,amount,currency,announced_on,relation,related_to\nexampleland-ai-hub,5000000,EUR,2026-04,new,\n"
        "exampleland-ai-hub,5000000,EUR,2026-05,restates,row 2\nexampleland-ai-hub,100000000,EUR,2026-06,restates,#1\n"
    )  # fmt: skip
    assert problems_of(row) == []
    stored(row)
    assert dict(FundingEntry.objects.exclude(related_to=None).values_list("key", "related_to__key")) == {
        "exampleland-ai-hub#3": "exampleland-ai-hub#2", "exampleland-ai-hub#4": "exampleland-ai-hub#1",
    }  # fmt: skip
    counted = dict(FundingCount.objects.filter(snapshot__day=None).values_list("entry__key", "net"))
    assert counted["exampleland-ai-hub#2"] == 5_000_000
    assert (counted["exampleland-ai-hub#3"], counted["exampleland-ai-hub#4"]) == (0, 0)


def test_the_rules_of_the_ledger_keep_a_file_out_and_what_looks_alike_is_only_said(checked: Checked, hub: Initiative) -> None:
    firmer = checked("initiative,amount,currency,announced_on,stage,relation,related_to\nexampleland-ai-hub,5,EUR,2026-04,committed,restates,#1\n")
    assert "is firmer than" in problems_of(firmer)[0][2]
    twin = checked("initiative,amount,currency,announced_on\nexampleland-ai-hub,100000000,EUR,2026-09\n")
    assert problems_of(twin) == []
    assert "looks like exampleland-ai-hub#1" in twin.problems[0]["message"]
    assert twin.problems[0]["instead"] == "restates exampleland-ai-hub#1"


def test_rows_that_say_the_same_twice_are_told_apart(checked: Checked, hub: Initiative) -> None:
    row = checked("initiative,amount,currency,announced_on\nexampleland-ai-hub,5,EUR,2026-04\nexampleland-ai-hub,5,EUR,2026-04\n")
    assert problems_of(row)[0][0] == 3
    assert "Row 2 says the same" in problems_of(row)[0][2]


def test_a_cell_is_mended_without_another_upload(checked: Checked, hub: Initiative) -> None:
    row = checked("initiative,amount,currency,announced_on,stage\nexampleland-ai-hub,5,EUR,2026-04,comitted\n")
    assert upload.mend(row, {2: {"stage": "committed"}}, row.version)
    run.work_on(row.pk)
    row.refresh_from_db()
    assert problems_of(row) == []
    assert stored(row).state == "done"
    assert FundingEntry.objects.get(amount=5).stage == "committed"


def test_taking_back_gives_the_record_and_the_totals_as_they_were(checked: Checked, hub: Initiative) -> None:
    before = (recorded_as_it_is(), totals())
    row = stored(
        checked(
            "key,initiative,amount,currency,announced_on,funders\nexampleland-ai-hub#1,,7,EUR,2026-03,MoS\n,exampleland-ai-hub,5,EUR,2026-04,A; B\n"
        )
    )
    assert (recorded_as_it_is(), totals()) != before
    assert upload.take_back(row, row.version, None)
    assert (recorded_as_it_is(), totals()) == before
    row.refresh_from_db()
    assert row.state == "undone"
    assert row.undone_with == Edition.objects.current()
    assert not upload.take_back(row, row.version, None)


def test_what_later_changes_rest_on_is_not_taken_back(checked: Checked, hub: Initiative) -> None:
    row = stored(checked("initiative,amount,currency,announced_on\nexampleland-ai-hub,5,EUR,2026-04\n"))
    stored(checked("key,amount\nexampleland-ai-hub#2,6\n"))
    with pytest.raises(PublicationRefused, match="Take that edition back first"):
        upload.take_back(row, row.version, None)
    row.refresh_from_db()
    assert row.state == "done"


def test_a_record_that_changed_since_the_check_is_checked_again_and_shown(checked: Checked, hub: Initiative) -> None:
    first, second = (checked("initiative,amount,currency,announced_on\nexampleland-ai-hub,5,EUR,2026-04\n") for _ in range(2))
    assert stored(first).state == "done"
    assert stored(second).state == "checked"
    assert "The record changed after the check" in second.message
    assert (second.effect["earlier"]["new"], second.effect["unchanged"]) == (1, 1)
    assert stored(second).edition is None
    assert FundingEntry.objects.filter(amount=5).count() == 1


def test_a_stale_form_changes_nothing(checked: Checked, hub: Initiative) -> None:
    row = checked("initiative,amount,currency,announced_on\nexampleland-ai-hub,5,EUR,2026-04\n")
    assert not upload.ask_for_storing(row, row.version - 1)
    assert not upload.ask_for_check(row, row.mapping, row.reading, row.version - 1)


def test_cancelled_work_leaves_nothing(checked: Checked, hub: Initiative) -> None:
    row = checked("initiative,amount,currency,announced_on\nexampleland-ai-hub,5,EUR,2026-04\n")
    assert upload.ask_for_storing(row, row.version)
    assert upload.cancel(row)
    run.work_on(row.pk)
    row.refresh_from_db()
    assert (row.state, row.message) == ("cancelled", "Cancelled. Nothing was stored.")
    assert FundingEntry.objects.count() == 1


def test_the_columns_of_a_file_are_remembered_for_the_next_with_these_headers(checked: Checked, hub: Initiative, ada: User) -> None:
    file = "Whose;How much;Curr;Said\nexampleland-ai-hub;5;EUR;2026-04\n"
    row = upload.take("funding", "t.csv", file.encode(), ada)
    assert "Whose" not in row.mapping
    mapping = {"Whose": "initiative", "How much": "amount", "Curr": "currency", "Said": "announced_on"}
    assert upload.ask_for_check(row, mapping, row.reading, row.version)
    assert upload.take("funding", "next.csv", file.encode(), ada).mapping == mapping


def test_payers_that_are_unknown_are_words_or_become_organizations(checked: Checked, hub: Initiative) -> None:
    file = "initiative,amount,currency,announced_on,funders\nexampleland-ai-hub,5,EUR,2026-04,Ministry of Scienc (60 %); Bank of Examples (40 %)\n"
    words = checked(file)
    assert "Did you mean “Ministry of Science”?" in words.problems[0]["message"]
    stored(checked(file, create_organizations=True))
    payers = FundingEntry.objects.get(amount=5).funders.values_list("organization__slug", "share")
    assert list(payers) == [("ministry-of-scienc", Decimal("0.6")), ("bank-of-examples", Decimal("0.4"))]


def test_organizations_and_initiatives_come_in_too(checked: Checked, hub: Initiative) -> None:
    stored(checked("name,other names,kind\nMinistry of Science,MoS; 科学省,\nBank of Examples,,bank\n", "organizations"))
    stored(checked("slug,name\nministry-of-science,Ministry of Science and AI\n", "organizations"))
    renamed = Organization.objects.get(slug="ministry-of-science-and-ai")
    assert (renamed.kind, {name.name for name in renamed.names.all()}) == ("government", {"MoS", "科学省", "Ministry of Science"})
    stored(checked("slug,owners,status\nexampleland-ai-hub,Germany; France,underway\n", "initiatives"))
    hub.refresh_from_db()
    assert (hub.countries, hub.status) == (["DEU", "FRA"], "underway")
    assert FundingCount.objects.get(snapshot__day=None).country == "joint"


def test_the_template_goes_in_unchanged_and_its_example_is_left_out(checked: Checked, ada: User) -> None:
    for noun in NOUNS.values():
        row = checked(workbook_of(noun, ["France", "Germany"]), noun.name, "template.xlsx", {})
        assert (row.state, problems_of(row)) == ("checked", [])
        assert (row.effect["examples"], row.effect["new"]) == (1, 0)


def recorded_as_it_is() -> dict[str, list[dict[str, object]]]:
    return {name: list(model._default_manager.order_by("pk").values()) for name, model in recorded_models().items() if name != "initiative"}


def totals() -> list[tuple[object, ...]]:
    return list(FundingCount.objects.filter(snapshot__day=None).order_by("entry").values_list("entry__key", "net", "usd_net", "country", "reason"))


def test_what_is_often_a_slip_is_remarked_and_keeps_nothing_out(checked: Checked, hub: Initiative) -> None:
    row = checked("initiative,amount,currency,announced_on,hedge\nexampleland-ai-hub,5,EUR,2199-04,range\nexampleland-ai-hub,6,EUR,2026-04,exact\n")
    remarks = {(each["line"], each["column"]): each["message"] for each in row.problems if each["warning"]}
    assert problems_of(row) == []
    assert remarks[2, "announced_on"].startswith("That day lies ahead.")
    assert remarks[2, "hedge"].startswith("A range has a lower or an upper bound.")
    assert not [line for line, _ in remarks if line == 3]
