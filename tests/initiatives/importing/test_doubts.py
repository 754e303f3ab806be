"""What the ledger allows and a person is asked about, and the currency that an amount names itself."""

from initiatives import publish
from initiatives.importing import run, upload
from initiatives.models import FundingEntry, Initiative
from tests.initiatives.a_hub import entry_of
from tests.initiatives.importing.conftest import Checked, problems_of, stored

HEADER = "initiative,amount,currency,announced_on,relation,related_to\n"


def other_than(hub: Initiative) -> None:
    """Another initiative of the same country with a sum of seven million euros."""
    with publish.editing(None, "Set up") as session:
        row = Initiative(slug="exampleland-cloud", name="Exampleland Cloud", countries=["FRA"], kind="compute", status="announced")
        row.announced, row.summary = "2026", "A cloud."
        session.save(row)
        session.save(entry_of(row, hub.funding.get().source, amount=7_000_000))


def test_a_relation_to_a_sum_of_another_initiative_asks_and_one_to_its_own_does_not(checked: Checked, hub: Initiative) -> None:
    other_than(hub)
    row = checked(f"{HEADER}exampleland-ai-hub,7,EUR,2026-04,restates,exampleland-cloud#1\nexampleland-ai-hub,8,EUR,2026-04,part-of,#1\n")
    assert problems_of(row) == []
    asking = [each for each in row.problems if each["asks"]]
    assert [(each["line"], each["column"]) for each in asking] == [(2, "related_to")]
    assert "This restates exampleland-cloud#1, a sum of another initiative: €7 m, announced, Mar 2026, “Exampleland Cloud”" in asking[0][
        "message"
    ].replace("\xa0", " ")
    assert row.effect["asked"] == 1


def test_a_row_that_was_stored_so_is_not_asked_about_again(checked: Checked, hub: Initiative) -> None:
    other_than(hub)
    stored(checked(f"{HEADER}exampleland-ai-hub,7,EUR,2026-04,restates,exampleland-cloud#1\n"))
    again = checked("key,note\nexampleland-ai-hub#2,Said once more\n")
    assert (again.effect["changed"], again.effect["asked"]) == (1, 0)


def test_a_part_that_is_softer_than_its_envelope_asks_as_the_form_does(checked: Checked, hub: Initiative) -> None:
    row = checked(f"stage,{HEADER}pledged,exampleland-ai-hub,7,EUR,2026-04,part-of,#1\n")
    assert [each["column"] for each in row.problems if each["asks"]] == ["stage"]
    assert "pledged is softer than the announced" in row.problems[0]["message"]


def test_new_money_that_the_ledger_has_asks_and_offers_what_it_restates(checked: Checked, hub: Initiative) -> None:
    row = checked("initiative,amount,currency,announced_on\nexampleland-ai-hub,100000000,EUR,2026-09\n")
    assert (row.problems[0]["instead"], row.problems[0]["asks"]) == ("restates exampleland-ai-hub#1", True)


def test_an_amount_in_another_currency_than_its_row_keeps_the_file_out(checked: Checked, hub: Initiative) -> None:
    row = checked("initiative,amount,currency,announced_on\nexampleland-ai-hub,1.5tn yen,EUR,2026-04\nexampleland-ai-hub,¥1兆,CNY,2026-05\n")
    assert [(line, column) for line, column, _ in problems_of(row)] == [(2, "amount")]
    assert row.problems[0]["value"] == "1.5tn yen"
    assert "The amount is in JPY, and its row says EUR" in row.problems[0]["message"]
    stored_entry = checked("key,amount\nexampleland-ai-hub#1,$5 bn\n")
    assert "and its row says EUR" in problems_of(stored_entry)[0][2]


def test_a_currency_that_only_the_amount_names_is_taken_and_shown(checked: Checked, hub: Initiative) -> None:
    row = checked("initiative,amount,announced_on\nexampleland-ai-hub,€5 m,2026-04\nexampleland-ai-hub,$6 m,2026-05\n")
    assert row.effect["readings"] == [{"column": "currency", "text": "", "read_as": "EUR", "cells": 1}]
    assert [(line, column) for line, column, _ in problems_of(row)] == [(3, "currency")]


def test_a_currency_in_words_is_read_as_its_code_and_shown(checked: Checked, hub: Initiative) -> None:
    row = checked("initiative,amount,currency,announced_on\nexampleland-ai-hub,5,EURO,2026-04\nexampleland-ai-hub,6,dollars,2026-05\n")
    assert row.effect["readings"] == [{"column": "currency", "text": "EURO", "read_as": "EUR", "cells": 1}]
    assert (problems_of(row)[0][0], row.problems[0]["instead"]) == (3, "USD")
    assert not FundingEntry.objects.filter(amount=5).exists()


def test_a_file_with_both_decimal_marks_is_read_where_each_number_is_clear_and_asked_about_where_not(checked: Checked, hub: Initiative) -> None:
    header = "initiative;amount;currency;announced_on\n"
    clear = checked(f"{header}exampleland-ai-hub;1.200.000,50;EUR;2026-04\nexampleland-ai-hub;2,500,000.25;EUR;2026-05\n")
    assert problems_of(clear) == []
    assert any("one way only" in words for words in clear.reading["read_as"])
    assert upload.mend(clear, {2: {"amount": "1.200"}}, clear.version)
    run.work_on(clear.pk)
    clear.refresh_from_db()
    assert "“1.200” can be 1.2 or 1,200" in problems_of(clear)[0][2]
    doubtful = checked(
        f"{header}exampleland-ai-hub;1.200,50;EUR;2026-04\nexampleland-ai-hub;2,500.25;EUR;2026-05\nexampleland-ai-hub;1.250;EUR;2026-06\n"
    )
    assert "“1.250” (row 4) can be 1.25 or 1,250" in doubtful.reading["questions"]["decimal_mark"]


def test_sums_hundreds_of_times_smaller_than_the_others_of_the_file_are_remarked(checked: Checked, hub: Initiative) -> None:
    others = "".join(f"exampleland-ai-hub,{number} Mio,EUR,2026-0{number}\n" for number in range(3, 8))
    row = checked(f"initiative,amount,currency,announced_on\n{others}exampleland-ai-hub,5000,EUR,2026-04\nexampleland-ai-hub,60000000,JPY,2026-05\n")
    assert problems_of(row) == []
    assert [(each["cell"], each["value"], each["asks"]) for each in row.problems] == [("B7", "5000", False)]
    assert "times smaller than the middle sum of this file" in row.problems[0]["message"]
    few = checked("initiative,amount,currency,announced_on\nexampleland-ai-hub,5000000,EUR,2026-04\nexampleland-ai-hub,5000,EUR,2026-05\n")
    assert few.problems == []
