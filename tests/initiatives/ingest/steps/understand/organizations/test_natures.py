"""What an organization is shows in its name and in the noun beside it."""

import pytest

from initiatives.ingest.steps.understand.organizations.natures import natures_of
from initiatives.ingest.values import Span


def natures(text: str, name: str) -> set[str]:
    start = text.index(name)
    return natures_of(text, name, Span(start, start + len(name)))


@pytest.mark.parametrize(
    ("name", "nature"),
    [
        ("Aral Supercomputing Centre", "named computing centre"),
        ("Research Council of Mersin", "named grant giver"),
        ("Data Protection Office of Mersin", "named regulator"),
        ("Mersin University", "named school"),
    ],
)
def test_a_name_shows_a_nature(name: str, nature: str) -> None:
    assert natures(f"The {name} spoke.", name) == {nature}


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("It came from the chipmaker Kestrel.", "called maker"),
        ("Kestrel, a think-tank, doubts it.", "called thinkers"),
        ("The telecoms operator Kestrel joins.", "called carrier"),
    ],
)
def test_the_noun_beside_a_name_shows_a_nature(text: str, nature: str) -> None:
    assert nature in natures(text, "Kestrel")


def test_a_bare_name_shows_none() -> None:
    assert natures("They met Kestrel on Monday.", "Kestrel") == set()
