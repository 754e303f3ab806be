"""Who wrote an article, and who published it, takes no part in what it tells."""

from dataclasses import replace

import pytest

from initiatives.ingest.steps.understand.organizations import find_organizations
from initiatives.ingest.steps.understand.organizations.bylines import is_in_byline, without_the_publisher
from initiatives.ingest.values import Article, Context, KnownOrganization, OrganizationClaim, Reading

SENTENCE = "The Ministry of Tides will lead the programme together with the Fjord Computing Centre."


def roles(text: str, publisher: str | None = None, context: Context | None = None, klass: str = "press") -> dict[str, str]:
    context = context or Context()
    article = Article(text, publisher=publisher, article_class=klass)
    claims = find_organizations(text, Reading(), context, ("NOR",))
    return {claim.name or "": claim.role for claim in without_the_publisher(article, context, claims)}


@pytest.mark.parametrize(
    "line",
    [
        "By Staff Writer, Seoul Post",
        "BY ANNA BERG AND TOM VIK IN OSLO",
        "Von Karla Stein, Berliner Kurierblatt",
        "Par Jean Petit | Gazette du Nord",
        "Reporting by Tide News Agency",
        "By our Special Correspondent, Harbour Gazette, 12 May 2026",
    ],
)
def test_nobody_of_a_byline_is_an_organization(line: str) -> None:
    assert all(is_in_byline(f"{line}\n\n{SENTENCE}", at, at + 1) for at, sign in enumerate(line) if sign.isupper())
    assert set(roles(f"{line}\n\n{SENTENCE}")) == {"Ministry of Tides", "Fjord Computing Centre"}


@pytest.mark.parametrize(
    "line",
    [
        "By March, Fjord Computing Centre will lead the programme.",
        "By then Fjord Computing Centre had signed with the state",
        "Von Fjord Computing Centre kommt das Modell.",
        SENTENCE,
    ],
)
def test_a_sentence_that_begins_like_a_byline_is_none(line: str) -> None:
    at = line.index("Fjord")
    assert not is_in_byline(line, at, at + 5)


def test_a_line_that_ends_with_the_publisher_names_nobody() -> None:
    assert set(roles(f"Tide Foundation, Harbour Gazette\n{SENTENCE}", "The Harbour Gazette")) == {"Ministry of Tides", "Fjord Computing Centre"}


def test_a_publisher_is_only_mentioned_whatever_it_seems_to_do() -> None:
    text = "The Coast Business Institute leads the programme with the Ministry of Tides."
    assert roles(text)["Coast Business Institute"] == "lead"
    assert roles(text, "Coast Business Institute")["Coast Business Institute"] == "mentioned"
    assert roles(text, "Harbour Gazette")["Coast Business Institute"] == "lead"


def test_an_office_or_a_house_of_the_record_that_publishes_its_own_news_takes_part() -> None:
    text = "The Coast Business Institute leads the programme with the Ministry of Tides."
    context = Context(organizations=(KnownOrganization("coast", "Coast Business Institute", (), "research-institute", "NOR"),))
    assert roles(text, "Coast Business Institute", context)["Coast Business Institute"] == "lead"
    assert roles(text, "Coast Business Institute", klass="official")["Coast Business Institute"] == "lead"
    assert roles(SENTENCE, "Ministry of Tides")["Ministry of Tides"] == "lead"


def test_without_a_publisher_nothing_changes() -> None:
    claims: tuple[OrganizationClaim, ...] = find_organizations(SENTENCE, Reading(), Context(), ("NOR",))
    assert without_the_publisher(Article(SENTENCE), Context(), claims) == claims
    assert without_the_publisher(replace(Article(SENTENCE), publisher="Harbour Gazette"), Context(), claims) == claims
