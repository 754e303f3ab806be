"""Pages that keep readers out, and articles that speak of such things."""

import pytest

from initiatives.ingest.steps.extract import Fetched, extract
from initiatives.ingest.values import Article, NoArticle

SENTENCE = "The ministry will train a language model with €45 million from the research budget. "


def page(title: str, body: str, head: str = "") -> Fetched:
    return Fetched(
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode(), url="https://paper.example/a"
    )


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("One moment", "<h1>paper.example</h1><p>Checking if the site connection is secure. Reference number: $9 000 000 001.</p>"),
        ("Just a moment...", "<div></div>"),
        ("Attention Required! | Cloudflare", "<p>Sorry, you have been blocked. You are unable to access paper.example.</p>"),
        ("paper.example", "<p>Please verify you are human by completing the action below, and then go on to the site.</p>"),
        ("Are you a robot?", "<p>We have detected unusual activity from your network. Click the box below to go on.</p>"),
        (
            "Before you continue",
            "<p>We use cookies and similar techniques together with our partners. Before you continue, choose what you allow.</p>",
        ),
        ("The Courier", f"<article><p>{SENTENCE * 3}</p><p>Subscribe to continue reading. Already a subscriber? Log in.</p></article>"),
        ("Log in", "<p>Please sign in to read this story. It takes a minute, and the first month costs nothing at all.</p>"),
        ("403 Forbidden", "<h1>403 Forbidden</h1><p>You do not have permission to access this resource on this server. nginx</p>"),
        ("404 – The Courier", "<h1>Page not found</h1><p>The page you were looking for does not exist any more. Try the search.</p>"),
        ("Error 503", "<p>Service temporarily unavailable. The server is down for maintenance, please come back later.</p>"),
    ],
)
def test_a_wall_is_no_article_also_when_it_comes_as_a_success(title: str, body: str) -> None:
    found = extract(page(title, body))
    assert isinstance(found, NoArticle), found
    assert found.reason == "wall"


def test_the_stub_of_an_article_that_must_be_paid_for_is_none() -> None:
    said = '{"@type": "NewsArticle", "headline": "A model", "datePublished": "2026-11-08", "isAccessibleForFree": false}'
    found = extract(page("A model", f"<article><p>{SENTENCE * 4}</p></article>", f'<script type="application/ld+json">{said}</script>'))
    assert isinstance(found, NoArticle)
    assert found.reason == "wall"


@pytest.mark.parametrize(
    "said",
    [
        "Cloudflare will build the computing centre, and a captcha protects its register.",
        "The law asks every site: we value your privacy must be more than a banner, the minister said.",
        "The strategy names bot detection and DDoS protection among its aims for the state's own network.",
    ],
)
def test_an_article_that_speaks_of_walls_is_one(said: str) -> None:
    assert isinstance(extract(page("A model", f"<article><p>{SENTENCE * 6}{said}</p><p>{SENTENCE * 4}</p></article>")), Article)
