"""Which initiative of the record an article is about."""

from decimal import Decimal

from initiatives.ingest.steps.match import match_initiative
from initiatives.ingest.steps.match.amounts import Amounts
from initiatives.ingest.steps.match.names import telling_words
from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import (
    Article,
    CountryClaim,
    Evidence,
    InitiativeClaim,
    InitiativeMatch,
    KnownEntry,
    KnownInitiative,
    OrganizationClaim,
    Record,
    Understanding,
)

FACTORY = KnownInitiative(
    "slovenia-factory", "Slovenian AI Factory (SLAIF)", ("SVN",), "compute", "2025-03", organizations=("Jožef Stefan Institute", "Arnes")
)
ENTRY = KnownEntry("slovenia-factory#1", "slovenia-factory", Decimal(150_000_000), "EUR", "2025-03", countries=("SVN",))
HOUSES = ("Jožef Stefan Institute", "Arnes")


def matched(text: str, kind: str = "research-hub", name: str = "", published: str = "2025-04-20") -> InitiativeMatch:
    article = Article(text, published=published)
    houses = tuple(
        OrganizationClaim(Evidence(text.index(house), text.index(house) + len(house), house, "test", "1", 1.0), house, role="partner")
        for house in HOUSES
        if house in text
    )
    at = text.find(name) if name else 0
    claim = InitiativeClaim(name or "A headline", kind, Evidence(at, at + len(name), name, "test", "1", 0.9) if name else None)
    understood = Understanding("yes", 0.9, (CountryClaim("SVN", "owner"),), claim, find_money(article, ("SVN",), True), organizations=houses)
    return match_initiative(article, understood, Record((FACTORY,), (), (ENTRY,)), Amounts(None))


def test_a_nationality_and_two_participants_do_not_make_an_initiative() -> None:
    match = matched("A new Slovenian centre for language technology opens. Jožef Stefan Institute and Arnes take part.")
    assert match.slug is None
    assert "neither sum, name nor kind is its own" in match.candidates[0].reasons_against
    assert not any("slovenian" in reason for reason in match.candidates[0].reasons_for)


def test_its_name_or_its_sum_makes_it_the_initiative() -> None:
    assert matched("The Slovenian AI Factory opens in Maribor.").slug == "slovenia-factory"
    assert matched("SLAIF, an AI factory of Jožef Stefan Institute and Arnes, opens.").slug == "slovenia-factory"
    assert matched("The state gives €150 million to a centre of Jožef Stefan Institute and Arnes.").slug == "slovenia-factory"


def test_a_sum_of_years_ago_makes_none() -> None:
    text = "The state gives €150 million to a new centre of Jožef Stefan Institute."
    assert matched(text, published="2030-04-20").slug is None


def test_another_name_that_the_article_introduces_speaks_against_it() -> None:
    text = "A compute centre called the Maribor Foundry opens with Jožef Stefan Institute and Arnes."
    match = matched(text, "compute", "Maribor Foundry")
    assert match.slug is None
    assert "the article calls its initiative by another name" in match.candidates[0].reasons_against


def test_countries_and_demonyms_are_no_telling_words() -> None:
    assert telling_words("Slovenian and Japanese AI Factory of South Korea, Slovenia’s") == {"factory"}


def test_another_countrys_initiative_is_meant_where_the_article_has_its_name_and_its_sum() -> None:
    def about_croatia(text: str) -> InitiativeMatch:
        article = Article(text, published="2025-04-20")
        understood = Understanding("yes", 0.9, (CountryClaim("HRV", "owner"),), None, find_money(article, ("HRV",), True))
        return match_initiative(article, understood, Record((FACTORY,), (), (ENTRY,)), Amounts(None))

    assert about_croatia("Croatia takes part in the Slovenian AI Factory, which costs €150 million.").slug == "slovenia-factory"
    named = about_croatia("Croatia spends €30 million on a centre like the Slovenian AI Factory.")
    assert named.slug is None
    assert "it is named, but none of its sums is" in named.candidates[0].reasons_against
    assert about_croatia("Croatia spends €150 million on a centre of its own.").candidates == ()


def test_an_article_that_names_no_owner_is_matched_by_name_with_the_whole_record() -> None:
    article = Article("The Slovenian AI Factory (SLAIF) opens with €150 million.", published="2025-04-20")
    understood = Understanding("yes", 0.9, (), None, find_money(article, (), True))
    match = match_initiative(article, understood, Record((FACTORY,), (), (ENTRY,)), Amounts(None))
    assert match.slug == "slovenia-factory"
    assert "the article names no country as its owner" in match.candidates[0].reasons_against
