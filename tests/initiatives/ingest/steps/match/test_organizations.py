"""Which organization of the record a name of an article is."""

import pytest

from initiatives.ingest.steps.draft import compose
from initiatives.ingest.steps.match import match_organizations
from initiatives.ingest.values import (
    Article,
    CountryClaim,
    Evidence,
    KnownInitiative,
    KnownOrganization,
    OrganizationClaim,
    OrganizationMatch,
    Record,
    Understanding,
)

KNOWN = (
    KnownOrganization("mic-japan", "Ministry of Internal Affairs and Communications", ("総務省", "Soumusho"), "government", "JPN"),
    KnownOrganization("msit", "Ministry of Science and ICT", ("과학기술정보통신부", "MSIT"), "government", "KOR"),
    KnownOrganization("most-vietnam", "Ministry of Science and Technology (Vietnam)", (), "government", "VNM"),
    KnownOrganization("finance-kenya", "Ministry of Finance", (), "government", "KEN"),
    KnownOrganization("softbank", "SoftBank Group", ("SoftBank Group Corp.",), "company", "JPN"),
    KnownOrganization("bpifrance", "Bpifrance", ("Banque publique d'investissement",), "fund", "FRA"),
    KnownOrganization("tii", "Technology Innovation Institute", (), "research", "ARE"),
)


def match(name: str, *owners: str, country: str | None = None) -> OrganizationMatch:
    claim = OrganizationClaim(Evidence(0, len(name), name, "test", "1", 1.0), name, country=country)
    return match_organizations((claim,), KNOWN, owners)[0]


@pytest.mark.parametrize(
    ("name", "owner", "slug"),
    [
        ("総務省", "JPN", "mic-japan"),
        ("과학기술정보통신부", "KOR", "msit"),
        ("MSIT", "KOR", "msit"),
        ("MIAC", "JPN", "mic-japan"),
        ("TII", "ARE", "tii"),
        ("SoftBank Group Corp.", "JPN", "softbank"),
        ("BANQUE PUBLIQUE D’INVESTISSEMENT", "FRA", "bpifrance"),
        ("Ministry of Science and Technology", "VNM", "most-vietnam"),
        ("Ministry of Finance", "KEN", "finance-kenya"),
    ],
)
def test_aliases_native_names_and_initials_are_found(name: str, owner: str, slug: str) -> None:
    assert match(name, owner).slug == slug


@pytest.mark.parametrize(("name", "owner"), [("Ministry of Science and Technology", "PAK"), ("Ministry of Finance", "TZA"), ("TII", "USA")])
def test_ministries_of_two_countries_with_one_name_are_never_merged(name: str, owner: str) -> None:
    assert match(name, owner).slug is None


def test_the_reason_says_whose_ministry_it_is() -> None:
    found = match("Ministry of Finance", "TZA")
    assert found.reason == "No organization of the record is called Ministry of Finance in Tanzania; Ministry of Finance is one of Kenya."


def test_the_country_of_the_claim_counts_before_the_owners() -> None:
    assert match("Ministry of Finance", "TZA", country="KEN").slug == "finance-kenya"
    assert match("Ministry of Finance", "KEN", country="TZA").slug is None


def test_a_company_is_itself_abroad_too() -> None:
    assert match("SoftBank Group", "USA", country="USA").slug == "softbank"


def test_an_initiative_of_the_record_is_no_new_organization_and_takes_no_part_in_itself() -> None:
    soofi = KnownInitiative("germany-soofi", "SOOFI - Sovereign Open Source Foundation Models", ("DEU",), "foundation-model")
    text = "SOOFI leads the work of Bpifrance and of Lunaria Labs."
    claims = tuple(
        OrganizationClaim(Evidence(text.index(name), text.index(name) + len(name), name, "test", "1", 1.0), name, role=role)
        for name, role in (("SOOFI", "lead"), ("Bpifrance", "funder"), ("Lunaria Labs", "partner"))
    )
    understood = Understanding("yes", 0.9, (CountryClaim("DEU", "owner"),), organizations=claims)
    value = compose(Article(text), understood, Record((soofi,), KNOWN, ()), None)
    assert [claim.role for claim in value.understanding.organizations] == ["mentioned", "funder", "partner"]
    assert [found.slug for found in value.organizations] == [None, "bpifrance", None]
    assert value.organizations[0].reason == "SOOFI is the name of an initiative."


def test_a_house_that_shares_its_name_with_an_initiative_stays_an_organization_of_the_record() -> None:
    institute = KnownInitiative("uae-tii", "Technology Innovation Institute", ("ARE",), "research-hub")
    claim = OrganizationClaim(Evidence(0, 3, "TII", "test", "1", 1.0), "Technology Innovation Institute", role="lead")
    understood = Understanding("yes", 0.9, (CountryClaim("ARE", "owner"),), organizations=(claim,))
    value = compose(Article("TII opens."), understood, Record((institute,), KNOWN, ()), None)
    assert (value.organizations[0].slug, value.understanding.organizations[0].role) == ("tii", "lead")
