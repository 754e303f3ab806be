"""Who publishes at an address is known by its host, from the sources that are watched or the articles of the record."""

from dataclasses import replace

import pytest

from initiatives.models import Article, Source
from initiatives.review.announcing import Typed
from initiatives.review.announcing.filling import read_text
from initiatives.review.announcing.hosts import Publisher, publisher_at, with_publisher

pytestmark = pytest.mark.django_db
NEWS = "https://www.fjord-times.example/2026/award"


def watched(address: str, name: str, klass: str = "official") -> None:
    Source.objects.create(address=address, name=name, klass=klass)


def test_a_watched_source_names_publisher_class_and_tier() -> None:
    watched("https://fjord-times.example/feed.xml", "Ministry of Fjords")
    assert publisher_at(NEWS) == Publisher("Ministry of Fjords", "official", "1")


def test_several_publishers_of_one_host_stand_under_its_name() -> None:
    watched("https://www.gov.example/a.atom", "Office A")
    watched("https://gov.example/b.atom", "Office B")
    assert publisher_at("https://www.gov.example/news") == Publisher("gov.example", "official", "1")


def test_articles_of_the_record_name_the_publisher_where_nothing_is_watched() -> None:
    Article.objects.create(url="https://fjord-times.example/older", title="Older", publisher="The Fjord Times", klass="trade")
    assert publisher_at(NEWS) == Publisher("The Fjord Times", "trade", "3")


@pytest.mark.parametrize("url", ["", "nowhere", "https://", "https://times.example/a", "https://notfjord-times.example/a", "https://[broken"])
def test_another_host_is_nobody(url: str) -> None:
    watched("https://fjord-times.example/feed.xml", "Ministry of Fjords")
    assert publisher_at(url) is None


def test_what_somebody_chose_stays() -> None:
    watched("https://fjord-times.example/feed.xml", "Ministry of Fjords")
    typed = Typed(url=NEWS)
    assert with_publisher(replace(typed, publisher="A paper")).publisher == "A paper"
    chosen = with_publisher(replace(typed, klass="trade", tier="2"))
    assert (chosen.publisher, chosen.klass, chosen.tier) == ("Ministry of Fjords", "trade", "2")


def test_pasted_words_with_an_address_have_its_publisher() -> None:
    watched("https://fjord-times.example/feed.xml", "Ministry of Fjords")
    typed = read_text("Norway will pay 5 billion kroner for computers.", Typed(url=NEWS)).typed
    assert (typed.publisher, typed.klass, typed.tier) == ("Ministry of Fjords", "official", "1")


@pytest.mark.parametrize("host", ["www.meti.go.jp", "www.nsf.gov", "x.gouv.fr", "ec.europa.eu", "pm.gc.ca"])
def test_a_states_own_address_is_official(host: str) -> None:
    assert publisher_at(f"https://{host}/press/1.html") == Publisher(host.removeprefix("www."), "official", "1")
