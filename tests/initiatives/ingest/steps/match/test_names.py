"""Likeness of names."""

import pytest

from initiatives.ingest.steps.match.names import likeness, same_organization


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("SoftBank Group Corp.", "SoftBank Group", 1.0),
        ("SoftBank Group Corp.", "SoftBank Corp.", 0.9),
        ("Preferred Networks Inc.", "Preferred Networks", 1.0),
        ("Naver", "Naver Cloud", 0.8),
        ("Télécom Nord SA", "Telecom Nord", 1.0),
        ("Bank of Norway", "Bank of Sweden", 0.0),
        ("The", "Inc.", 0.0),
    ],
)
def test_legal_forms_accents_and_groups(one: str, other: str, like: float) -> None:
    assert likeness(one, other) == like
    assert same_organization(one, other) == (like > 0)
