"""Which publisher a page may name as its own."""

import pytest

from initiatives.ingest.steps.extract import Fetched, extract
from initiatives.ingest.steps.extract.publishers import claim_of
from initiatives.ingest.values import Article

HERE = "https://www.small.example/a"


@pytest.mark.parametrize(
    ("named", "canonical", "url", "publisher"),
    [
        ("The Small Paper", None, HERE, "The Small Paper"),
        ("The Small Paper", "https://m.small.example/a", HERE, "The Small Paper"),
        (None, "/a?b", HERE, "small.example"),
        ("small.example", None, HERE, "small.example"),
        ("BBC News", None, "https://www.bbc.co.uk/news/1", "BBC News"),
        ("BBC", "https://www.bbc.com/news/1", "https://www.bbc.co.uk/news/1", "BBC"),
        ("Reuters", None, "https://www.reuters.com/1", "Reuters"),
        ("Reuters", None, None, "Reuters"),
        (None, None, None, None),
    ],
)
def test_a_page_names_its_own_publisher(named: str | None, canonical: str | None, url: str | None, publisher: str | None) -> None:
    claim = claim_of(named, canonical, url)
    assert (claim.publisher, claim.doubt) == (publisher, None)


@pytest.mark.parametrize(
    ("named", "canonical", "told"),
    [
        ("Reuters", None, "names Reuters as its publisher"),
        ("The New York Times", None, "names The New York Times"),
        ("www.large.example", None, "names www.large.example"),
        ("(169.254.169.254)", None, "names (169.254.169.254)"),
        ("The Small Paper", "https://www.large.example/story", "an address at large.example as its own"),
        (None, "http://169.254.169.254/latest", "an address at 169.254.169.254"),
    ],
)
def test_another_publisher_is_not_believed_and_a_doubt_says_so(named: str | None, canonical: str | None, told: str) -> None:
    claim = claim_of(named, canonical, HERE)
    assert claim.publisher == "small.example"
    assert claim.doubt is not None
    assert told in claim.doubt.message
    assert "stands at small.example" in claim.doubt.message


def test_the_doubt_comes_with_the_article() -> None:
    text = "<p>" + "The ministry will train a language model with 45 million euros from its budget. " * 4 + "</p>"
    head = '<title>A model</title><meta property="og:site_name" content="Reuters">'
    found = extract(Fetched(f"<!DOCTYPE html><html><head>{head}</head><body><article>{text}</article></body></html>".encode(), url=HERE))
    assert isinstance(found, Article)
    assert (found.publisher, [doubt.code for doubt in found.doubts]) == ("small.example", ["other-publisher"])
