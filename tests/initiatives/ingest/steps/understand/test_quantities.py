"""Promises that are not money."""

from decimal import Decimal

from initiatives.ingest.steps.understand.quantities import find_quantities


def test_measures_units_and_hedges() -> None:
    text = "It buys up to 18,000 GPUs and 1.5 gigawatts by 2030 for a model of 1 trillion parameters; 2,000 specialists get jobs at €5 million."
    found = [(claim.measure, claim.value, claim.hedge) for claim in find_quantities(text)]
    assert found == [
        ("gpus", Decimal(18_000), "up-to"),
        ("megawatts", Decimal(1500), "exact"),
        ("parameters", Decimal(10**12), "exact"),
        ("people", Decimal(2000), "exact"),
    ]
    assert find_quantities(text)[0].by == "2030"


def test_what_runs_already_is_installed() -> None:
    (claim,) = find_quantities("The centre already has 6,000 GPUs.")
    assert claim.status == "installed"
