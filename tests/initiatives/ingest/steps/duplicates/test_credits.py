"""A report credits a publisher in its dateline or in words, and not by naming it otherwise."""

import pytest

from initiatives.ingest.steps.duplicates import credits_publisher


@pytest.mark.parametrize(
    "text",
    [
        "OSLO, 24 November (Norwire) - Norway will build a computer.",
        "OSLO (NORWIRE) — Norway will build a computer.",
        "Norway will build a computer, according to the news agency Norwire.",
        "Norway will build a computer, Norwire first reported on Monday.",
        "Norway will build a computer. Source: Norwire",
        "Norway will build a computer. © Norwire 2026",
        "By our staff and Norwire\n\nNorway will build a computer.",
    ],
)
def test_a_report_says_whose_it_is(text: str) -> None:
    assert credits_publisher(text, "Norwire")
    assert not credits_publisher(text, "Other Agency")


@pytest.mark.parametrize(
    "text",
    ["Norway bought a share of Norwire.", "Norwires according to nobody", "The state (Norwire is part of it) pays.", "", "\ud800", "( " * 20_000],
)
def test_a_name_alone_is_no_credit(text: str) -> None:
    assert not credits_publisher(text, "Norwire")


@pytest.mark.parametrize("publisher", ["", " ", "—", "x", "(" * 500])
def test_a_publisher_without_a_name_is_credited_by_nobody(publisher: str) -> None:
    assert not credits_publisher("OSLO () - according to x and (x) -", publisher)
