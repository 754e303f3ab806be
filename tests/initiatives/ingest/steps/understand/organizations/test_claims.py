"""Organizations with kind, country, role and status."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.steps.understand.organizations import find_organizations
from initiatives.ingest.values import Context, KnownOrganization, OrganizationClaim, Reading

TEXT = (
    "Led by the holding Fjordtek Group Corp., the plan aims at a national model. Fjordtek will spearhead the effort in collaboration with "
    "Polarmind Inc., a domestic AI startup. "
    "Involvement from major financial institutions and shipping conglomerates is widely anticipated, according to the North Cape Morning Post."
)


def found(text: str, context: Context | None = None, owners: tuple[str, ...] = ("NOR",)) -> dict[str, OrganizationClaim]:
    return {claim.name or claim.described or "": claim for claim in find_organizations(text, Reading(), context or Context(), owners)}


def test_lead_partner_and_the_unnamed_are_told_apart() -> None:
    claims = found(TEXT)
    assert (claims["Fjordtek Group Corp."].role, claims["Polarmind Inc."].role) == ("lead", "partner")
    assert (claims["Polarmind Inc."].kind, claims["Polarmind Inc."].country) == ("startup", "NOR")
    unnamed = claims["major financial institutions"]
    assert (unnamed.name, unnamed.kind, unnamed.status) == (None, "bank", "expected")


def test_a_medium_that_is_cited_only_is_mentioned() -> None:
    claim = found(TEXT)["North Cape Morning Post"]
    assert (claim.kind, claim.role) == ("media", "mentioned")


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The Ministry of Economy, Trade and Tides will supply about 1 billion kroner.", "Ministry of Economy, Trade and Tides", "funder"),
        ("The Economy, Trade and Tides Ministry said on Monday that work had begun.", "Economy, Trade and Tides Ministry", "lead"),
        ("Processors are to be bought in bulk from the U.S. chipmaker Orrin.", "Orrin", "supplier"),
        ("The machine stands at the Nordlys Supercomputing Centre.", "Nordlys Supercomputing Centre", "operator"),
        ("The chatbots of the company Orrin are no rivals.", "Orrin", "mentioned"),
    ],
)
def test_the_words_around_a_name_give_its_role(text: str, name: str, role: str) -> None:
    assert found(text)[name].role == role


def test_names_and_aliases_of_the_record_bring_kind_and_country() -> None:
    context = Context(organizations=(KnownOrganization("tidewater", "Tidewater Institute", ("TWI",), "research-institute", "ISL"),))
    claim = found("The model is trained together with TWI in Bergen.", context)["TWI"]
    assert (claim.kind, claim.country, claim.role) == ("research-institute", "ISL", "partner")


def test_one_organization_is_named_once_however_it_is_called() -> None:
    text = "The Nordlys Investment Authority (NIA) pays. NIA is new. The authority has money, and Nordlys Investment Authority lends it."
    assert list(found(text)) == ["Nordlys Investment Authority"]


@pytest.mark.parametrize("name", ["National Tide Strategy", "London Tide Week", "Vision 2040", "Tide-GPT", "Norway"])
def test_plans_events_models_and_countries_are_no_organizations(name: str) -> None:
    assert found(f"They spoke about {name} and left.") == {}


@given(st.text())
def test_any_text_is_read_without_a_fault(text: str) -> None:
    for claim in find_organizations(text, Reading(), Context()):
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text


def test_a_house_of_two_fields_under_one_article_is_one_name() -> None:
    assert "Poznan Supercomputing and Networking Center" in found("The machine stands at the Poznan Supercomputing and Networking Center in Poland.")
    assert "Poznan Supercomputing and Networking Center" not in found("Fjordtek met Poznan Supercomputing and the Networking Center of Nordby.")
