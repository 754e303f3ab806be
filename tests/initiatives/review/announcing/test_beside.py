"""Where a text speaks of several initiatives, the one whose name stands beside its sum is meant."""

from decimal import Decimal
from pathlib import Path

import pytest

from initiatives.exchange.load import load
from initiatives.ingest.values import Evidence, MoneyClaim
from initiatives.review.announcing import Typed
from initiatives.review.announcing.beside import clause_of, is_named
from initiatives.review.announcing.filling import filled_from
from tests.initiatives.exchange.files import entry, initiative, write, write_organizations


@pytest.fixture
def britain(tmp_path: Path, db: None) -> None:
    write_organizations(tmp_path, "Treasury,government,GBR,")
    zones = [entry("zones#1", amount=30_000_000_000, currency="GBP", announced_on="2025-09-17", instrument=None, funders=[])]
    unit = [entry("unit#1", amount=500_000_000, currency="GBP", announced_on="2026-04-16", instrument=None, funders=[])]
    plain = {"countries": ["GBR"], "quantities": [], "points": [], "commentary": [], "participants": []}
    rows = [
        initiative("zones", name="UK AI Growth Zones", kind="compute", funding=zones, **plain),
        initiative("unit", name="UK Sovereign AI Unit", kind="strategy", funding=unit, **plain),
    ]
    load(write(tmp_path, *rows))


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("The UK government committed at least £2.5bn to AI growth zones on 5 November 2025, including £500m for the sovereign AI unit.", "zones"),
        ("The UK put £2.5bn into AI growth zones on 5 November 2025; the sovereign AI unit has £500m.", "zones"),
        ("On 5 November 2025 Britain set aside £2.5bn for the growth zones, of which £500m goes to the sovereign AI unit.", "zones"),
        ("The UK gives its sovereign AI unit £600m on 5 November 2025, as well as £2.5bn to growth zones.", "unit"),
    ],
)
def test_the_initiative_is_the_one_named_beside_the_sum(britain: None, words: str, slug: str) -> None:
    assert filled_from(words, Typed()).typed.slug == slug


def test_what_was_chosen_before_stays(britain: None) -> None:
    words = "The UK government committed at least £2.5bn to AI growth zones on 5 November 2025."
    assert filled_from(words, Typed(slug="unit", initiative="UK Sovereign AI Unit")).typed.slug == "unit"


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("UK AI Growth Zones", {"growth", "zones", "committed"}, True),
        ("UK AI Growth Zones", {"growth"}, False),
        ("Canadian Sovereign AI Compute Strategy", {"sovereign", "compute"}, True),
        ("Canadian Sovereign AI Compute Strategy", {"compute"}, False),
        ("Chinese Supercomputer", {"supercomputer"}, False),
    ],
)
def test_a_name_of_common_words_must_stand_there_whole(name: str, words: set[str], said: bool) -> None:
    assert is_named(name, frozenset(words)) is said


def test_the_clause_of_a_sum_ends_at_the_next_and_begins_after_the_one_before() -> None:
    text = "First. A pays 5 euros for X and 6 euros for Y. Last."
    money = tuple(
        MoneyClaim(Evidence(at, at + 7, text[at : at + 7], "test", "1", 1.0), Decimal(1), "EUR")
        for at in (text.index("5 euros"), text.index("6 euros"))
    )
    assert clause_of(money, 0, text) == "A pays 5 euros for X and "
    assert clause_of(money, 1, text) == " for X and 6 euros for Y"
