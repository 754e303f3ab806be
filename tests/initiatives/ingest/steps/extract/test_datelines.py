"""The day that the first lines of an article give it."""

from typing import Any

import pytest

from initiatives.ingest.steps.extract import Fetched, extract
from initiatives.ingest.steps.extract.datelines import dateline_day, lead_day
from initiatives.ingest.values import Article

FETCHED = "2026-11-25"
BODY = "The ministry will train a language model with €45 million from the research budget. " * 3


def article(text: str, **fields: Any) -> Article:
    found = extract(Fetched(text.encode(), fetched=FETCHED, **fields))
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("NAIROBI, 2 February 2026 (Reuters)", "2026-02-02"),
        ("ATHENS, 5 May 2026", "2026-05-05"),
        ("ATHENS, 5 May 2026 – Greece will build a supercomputer.", "2026-05-05"),
        ("SANTIAGO, April 20 (Reuters) - Chile's government will spend", "2026-04-20"),
        ("SANTIAGO, Dec 20 (Reuters) - Chile's government will spend", "2025-12-20"),
        ("SEOUL, Feb. 29 (Yonhap) -- South Korea", "2024-02-29"),
        ("WASHINGTON, D.C., Jan. 3, 2026 -- The department", "2026-01-03"),
        ("PARIS, le 11 février 2026 (AFP) - La France", "2026-02-11"),
        ("NEW DELHI, India, March 3, 2026 /PRNewswire/ -- The mission", "2026-03-03"),
        ("OSLO (Reuters) 4 May 2026 - Norway", "2026-05-04"),
        ("Published 14 March 2026", "2026-03-14"),
        ("By our staff | Published: Saturday, March 14, 2026", "2026-03-14"),
        ("Veröffentlicht am 14. März 2026", "2026-03-14"),
        ("14.03.2026", "2026-03-14"),
        ("2026-03-14 10:30", "2026-03-14"),
    ],
)
def test_a_dateline_or_a_line_of_publication_gives_the_day(line: str, day: str) -> None:
    assert dateline_day(f"A headline\n{line}\n{BODY}", FETCHED) == day


@pytest.mark.parametrize(
    "line",
    [
        "© 2019–2026 The Courier, 5 May 2026",
        "Copyright 5 May 2026. All rights reserved.",
        "The works start on 1 January 2026 in the north.",
        "MADRID, 30 February 2026 (EFE) - Spain",
        "TOKYO (Kyodo) - Japan will train a model.",
    ],
)
def test_a_footer_a_start_of_works_or_an_impossible_day_is_no_dateline(line: str) -> None:
    assert dateline_day(f"A headline\n{line}\n{BODY}", FETCHED) is None


def test_a_day_without_a_year_needs_the_day_of_the_fetch() -> None:
    assert dateline_day("SANTIAGO, April 20 (Reuters) - Chile", None) is None


def test_a_day_far_down_is_no_day() -> None:
    assert dateline_day(f"{BODY * 4}\nPublished 14 March 2026", FETCHED) is None


def test_the_first_paragraph_gives_a_past_day_and_never_one_ahead() -> None:
    assert lead_day("The plan was shown on 6 November and starts by 3 December 2026.", FETCHED) == "2026-11-06"
    assert lead_day("The plan will start on 3 May 2026.", FETCHED) is None
    assert lead_day("The centre opens its doors, 3 May 2027.", FETCHED) is None


def test_plain_text_takes_its_day_from_what_was_handed_in_then_its_address_then_its_lines() -> None:
    text = f"A headline\nNAIROBI, 2 February 2026 (Reuters) - {BODY}"
    assert article(text).published == "2026-02-02"
    assert article(text, url="https://paper.example/2026/02/03/a", content_type="text/plain").published == "2026-02-03"
    assert article(text, published="2026-02-04").published == "2026-02-04"


def test_a_page_without_meta_data_takes_its_day_from_the_dateline() -> None:
    page = f"<!DOCTYPE html><html><body><article><h1>A model</h1><p>ATHENS, 5 May 2026 – {BODY}</p><p>{BODY}</p></article></body></html>"
    assert article(page).published == "2026-05-05"


def test_a_dateline_in_the_future_becomes_the_day_of_the_fetch_and_the_claim_is_kept() -> None:
    found = article(f"A headline\nLONDON, 5 May 2027 – {BODY}")
    assert (found.published, found.claimed) == (FETCHED, "2027-05-05")


def test_a_line_that_is_a_day_or_a_dateline_is_no_title() -> None:
    assert article(f"Published 14 March 2026\nA headline\n{BODY}").title == "A headline"
    found = article("ATHENS, 5 May 2026 – Greece will build a supercomputer with €45 million.")
    assert (found.title, found.text[:6], found.published) == ("", "ATHENS", "2026-05-05")
