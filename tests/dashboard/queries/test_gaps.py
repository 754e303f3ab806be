"""The parts of a gap add up to it, wherever it is asked; what was cancelled or cut stands beside it."""

from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.queries import selection
from dashboard.queries.gaps import gaps
from dashboard.queries.totals import totals
from initiatives.exchange import load as loading
from initiatives.ledger.gap import GapReason
from tests.dashboard.conftest import Ask
from tests.initiatives.exchange.files import entry, initiative, write

BN = 10**9


QUERIES = ("", "scope=ai&scope=chips&scope=wider", "currency=EUR&kind=compute", "region=Europe&basis=committed", "as_of=2025-06-30")


@pytest.mark.parametrize("query", QUERIES)
def test_the_parts_add_up_to_the_gap_of_the_whole_record(curated: Path, ask: Ask, query: str) -> None:
    filters = ask(query)
    by_basis = totals(filters).by_basis
    whole = by_basis["announced"] - by_basis["committed"]
    for by in ("country", "initiative"):
        found = gaps(filters, by)
        assert sum(one.gap for one in found) == whole > 0
        assert all(sum((part.amount for part in one.parts), Decimal(0)) == one.gap for one in found)
        assert all(sum(each.amount for each in part.entries) == part.amount for one in found for part in one.parts)


def test_the_address_of_a_gap_opens_its_entries(curated: Path, ask: Ask) -> None:
    korea = next(one for one in gaps(ask("country=KOR")) if one.key == "KOR")
    opened = selection.entries(ask("country=KOR&basis=announced&stage=announced&stage=budgeted&step=counted"))
    assert sorted(opened.values_list("entry__key", flat=True)) == sorted(each.key for part in korea.parts for each in part.entries)


def test_every_entry_names_its_source(curated: Path, ask: Ask) -> None:
    assert all(each.source_url and each.source_words for one in gaps(ask()) for part in (*one.parts, *one.left) for each in part.entries)


def test_japan_has_money_for_years_that_run_on_and_a_budget_without_an_award(japan: Path, ask: Ask) -> None:
    (found,) = gaps(ask("currency=JPY"))
    assert (found.announced, found.committed) == (1_072_500_000_000, 72_500_000_000)
    assert {part.reason: part.amount for part in found.parts} == {"unsaid": 612_700_000_000, "budgeted": 387_300_000_000}
    assert found.left == ()


def test_what_was_cancelled_or_cut_is_told_beside_the_gap_by_the_statement_that_ended_it(db: None, tmp_path: Path, ask: Ask) -> None:
    key = "harbour"
    one, two, three = {"announced_on": "2025-05-01"}, {"announced_on": "2025-06-01"}, {"announced_on": "2025-07-01"}
    funding = [
        entry(f"{key}#1", amount=3 * BN, currency="USD"),
        entry(f"{key}#2", amount=None, currency="USD", relation="cancels", related_to=f"{key}#1", note="The minister stopped it.", **two),
        entry(f"{key}#3", amount=9 * BN, currency="USD"),
        entry(f"{key}#4", amount=7 * BN, currency="USD", relation="replaces", related_to=f"{key}#3", note="Cut by a third vote.", **one),
        entry(f"{key}#5", amount=8 * BN, currency="USD", relation="replaces", related_to=f"{key}#4", note="Partly restored.", **three),
    ]  # fmt: skip
    loading.load(write(tmp_path, initiative(key, funding=funding)))
    (found,) = gaps(ask())
    assert found.gap == 8 * BN
    assert {part.reason: part.amount for part in found.left} == {"cancelled": 3 * BN, "replaced": BN}
    assert [each.note for part in found.left for each in part.entries] == ["The minister stopped it.", "Cut by a third vote."]


def test_a_cancelled_or_paused_effort_says_so(db: None, tmp_path: Path, ask: Ask) -> None:
    loading.load(write(tmp_path, initiative("harbour", status="paused"), initiative("quay", status="cancelled")))
    found = {one.key: [part.reason for part in one.parts] for one in gaps(ask(), "initiative")}
    assert found == {"harbour": ["paused"], "quay": ["cancelled"]}


def test_a_note_or_the_years_stand_beside_a_reason_only_where_they_carry_it(curated: Path, ask: Ask) -> None:
    for gap in gaps(ask("")):
        for part in gap.parts:
            said_in_note = part.reason in (GapReason.CANCELLED, GapReason.PAUSED, GapReason.VOTE)
            by_years = part.reason in (GapReason.LATER, GapReason.RUNNING)
            assert all(entry.note is None for entry in part.entries) or said_in_note, part
            assert all(bool(entry.years) == by_years for entry in part.entries), part
