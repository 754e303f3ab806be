"""The report an article rests on."""

import pytest

from initiatives.ingest.steps.understand.attribution import find_attribution
from initiatives.ingest.values import Context, Reading


def publishers(text: str) -> list[str]:
    return [attribution.publisher for attribution in find_attribution(text, Reading(), Context())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fund is ready, according to the North Cape Morning Post.", ["North Cape Morning Post"]),
        ("The news agency Kvikk learned of it first.", ["Kvikk"]),
        ("The plan was first reported by Reuters.", ["Reuters"]),
        ("According to the Ministry of Tides, the fund is ready.", []),
        ("According to Minister Ona Brekke, the fund is ready.", []),
    ],
)
def test_media_are_reports_and_ministries_are_not(text: str, expected: list[str]) -> None:
    assert publishers(text) == expected
