"""What a sum is for and who pays it, as the words around it say."""

import pytest

from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article, MoneyClaim

ENVELOPE, PART, CONTEXT = "initiative-funding", "part-of-it", "context"


def read(text: str, owner: str, title: str = "", relevant: bool = True) -> tuple[MoneyClaim, ...]:
    return find_money(Article(text, title), (owner,) if owner else (), relevant)


@pytest.mark.parametrize(
    ("text", "owner", "roles"),
    [
        ("Some €40 million pays for computers, out of the plan's overall budget of €900 million.", "FRA", [ENVELOPE, CONTEXT]),
        ("The state pays €40 million for AI. An hour on the machine costs €2.50 per GPU hour.", "FRA", [ENVELOPE, CONTEXT]),
        ("The first two rounds cost €70 million in all. Now the state pays €40 million for AI.", "FRA", [CONTEXT, ENVELOPE]),
        ("The model has cost €3 million. For next year the ministry adds €5 million for it.", "FRA", [CONTEXT, ENVELOPE]),
        ("The state pays €40 million for AI. An earlier centre, announced at €10 million, was never built.", "FRA", [ENVELOPE, CONTEXT]),
        ("The state pays €40 million for AI. The deficit is forecast at €78 billion.", "FRA", [ENVELOPE, CONTEXT]),
        ("The state pays €40 million for AI. It could add €7.5 billion to the economy by 2030.", "FRA", [ENVELOPE, CONTEXT]),
        ("The state pays €40 million for AI. The fund has assets of €3 billion.", "FRA", [ENVELOPE, CONTEXT]),
        ("The state pays €40 million for AI. The budget sets aside another €90 million for a cloud centre.", "FRA", [ENVELOPE, CONTEXT]),
        ("The state pays €40 million for AI. It has spent over €90 million on the field since 2019.", "FRA", [ENVELOPE, CONTEXT]),
        ("The state doubles its AI budget to €40 million. It had been €20 million.", "FRA", [ENVELOPE, CONTEXT]),
        ("The state pays €40 million for AI. A start-up in Ohio trained its model for $5 million.", "FRA", [ENVELOPE, CONTEXT]),
        ("The state pays €40 million for AI, of which the export fund puts in €10 million.", "FRA", [ENVELOPE, PART]),
        ("The state pays €40 million for AI. Companies are to invest another €90 million.", "FRA", [ENVELOPE, PART]),
    ],
)
def test_what_stands_beside_an_initiative_is_context(text: str, owner: str, roles: list[str]) -> None:
    assert [claim.role for claim in read(text, owner)] == roles


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Between 2021 and 2023 the state spent €12 million on it.", CONTEXT),
        ("Last year's €12 million had been little.", CONTEXT),
        ("Its older model, which cost €12 million, is still used.", CONTEXT),
        ("Microsoft alone plans to spend €12 million on its own halls.", CONTEXT),
        ("Microsoft contributes €12 million of it.", PART),
        ("Of this, €12 million of the sum comes out of what was promised in 2024.", PART),
        ("The ministry gives €12 million to schools in 2026.", PART),
    ],
)
def test_what_is_said_in_passing_is_no_part(said: str, role: str) -> None:
    article = Article(f"The state will spend €40 million on AI, a minister said. {said}", published="2025-06-01")
    assert [claim.role for claim in find_money(article, ("FRA",), True)] == [ENVELOPE, role]


def test_a_title_may_round_the_sum_of_the_text() -> None:
    claims = read("The AI office gets €7 million. In all €479 million goes to AI.", "FRA", "Half a billion euros for AI")
    assert [claim.role for claim in claims] == [PART, ENVELOPE]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("The government has secured €3.5 million for its AI plan. Donations came from investors abroad.", "private"),
        ("The AI computer costs €500 million in total, of which €160 million is a state grant.", "mixed"),
        ("Some €50 billion is public money, companies hope for more AI.", "public"),
        ("Some €50 billion comes from the federal budget, companies hope for more AI.", "public"),
        ("The AI centre is to get €4 million from the National Infrastructure Fund.", "public"),
        ("The state pays €4 million for an AI centre. Its processors are made by Nvidia.", "public"),
    ],
)
def test_who_pays_is_told_from_who_receives_or_supplies(text: str, origin: str) -> None:
    assert read(text, "AUT")[0].origin == origin


def test_in_an_article_about_a_company_its_sums_are_private() -> None:
    (claim,) = read("Chipmaker Tarn closed a round on Monday. It was worth €40 million and values it well.", "", "Tarn raises money", relevant=False)
    assert (claim.role, claim.origin) == (CONTEXT, "private")


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("The Brisbane firm will build a $3 billion campus in Queensland.", "AUD"),
        ("The Toronto start-up raised $30 million from Ontario's pension fund.", "CAD"),
        ("The Toronto start-up raised $30 million, or US$22 million.", "USD"),
        ("The San Francisco start-up raised $30 million; its Toronto office grows in California style.", "USD"),
        ("The start-up raised $30 million.", "USD"),
    ],
)
def test_without_an_owner_a_bare_dollar_is_that_of_the_towns_it_names(text: str, currency: str) -> None:
    assert read(text, "", relevant=False)[0].currency == currency


def test_dollars_that_are_only_converted_stay_the_original() -> None:
    first = read("The deal is worth $25 billion, or nearly SR93.8 billion.", "SAU")
    second = read("Riyadh pays $6.7 billion (SR25 billion) for AI.", "SAU")
    assert [(claim.currency, claim.usd_quoted) for claim in (*first, *second)] == [("USD", None), ("SAR", 6_700_000_000)]
