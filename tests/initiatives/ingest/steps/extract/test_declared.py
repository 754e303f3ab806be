"""What a page says of itself."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.steps.extract.declared import Declared, declared

SECONDS_FOR_A_TRAP = 20


def test_meta_data_give_title_author_publisher_day_and_address() -> None:
    page = (
        '<meta property="og:title" content="A model &amp; more"><meta name="author" content="Ada Nordin"><meta property="og:site_name" content="The '
        "Courier\"><meta property='article:published_time' content='2026-11-08T09:00Z'><link rel=canonical href=\"https://x.example/a\">"
        '<link rel="canonical" href="https://x.example/b">'
    )
    assert declared(page) == Declared("A model & more", "Ada Nordin", "The Courier", "2026-11-08", "https://x.example/b")


@pytest.mark.parametrize("wrapped", ["{}", "[{}]", '{{"@graph": [{{"@type": "Organization"}}, {}]}}'])
def test_linked_data_give_what_meta_data_do_not(wrapped: str) -> None:
    article = {
        "@type": ["NewsArticle"], "headline": "A model", "datePublished": "2026-11-08T09:00:00+01:00", "author": [{"name": "Ada Nordin"}],
        "publisher": {"name": "The Courier"}, "isAccessibleForFree": "False",
    }  # fmt: skip
    page = f'<script type="application/ld+json">{wrapped.format(json.dumps(article))}</script>'
    assert declared(page) == Declared("A model", "Ada Nordin", "The Courier", "2026-11-08", None, paid=True)


def test_an_address_is_no_author() -> None:
    assert declared('<meta property="article:author" content="https://social.example/ada">').author is None


def test_a_broken_description_is_left_out_and_the_next_one_read() -> None:
    whole = '{"@type": "Report", "headline": "A model", "datePublished": "2026-11-08"}'
    page = f'<script type="application/ld+json">{{"@type": </script><script type="application/ld+json">{whole}</script>'
    assert declared(page).published == "2026-11-08"


@pytest.mark.parametrize(
    "trap", ["<meta " * 400_000, "<link rel='canonical' " * 120_000, "<script type='application/ld+json'>" * 80_000, "[" * 2_000_000]
)
def test_a_head_built_to_stall_costs_seconds(trap: str) -> None:
    begun = time.process_time()
    declared(f"<script type='application/ld+json'>{trap}</script>{trap}")
    assert time.process_time() - begun < SECONDS_FOR_A_TRAP


@given(st.text(alphabet="<meta link=\"'>conty/rl@{}[]:,date2026-1", max_size=300))
def test_no_page_breaks_the_reading(page: str) -> None:
    assert isinstance(declared(page), Declared)
