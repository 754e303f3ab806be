"""From the best extractor to the plainest, by what a page can bear."""

import time

import pytest

from initiatives.ingest.steps.extract import Fetched, extract
from initiatives.ingest.steps.extract.extractors import depth_of, stripped
from initiatives.ingest.values import Article, NoArticle

BODY = "The ministry will train a language model with €45 million from the research budget. " * 5
SECONDS_FOR_A_TRAP = 20
TRAPS = {
    "200,000 empty links": "<a href='x'></a>" * 200_000,
    "20,000 nested elements": "<div>" * 20_000 + BODY + "</div>" * 20_000,
    "370,000 short paragraphs": "<p>x</p>" * 370_000,
    "700,000 breaks": "<br>" * 700_000,
    "forms without end": "<form><input>" * 200_000,
    "brackets": "<" * 2_900_000,
    "marks that never close": "<meta " * 480_000,
    "comments that never close": "<!--" * 700_000,
    "scripts that never close": "<script>" * 300_000,
    "emphasis in emphasis": "<p><em>" * 19_000,
    "6,000 tables": "<table><tr><td>cell</td></tr></table>" * 6_000,
    "one word of 2.9 MB": "<p>" + "a" * 2_900_000,
    "5 MB of prose": f"<p>{BODY}</p>" * 12_000,
}


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html lang='en'><head><title>A model</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize("name", TRAPS)
def test_a_page_built_to_stall_costs_seconds_and_the_next_is_read(name: str) -> None:
    begun = time.process_time()
    found = extract(Fetched(page(f"<p>{BODY}</p>{TRAPS[name]}<p>{BODY}</p>"), url="https://x.example/a", fetched="2026-11-10"))
    assert time.process_time() - begun < SECONDS_FOR_A_TRAP
    assert isinstance(found, Article | NoArticle)
    assert isinstance(extract(Fetched(page(f"<article><p>{BODY}</p></article>"))), Article)


@pytest.mark.parametrize(("name", "extractor"), [("200,000 empty links", "resiliparse"), ("20,000 nested elements", "stripped")])
def test_an_article_says_which_extractor_read_it(name: str, extractor: str) -> None:
    found = extract(Fetched(page(f"<p>{BODY}</p>{TRAPS[name]}<p>{BODY}</p>")))
    assert isinstance(found, Article)
    assert (found.extractor, found.title) == (extractor, "A model")
    assert "€45 million" in found.text


def test_a_stripped_page_has_its_prose_without_scripts_and_menus() -> None:
    told = "<script>var a = 'not this';</script><nav><li>Home</li></nav><p>The <b>state</b> pays &euro;5&nbsp;million.</p><!-- no --><p>Yes."
    assert stripped(told, 1) == "The state pays €5 million.\nYes."


def test_depth_counts_what_is_never_closed_and_leaves_out_what_need_not_be() -> None:
    assert depth_of("<div><p>a<p>b<br><ul><li>c<li>d</ul></div>") == 2
    assert depth_of("<div>" * 50) == 50


def test_a_sum_in_several_spans_keeps_its_blanks() -> None:
    body = (
        f"<article><p>{BODY}</p><p>It grows by <span>€</span><span>2.5</span><span>billion</span>, to <b>₹</b>1<i>crore</i> and more.</p></article>"
    )
    found = extract(Fetched(page(body)))
    assert isinstance(found, Article)
    assert "€2.5 billion" in found.text
    assert "1 crore" in found.text


def test_marks_that_nobody_sees_are_left_out() -> None:
    found = extract(Fetched(page(f"<article><p>{BODY}</p><p>It costs €1.5 bil&shy;lion, and €2&#8203;0 mil\u00adlion a year.</p></article>")))
    assert isinstance(found, Article)
    assert "€1.5 billion, and €20 million" in found.text


def test_control_characters_do_not_reach_the_text() -> None:
    found = extract(Fetched(f"A\x07 model\n{BODY}\x0b and\x1b[31m more\x00 of it".encode(), content_type="text/plain"))
    assert isinstance(found, Article)
    assert not any(ord(character) < 32 and character != "\n" for character in found.title + found.text)
