"""A publisher that the words name has the class and tier that the record gives it, else that of a wire or paper of record."""

import pytest

from initiatives.models import Article, Source
from initiatives.review.announcing import Typed
from initiatives.review.announcing.filling import read_text
from initiatives.review.announcing.hosts import Publisher, publisher_at
from initiatives.review.announcing.publishers import publisher_named

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "publisher", "klass"),
    [
        ("Japan will pay 5 billion yen, Reuters reported on December 21, 2025.", "Reuters", "wire"),
        ("Japan will pay 5 billion yen, according to Kyodo News.", "Kyodo News", "wire"),
        ("Korea will pay 5 billion won, Yonhap reported.", "Yonhap", "wire"),
        ("Japan will pay 5 billion yen, The Japan Times reported on June 30, 2026.", "The Japan Times", "press"),
        ("Japan will pay 5 billion yen, the Financial Times reported.", "Financial Times", "press"),
        ("Spain will pay 5 billion euros, according to El País.", "El País", "press"),
    ],
)
def test_wires_and_papers_of_record_are_of_the_second_tier(words: str, publisher: str, klass: str) -> None:
    typed = read_text(words, Typed()).typed
    assert (typed.publisher, typed.klass, typed.tier) == (publisher, klass, "2")


@pytest.mark.parametrize("name", ["reuters", "REUTERS", "japan times", "The Japan Times", "dpa", "Süddeutsche Zeitung", "the hindu"])
def test_a_name_is_known_in_any_letters_and_with_its_article_or_without(name: str) -> None:
    found = publisher_named(name)
    assert found is not None
    assert found.tier == "2"


@pytest.mark.parametrize("name", ["", "  ", "The", "Fjord Gazette", "Reuters Institute"])
def test_an_unknown_name_is_nobody(name: str) -> None:
    assert publisher_named(name) is None


def test_the_record_decides_before_the_list() -> None:
    Article.objects.create(url="https://a.example/1", title="One", publisher="The Japan Times", klass="aggregator")
    assert publisher_named("Japan Times") == Publisher("Japan Times", "aggregator", "2")


def test_a_watched_source_is_of_its_own_class() -> None:
    Source.objects.create(address="https://fjord.example/feed", name="Ministry of Fjords", klass="official")
    assert publisher_named("ministry of fjords") == Publisher("ministry of fjords", "official", "1")


def test_what_somebody_chose_stays() -> None:
    typed = read_text("Japan will pay 5 billion yen, Reuters reported.", Typed(klass="trade", tier="4")).typed
    assert (typed.klass, typed.tier) == ("trade", "4")


@pytest.mark.parametrize(
    ("url", "name", "klass"),
    [
        ("https://www.reuters.com/technology/1", "Reuters", "wire"),
        ("https://en.yna.co.kr/view/1", "Yonhap", "wire"),
        ("https://asia.nikkei.com/Business/1", "Nikkei", "press"),
        ("https://www.lemonde.fr/1", "Le Monde", "press"),
    ],
)
def test_their_addresses_are_known_too(url: str, name: str, klass: str) -> None:
    assert publisher_at(url) == Publisher(name, klass, "2")
