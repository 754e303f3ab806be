"""Promises that are not money."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.steps.understand.quantities import find_quantities

LINES = (Path(__file__).parent / "quantities.psv").read_text(encoding="utf-8").splitlines()
Quantity = tuple[str, Decimal, str, str]


def wanted(expected: str) -> Quantity:
    """`passage = value measure hedge` as values."""
    passage, _, rest = expected.strip().rpartition(" = ")
    value, measure, *hedge = rest.split()
    return passage, Decimal(value), measure, hedge[0] if hedge else "exact"


@pytest.mark.parametrize("line", [line for line in LINES if line and not line.startswith("#")])
def test_a_sentence_gives_its_quantities_and_no_others(line: str) -> None:
    text, quantities = (piece.strip() for piece in line.split("|"))
    found = [(claim.evidence.text, claim.value, claim.measure, claim.hedge) for claim in find_quantities(text)]
    assert found == [wanted(each) for each in quantities.split(";;") if each.strip()]


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


@pytest.mark.parametrize("text", ["The centre already has 6,000 GPUs.", "It is based on 6,000 GPUs.", "Inside are 6,000 GPUs."])
def test_what_runs_already_is_installed(text: str) -> None:
    (claim,) = find_quantities(text)
    assert claim.status == "installed"


PIECES = st.sampled_from(
    ["1", "2,000", "10.5", " ", "-", "–", "to", "between", "and", "MW", "GW", "GPUs", "exaflops", "people", "jobs", "billion", "B", "0"]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES, max_size=30).map("".join)))
def test_no_text_breaks_the_reading_and_every_span_is_its_passage(text: str) -> None:
    for claim in find_quantities(text):
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text
        assert 0 < claim.value <= 10**17


@pytest.mark.parametrize(
    "text",
    [
        "It is a language of some 30 million people.",
        "Models are missing for a tongue spoken by 30 million people.",
        "In a country of 3 million people that is much.",
        "Some 30 million people speak it.",
        "A language of a hundred million people waits.",
    ],
)
def test_speakers_and_inhabitants_are_nothing_planned(text: str) -> None:
    assert find_quantities(text) == ()


def test_people_to_be_reached_are_a_quantity() -> None:
    (claim,) = find_quantities("The course is to reach 30 million people.")
    assert claim.value == Decimal(30_000_000)


@pytest.mark.parametrize("text", ["It holds 240 graphics\nprocessors.", "It holds 240\ngraphics processors."])
def test_a_line_broken_at_the_edge_of_a_page_hides_no_quantity(text: str) -> None:
    (claim,) = find_quantities(text)
    assert (claim.measure, claim.value, claim.evidence.text) == ("gpus", Decimal(240), text[9:-1])


def test_a_figure_at_the_end_of_a_paragraph_is_not_joined_to_the_next() -> None:
    assert find_quantities("It opens with hall 240\n\ngraphics processors come later.") == ()


def test_who_took_part_already_is_not_planned() -> None:
    (claim,) = find_quantities("So far 65,000 students have taken part.")
    assert claim.status == "installed"
