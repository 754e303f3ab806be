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
    ],
)
def test_a_wall_is_no_article_also_when_it_comes_as_a_success(title: str, body: str) -> None:
    found = extract(page(title, body))
    assert isinstance(found, NoArticle), found
    assert found.reason == "wall"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("404 – The Courier", "<h1>Page not found</h1><p>The page you were looking for does not exist any more. Try the search.</p>"),
        ("Too many requests", "<p>Come back in some minutes, the desk of the paper is very busy at the moment.</p>"),
        ("504 on our side", "<p>That is what our server says today. Nobody knows the cause yet, please come back in the evening.</p>"),
        ("Error 503", "<p>Service temporarily unavailable. The server is down for maintenance, please come back later.</p>"),
        ("Error 502 - Bad Gateway", "<h1>Something is not right</h1><p>We could not process your request this time. Please try again. Ref #4.1a</p>"),
        ("The Courier", "<h1>Oops! Something went wrong</h1><p>Our engineers have been told about it and are looking into the problem now.</p>"),
        ("The Courier", "<p>Error establishing a database connection. If you are the owner, look into the log of the server.</p>"),
    ],
)
def test_a_page_of_error_that_comes_as_a_success_is_called_one_and_has_a_way_out(title: str, body: str) -> None:
    found = extract(page(title, body))
    assert isinstance(found, NoArticle), found
    assert found.reason == "error-page"
    assert found.message.endswith("hand in its text as a file.")


@pytest.mark.parametrize(
    "said", ["Something went wrong in the first phase of the programme, the auditors found.", "404 graphics processors arrived."]
)
def test_an_article_that_tells_of_errors_is_one(said: str) -> None:
    assert isinstance(extract(page("A model for the state", f"<article><p>{SENTENCE * 8}{said}</p><p>{SENTENCE * 4}</p></article>")), Article)


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
