"""People with what a text says of them."""

import pytest

from initiatives.ingest.steps.understand.people import Person, find_people
from initiatives.ingest.values import Context, Reading


def only_person(text: str) -> Person:
    (person,) = find_people(text, Reading(), Context())
    return person


@pytest.mark.parametrize(
    ("text", "name", "title", "affiliation", "place"),
    [
        ("Ona Brekke, Grid Analyst in Bergen: “No.”", "Ona Brekke", "Grid Analyst", None, "Bergen"),
        ("Dr. Ravi Menon, Professor of Law, Kaveri University: “No.”", "Ravi Menon", "Professor of Law", "Kaveri University", None),
        ("Ines Prado, Investor & Writer (based in Porto): “No.”", "Ines Prado", "Investor & Writer", None, "Porto"),
        ("The minister, Ona Brekke, spoke.", "Ona Brekke", "minister", None, None),
        ("Deputy Minister of Water Affairs Ona Brekke spoke.", "Ona Brekke", "Deputy Minister of Water Affairs", None, None),
        ("Ona Brekke, chief executive of the Danish chip company Aral, spoke.", "Ona Brekke", "chief executive", "Aral", None),
        ("Aral's head of funds Ona Brekke spoke.", "Ona Brekke", "head of funds", "Aral", None),
        ("Ona Brekke, minister of water, trade and science, spoke.", "Ona Brekke", "minister of water, trade and science", None, None),
    ],
)
def test_title_affiliation_and_place_stand_as_in_the_text(text: str, name: str, title: str, affiliation: str | None, place: str | None) -> None:
    person = only_person(text)
    assert (person.name, person.title, person.affiliation, person.place) == (name, title, affiliation, place)


def test_an_institution_is_no_person() -> None:
    assert find_people("Kaveri University said so. Aral Research agreed.", Reading(), Context()) == ()
