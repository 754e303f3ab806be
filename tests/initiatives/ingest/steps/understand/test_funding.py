"""Who pays a sum."""

import pytest

from initiatives.ingest.language_model import NoLanguage
from initiatives.ingest.line import understand
from initiatives.ingest.steps.understand.funding import with_funders
from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article, Context, Evidence, OrganizationClaim


def payers(text: str, *named: tuple[str, str], owner: str = "CHL") -> list[str | None]:
    organizations = tuple(
        OrganizationClaim(Evidence(text.index(name), text.index(name) + len(name), name, "test", "1", 1.0), name, kind=kind) for name, kind in named
    )
    claims = with_funders(find_money(Article(text, published="2026-04-20"), (owner,), True), organizations, text)
    return [funder.organization or funder.described for funder in claims[0].funders]


def test_an_agency_in_the_dateline_never_pays_and_the_government_that_spends_does() -> None:
    text = "SANTIAGO, April 20 (Reuters) - Chile's government will spend US$150 million on artificial intelligence."
    assert payers(text, ("Reuters", "media")) == ["Government of Chile"]
    assert payers(text, ("Reuters", "company")) == ["Government of Chile"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Reuters reported that the state will invest $150 million in AI.", "Reuters", "media"),
        ("According to Gartner, the state will invest $150 million in AI.", "Gartner", "company"),
        ("Gartner estimates that the state will spend $150 million on AI.", "Gartner", "company"),
        ("The minister told Bloomberg that the state will invest $150 million in AI.", "Bloomberg", "media"),
        ("LIMA (Andina) - The state will spend $150 million on AI.", "Andina", "company"),
    ],
)
def test_who_tells_of_the_money_does_not_pay_it(text: str, name: str, kind: str) -> None:
    assert payers(text, (name, kind)) == []


@pytest.mark.parametrize(
    ("text", "owner", "payer"),
    [
        ("The government of the Netherlands will invest €200 million in an AI factory.", "NLD", "Government of the Netherlands"),
        ("The Polish government has allocated 1 billion zloty to a language model.", "POL", "Government of Poland"),
        ("Kenya’s government said it would spend $20 million on AI.", "KEN", "Government of Kenya"),
    ],
)
def test_a_government_named_as_the_one_who_spends_pays(text: str, owner: str, payer: str) -> None:
    assert payers(text, owner=owner) == [payer]


@pytest.mark.parametrize("name", ["Kenyan government", "Government of Kenya"])
def test_a_government_that_was_read_as_an_organization_bears_the_records_name(name: str) -> None:
    assert payers(f"The {name} will spend $20 million on AI.", (name, "government"), owner="KEN") == ["Government of Kenya"]


def test_a_firm_that_says_that_it_will_invest_pays() -> None:
    assert payers("Nvidia said on Monday that it will invest $150 million in an AI centre.", ("Nvidia", "company")) == ["Nvidia"]


def test_a_named_ministry_pays_rather_than_its_government() -> None:
    text = "Chile's government said the Ministry of Science will spend US$150 million on AI."
    assert payers(text, ("Ministry of Science", "government")) == ["Ministry of Science"]


def test_private_money_is_not_the_governments() -> None:
    text = "Chile's government welcomed that private investors will put $150 million of private money into AI."
    assert "Government of Chile" not in payers(text)


def test_the_whole_line_names_the_government_and_not_the_agency() -> None:
    text = "SANTIAGO, April 20 (Reuters) - Chile's government will spend US$150 million on a national AI programme."
    understood = understand(Article(text, "Chile to spend on AI", published="2026-04-20"), Context(), NoLanguage(), None)
    assert [funder.organization for funder in understood.money[0].funders] == ["Government of Chile"]


@pytest.mark.parametrize(
    "text",
    [
        "The AI centre gets €7 million from the state budget and €3 million from the Baltic Growth Fund.",
        "Of the money, €7 million comes from the state budget, while €3 million is paid by the Baltic Growth Fund.",
    ],
)
def test_each_sum_has_the_payer_of_its_own_clause(text: str) -> None:
    name = "Baltic Growth Fund"
    fund = OrganizationClaim(Evidence(text.index(name), text.index(name) + len(name), name, "test", "1", 1.0), name, kind="fund")
    claims = with_funders(find_money(Article(text), ("LVA",), True), (fund,), text)
    assert [[payer.organization for payer in claim.funders] for claim in claims] == [[], [name]]
    assert {claim.origin for claim in claims} == {"public"}


def test_one_payer_before_two_sums_pays_both() -> None:
    text = "The Baltic Growth Fund will pay €7 million for computers and €3 million for schools of AI."
    name = "Baltic Growth Fund"
    fund = OrganizationClaim(Evidence(4, 4 + len(name), name, "test", "1", 1.0), name, kind="fund")
    claims = with_funders(find_money(Article(text), ("LVA",), True), (fund,), text)
    assert [[payer.organization for payer in claim.funders] for claim in claims] == [[name], [name]]


@pytest.mark.parametrize(
    ("clause", "origin", "payer"),
    [
        ("and the regional government adds €90 million", "public", ["regional government"]),
        ("while the city council will contribute another €90 million", "public", ["city council"]),
        ("and Sundvik Chips invests €90 million", "private", ["Sundvik Chips"]),
    ],
)
def test_a_second_sum_with_a_subject_of_its_own_is_paid_by_that_subject(clause: str, origin: str, payer: list[str]) -> None:
    companies = ("Fjordlink", "Nordbyte", "Sundvik Chips")
    text = f"The ministry signed a €1.2 billion contract for an AI factory. Fjordlink and Nordbyte will take part as operators, {clause}."
    named = tuple(
        OrganizationClaim(Evidence(text.index(name), text.index(name) + len(name), name, "test", "1", 1.0), name, kind="company")
        for name in companies
        if name in text
    )
    second = with_funders(find_money(Article(text), ("NOR",), True), named, text)[1]
    assert (second.origin, [funder.organization or funder.described for funder in second.funders]) == (origin, payer)
