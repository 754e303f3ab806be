"""Figures that contradict each other are found where the ledger would warn of them."""

from pathlib import Path

from dashboard.queries.disputed_figures import disputed_figures
from initiatives.exchange import load as loading
from tests.dashboard.conftest import Ask
from tests.initiatives.exchange.files import entry, initiative, write

M = 10**6


def part(number: int, amount: int, currency: str = "USD") -> dict[str, object]:
    return entry(f"harbour#{number}", amount=amount, currency=currency, relation="part-of", related_to="harbour#1", announced_on="2025-03-11")


def test_parts_that_outgrow_their_envelope_are_named_once_a_family(db: None, tmp_path: Path, ask: Ask) -> None:
    funding = [entry("harbour#1", amount=100 * M, currency="USD"), part(2, 80 * M), part(3, 50 * M)]
    loading.load(write(tmp_path, initiative("harbour", funding=funding), initiative("quay")))
    (found,) = disputed_figures(ask())
    assert (found.key, found.anchor, found.excess, found.rivals) == ("harbour#1", "harbour-1", 30 * M, 0)


def test_an_excess_that_rates_may_explain_is_none(db: None, tmp_path: Path, ask: Ask) -> None:
    funding = [entry("harbour#1", amount=100 * M, currency="USD"), part(2, 94 * M, "EUR")]
    loading.load(write(tmp_path, initiative("harbour", funding=funding)))
    assert [one.excess for one in disputed_figures(ask())] == []


def test_another_scope_is_not_asked(db: None, tmp_path: Path, ask: Ask) -> None:
    funding = [entry("harbour#1", amount=100 * M, currency="USD", scope="chips"), {**part(2, 180 * M), "scope": "chips"}]
    loading.load(write(tmp_path, initiative("harbour", funding=funding)))
    assert disputed_figures(ask()) == []
    assert len(disputed_figures(ask("scope=chips"))) == 1
