"""Whether the canonical address of a page says which article it is."""

import pytest

from initiatives.ingest.steps.extract import Fetched, extract
from initiatives.ingest.steps.extract.canonical import site_of, trusted
from initiatives.ingest.values import Article

HERE = "https://www.paper.example/2026/story?utm_source=feed"
TEXT = "The ministry will train a language model with €45 million from the research budget. " * 4


@pytest.mark.parametrize(
    ("canonical", "address"),
    [
        ("https://paper.example/2026/story", "https://paper.example/2026/story"),
        ("https://amp.paper.example/story", "https://amp.paper.example/story"),
        ("/2026/story", "https://www.paper.example/2026/story"),
        ("https://other.example/story", None),
        ("https://paper.example.evil.test/story", None),
        ("https://evilpaper.example/story", None),
        ("https://www.paper.example/", None),
        ("javascript:alert(1)", None),
        ("ftp://paper.example/story", None),
        ("http://[paper.example/", None),
        ("https://paper.example/a b", None),
        ("", None),
    ],
)
def test_only_the_own_site_of_a_page_names_it(canonical: str, address: str | None) -> None:
    assert trusted(canonical, HERE) == address


def test_publishers_below_a_common_second_level_are_different_sites() -> None:
    assert site_of("news.one.co.uk") != site_of("news.two.co.uk")
    assert site_of("a.one.co.uk") == site_of("b.one.co.uk") == "one.co.uk"
    assert site_of("10.0.0.1") != site_of("11.0.0.1")


def test_items_of_a_feed_that_share_one_address_are_kept_apart_by_their_mark() -> None:
    found = [extract(Fetched(TEXT.encode(), url=f"https://paper.example/news#item-{number}", title="A model")) for number in (1, 2)]
    assert [one.canonical_url for one in found if isinstance(one, Article)] == [
        "https://paper.example/news#item-1",
        "https://paper.example/news#item-2",
    ]


@pytest.mark.parametrize("mark", ["<link rel='canonical' href='{}'>", "<meta property='og:url' content='{}'>"])
def test_a_page_that_claims_another_publishers_article_keeps_its_own_address(mark: str) -> None:
    page = f"<!DOCTYPE html><html><head>{mark.format('https://victim.example/story')}</head><body><article><p>{TEXT}</p></article></body></html>"
    found = extract(Fetched(page.encode(), url="https://www.hostile.example/copy"))
    assert isinstance(found, Article)
    assert found.canonical_url == "https://hostile.example/copy"
