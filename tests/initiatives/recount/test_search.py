"""What an initiative is found by."""

from pathlib import Path

import pytest
from django.contrib.postgres.search import SearchQuery

from initiatives.exchange.load import load
from initiatives.models import Comment, Initiative, Organization
from initiatives.text import search_form
from tests.initiatives.exchange.files import article, comment, entry, funder, initiative, participant, write, write_organizations

pytestmark = pytest.mark.django_db


def found(words: str) -> int:
    return Initiative.objects.filter(search_vector=SearchQuery(search_form(words), config="simple")).count()


@pytest.mark.parametrize("words", ["turkiye", "Türkiye", "Turkey", "cote d ivoire", "経済産業省", "産業", "g42", "al olama", "Al-Olama", "METI"])
def test_the_curated_record_is_found_without_accents_and_by_part(curated: Path, words: str) -> None:
    assert found(words) >= 1


@pytest.fixture
def one(tmp_path: Path) -> None:
    write_organizations(tmp_path, "Société des Fjords,company,FRA,海の会社", "Ministry of Fjords,government,NOR,MoF", "Unrelated,company,NOR,")
    value = initiative(
        name="gpt-oss São Paulo",
        participants=[participant("Société des Fjords", country="FRA")],
        funding=[entry("fjord-computer#1", funders=[funder("Ministry of Fjords")])],
        commentary=[comment(speaker="Omar Al Olama")],
        articles=[article(title="Regnemaskinen åpner")],
    )
    load(write(tmp_path, value))


EVERYTHING = "societe|sao paulo|gpt-oss|gpt oss|海|会社|MoF|ministry fjords|al-olama|apner|language models|Norway|public computer"


@pytest.mark.parametrize("words", EVERYTHING.split("|"))
def test_an_initiative_is_found_by_all_that_belongs_to_it(one: None, words: str) -> None:
    assert found(words) == 1


@pytest.mark.parametrize("words", ["unrelated", "sweden", "paolo"])
def test_an_initiative_is_not_found_by_what_does_not(one: None, words: str) -> None:
    assert found(words) == 0


def test_organizations_and_comments_are_found_too(one: None) -> None:
    assert Organization.objects.get(search_vector=SearchQuery(search_form("海の"), config="simple")).name == "Société des Fjords"
    assert Comment.objects.filter(search_vector=SearchQuery(search_form("power"), config="simple")).count() == 1
