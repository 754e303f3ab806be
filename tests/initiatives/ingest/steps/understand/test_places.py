"""Owners and mentioned countries."""

import pytest

from initiatives.ingest.steps.understand.places import find_countries
from initiatives.ingest.values import Article


def owners(text: str, title: str = "") -> list[str]:
    return [claim.code for claim in find_countries(Article(text, title)) if claim.role == "owner"]


def mentioned(text: str, title: str = "") -> list[str]:
    return [claim.code for claim in find_countries(Article(text, title)) if claim.role == "mentioned"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Portuguese government will train an AI model. It is to compete with the United States and China.", ["PRT"]),
        ("Austria and Hungary signed an agreement on an AI hub. It opens in Vienna.", ["AUT", "HUN"]),
        ("Finland has handed in a bid, together with Estonia and Latvia. Helsinki leads it.", ["FIN", "EST", "LVA"]),
        ("The European Union and Spain paid for a supercomputer through EuroHPC.", ["EUU", "ESP"]),
        ("An American investor wants to build a data centre in Portugal, the government in Lisbon said.", ["PRT"]),
        ("Nothing here names a place.", []),
        ("WELLINGTON: The Prime Minister pledged a sum for AI. Partners come. \nThey meet.\nAn office of the Emirates helps.", ["NZL"]),
        ("WELLINGTON: The bill sets up a state AI agency, the minister said.", ["NZL"]),
        ("The Treasury gives £2bn to AI, of which £300m is for schools.", ["GBR"]),
        ("The fund gives €2bn to AI, of which €300m is for schools.", []),
    ],
)
def test_who_acts_owns_and_rivals_do_not(text: str, expected: list[str]) -> None:
    assert sorted(owners(text)) == sorted(expected)


def test_a_dateline_abroad_makes_no_owner() -> None:
    text = "LIMA, Peru — Chile's science ministry presented a language model. The Chilean state paid for it."
    assert owners(text) == ["CHL"]
    assert "PER" in mentioned(text)


def test_a_commentators_home_is_no_country_of_the_article() -> None:
    text = "Norway funds an AI centre.\nAda Berg, Analyst in Madrid: “It is late.”"
    assert (owners(text), mentioned(text)) == (["NOR"], [])


def test_a_name_inside_another_name_is_no_country() -> None:
    assert mentioned("The US$5 fee, said the South China Morning Post of Latin America, is paid in New Jersey.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MONTEVIDEO. The agency for electronic government wrote the strategy. Nobody says who pays for the chips.", ["URY"]),
        ("Hospitals can rent time on the machine. It belongs to the Danish Centre for Computing, whose chips come from abroad.", ["DNK"]),
        ("The agency opened a laboratory for AI.\n\n“Ghana wrote its plan first, and Ghana will keep to it,” the director said.", ["GHA"]),
        ("The agency opened a laboratory for AI.\n\n“Ghana is not Togo,” the director said.", []),
        ("The payroll will be read by AI, the office in Nairobi said. Indra of Spain lost the tender, as did Bull of France.", ["KEN"]),
        ("The Bank of Ghana and the University of Ghana train a model for banks.", ["GHA"]),
    ],
)
def test_a_country_that_is_hardly_named_owns_where_no_other_does(text: str, expected: list[str]) -> None:
    assert owners(text) == expected


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("Greece installs a supercomputer. 35 per cent of the price is paid by the EuroHPC Joint Undertaking.", True),
        ("Portugal buys a machine for AI. Its budget is shared equally between the Portuguese state and EuroHPC.", True),
        ("Finland hosts the computer. Half of the €300 million comes from the EuroHPC Joint Undertaking.", True),
        ("Slovenia builds an AI factory. The European Commission, which bears a third of the cost, gave its consent.", True),
        ("Greece installs a supercomputer. It was ordered by the EuroHPC Joint Undertaking.", False),
        ("Spain pays half of the price. The European Commission has asked for a report.", False),
        ("The Dutch cabinet wants half of the chips to come from Brussels-approved makers.", False),
    ],
)
def test_the_union_owns_with_a_country_where_it_bears_a_share_of_the_cost(text: str, shared: bool) -> None:
    found = owners(text)
    assert ("EUU" in found) is shared
    assert len(found) == 1 + shared
