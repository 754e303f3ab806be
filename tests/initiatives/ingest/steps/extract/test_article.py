"""From bytes to an article, or to the reason why there is none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.steps.extract import Fetched, extract
from initiatives.ingest.values import Article, NoArticle

BODY = "The ministry will train a language model with €45 million from the research budget. " * 5
SECONDS_FOR_A_TRAP = 20


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html lang='en'><head><title>A model</title>{head}</head><body>{body}</body></html>".encode()


def article(fetched: Fetched) -> Article:
    found = extract(fetched)
    assert isinstance(found, Article), found
    return found


def refusal(fetched: Fetched) -> NoArticle:
    found = extract(fetched)
    assert isinstance(found, NoArticle), found
    return found


def test_a_plain_file_has_its_title_in_its_first_line() -> None:
    found = article(Fetched(f"A model for all\n{BODY}".encode(), published="2026-02-03"))
    assert (found.title, found.published, found.extractor) == ("A model for all", "2026-02-03", "plain-text")
    assert found.text.startswith("The ministry")


def test_a_page_gives_text_without_its_title_and_its_address_without_tracking() -> None:
    found = article(Fetched(page(f"<article><h1>A model</h1><p>{BODY}</p></article>"), url="https://www.paper.example/a?utm_source=x"))
    assert (found.title, found.canonical_url, found.publisher) == ("A model", "https://paper.example/a", "paper.example")
    assert found.text.startswith("The ministry")


def test_bullets_and_sums_in_several_spans_are_kept() -> None:
    body = (
        f"<article><p>{BODY}</p><ul><li><span>€</span><b>600</b>&nbsp;<i>million</i> for computers in the north</li><li>€300 million for a "
        f"model</li></ul></article>"
    )
    found = article(Fetched(page(body)))
    assert "€600 million for computers" in found.text.replace("\u00a0", " ")
    assert "€300 million for a model" in found.text


def test_a_day_in_a_copyright_line_or_script_is_no_day() -> None:
    body = f"<script>var expires='2031-01-31'</script><div>© 2019–2031 The Courier</div><article><p>{BODY}</p></article>"
    assert article(Fetched(page(body), fetched="2026-11-10")).published is None


@pytest.mark.parametrize(
    ("head", "url", "text", "day"),
    [
        ("<meta property='article:published_time' content='2026-11-08T09:00:00Z'>", "https://x.example/2026/11/07/a", "", "2026-11-08"),
        ("", "https://x.example/2026/11/07/a", "On 6 November it was said. ", "2026-11-07"),
        ("", "https://x.example/a", "On 6 November it was said. ", "2026-11-06"),
    ],
)
def test_a_day_comes_from_meta_data_then_address_then_text(head: str, url: str, text: str, day: str) -> None:
    assert article(Fetched(page(f"<article><p>{text}{BODY}</p></article>", head), url=url, fetched="2026-11-10")).published == day


def test_a_day_in_the_future_becomes_the_day_of_the_fetch_and_the_claim_is_kept() -> None:
    found = article(Fetched(f"A model\n{BODY}".encode(), published="2027-05", fetched="2026-11-10"))
    assert (found.published, found.claimed) == ("2026-11-10", "2027-05")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"Short.", "empty"),
        (b"%PDF-1.7 \x00\x01\x02", "binary"),
        (bytes(range(256)) * 8, "binary"),
        (b"a long text " * 400_000, "too-large"),
        (b"word " * 60_000, "too-large"),
        (page("<h1>Just a moment...</h1><p>Checking your browser before you go on. Turn on JavaScript and cookies to continue.</p>"), "wall"),
        (page("<p>Please sign in to continue reading this article. Already a subscriber? Welcome back to the paper.</p>"), "wall"),
    ],
)
def test_what_is_no_article_says_why(body: bytes, reason: str) -> None:
    found = refusal(Fetched(body))
    assert found.reason == reason
    assert found.message.endswith(".")


def test_other_encodings_and_damage_are_read() -> None:
    assert "ministère a décidé" in article(Fetched(("Le titre\n" + "Le ministère a décidé de payer. " * 4).encode("cp1252"))).text
    damaged = article(Fetched(f"A title\nThe state gave Â£500 million. {BODY}".encode()))
    assert ("£500 million" in damaged.text, damaged.repaired) == (True, True)


@pytest.mark.parametrize("trap", ["<a href='x'></a>" * 100_000, "<div>" * 10_000, "<table><tr><td>" * 5_000])
def test_a_page_built_to_stall_costs_seconds(trap: str) -> None:
    begun = time.process_time()
    extract(Fetched(page(f"<p>{BODY}</p>{trap}<p>{BODY}</p>")))
    assert time.process_time() - begun < SECONDS_FOR_A_TRAP


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: page(text))))
def test_no_bytes_break_the_extractor(body: bytes) -> None:
    assert isinstance(extract(Fetched(body, fetched="2026-11-10")), Article | NoArticle)


@pytest.mark.parametrize("charset", ["idna", "undefined", "punycode", "unicode_escape", "zlib_codec", "a\x00b", "utf-7", "no-such-charset", "\udcff"])
def test_a_charset_that_is_none_of_the_web_does_not_stop_the_reading(charset: str) -> None:
    body = page(f"<article><p>{BODY}</p><p>{BODY}</p></article>").replace(b"\xe2\x82\xac", b"\x80")
    assert "45 million" in article(Fetched(body, "https://news.example/a", "text/html", charset)).text
