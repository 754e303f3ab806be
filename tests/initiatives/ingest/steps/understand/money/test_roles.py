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


@pytest.mark.parametrize(
    ("text", "owner", "roles"),
    [
        ("Warsaw gives 90 million zlotys for AI. Firms may apply for up to 3 million zlotys each.", "POL", [ENVELOPE, PART]),
        ("Warsaw gives 90 million zlotys for AI. Applicants must deposit 8,000 zlotys.", "POL", [ENVELOPE, CONTEXT]),
        ("Warsaw gives 90 million zlotys for AI. A licence fee of 5,000 zlotys is being discussed.", "POL", [ENVELOPE, CONTEXT]),
        ("Warsaw gives 90 million zlotys for AI. Firms that invest at least 40 million zlotys pay no tax.", "POL", [ENVELOPE, CONTEXT]),
        ("Warsaw gives 90 million zlotys for AI. The sector should be worth 7 billion zlotys in five years.", "POL", [ENVELOPE, CONTEXT]),
        ("Warsaw gives 90 million zlotys for AI, nearly double last year's 46 million zlotys.", "POL", [ENVELOPE, CONTEXT]),
        ("Warsaw gives 90 million zlotys for AI. The predecessor had received 20 million zlotys.", "POL", [ENVELOPE, CONTEXT]),
        ("Warsaw gives 90 million zlotys for AI and is cutting spending by 5 billion zlotys.", "POL", [ENVELOPE, CONTEXT]),
        ("Warsaw gives 90 million zlotys for AI. Two schools are paid for separately, with 30 million zlotys.", "POL", [ENVELOPE, CONTEXT]),
        ("Warsaw gives 90 million zlotys for AI. Forty bids asked for 400 million zlotys.", "POL", [ENVELOPE, CONTEXT]),
        ("Nairobi gives Sh4 billion for an AI centre. The Treasury has allocated Sh13 billion to ICT.", "KEN", [ENVELOPE, CONTEXT]),
        ("The government raised the money for AI from €3 billion to €5 billion.", "FRA", [CONTEXT, ENVELOPE]),
        ("The government raised the money for AI by €2 billion to €5 billion.", "FRA", [PART, ENVELOPE]),
        ("The parent programme has 6 billion dirhams. About 700 million dirhams of that is for AI.", "MAR", [CONTEXT, ENVELOPE]),
        ("The studio offers €2 million in support. For the programme itself the ministry has earmarked €9 million.", "FRA", [PART, ENVELOPE]),
        ("The agency pays €70 million and the industry €80 million, for a total of €150 million.", "FRA", [PART, PART, ENVELOPE]),
        ("What does the AI school cost? In the first year €4 million. Later it will be €6 million a year.", "FRA", [PART, PART]),
    ],
)
def test_prices_thresholds_and_other_plans_are_told_from_what_an_initiative_has(text: str, owner: str, roles: list[str]) -> None:
    assert [claim.role for claim in read(text, owner)] == roles


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("The AI leap costs €6 million, half from the state and half from companies.", ["mixed"]),
        ("The ministry plans an AI centre for €6 million. Private sponsors will cover half.", ["mixed"]),
        ("The AI centre costs €14 million. The state gives €9 million, and companies €5 million.", ["mixed", "public", "private"]),
        ("The model costs €5 million and is paid for by the recovery plan through the Foundation for Science.", ["public"]),
        ("A state-owned lender offers €5 million to companies in artificial intelligence.", ["public"]),
        ("The ministry gives €60 million for AI. Quantrix said it would spend €20 million on a centre.", ["public", "private"]),
    ],
)
def test_the_origin_is_that_of_who_pays_and_not_of_who_is_helped(text: str, origins: list[str]) -> None:
    assert [claim.origin for claim in read(text, "FRA")] == origins


def test_money_in_an_article_about_something_else_is_private_unless_a_state_is_named() -> None:
    assert [claim.origin for claim in read("The winger moves to the north for €51 million.", "", relevant=False)] == ["private"]
    assert [claim.origin for claim in read("The ministry pays €51 million for a bridge.", "", relevant=False)] == ["public"]


def test_where_nothing_is_owned_a_country_named_in_passing_does_not_set_the_dollar() -> None:
    text = "The Australian batter cost ₹14 crore. The bowler went for ₹9 crore and an opener for $1 million."
    assert [claim.currency for claim in read(text, "AUS", relevant=False)] == ["INR", "INR", "USD"]
