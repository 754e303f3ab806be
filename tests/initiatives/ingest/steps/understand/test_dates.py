"""Days of announcement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives import dates
from initiatives.ingest.steps.understand.dates import announced_on


@pytest.mark.parametrize(
    ("sentence", "published", "day"),
    [
        ("In December the ministry promised money.", "2026-01-05", "2025-12"),
        ("In December 2024 the ministry promised money.", "2026-01-05", "2024-12"),
        ("The plan was unveiled on March 27, 2025.", "2025-04-02", "2025-03-27"),
        ("On November 12, the agency announced it.", "2026-01-03", "2025-11-12"),
        ("The ministry said on Monday that it pays.", "2025-08-06", "2025-08-04"),
        ("The ministry said yesterday that it pays.", "2025-08-06", "2025-08-05"),
        ("Work will begin in April, the ministry said.", "2025-12-20", None),
        ("It is to start by December 2027, they said.", "2025-12-20", None),
        ("On 31 February it was announced.", "2026-03-04", None),
        ("On November 12, it was announced.", None, None),
        ("It said on Monday.", "2025", None),
        ("Last Monday the ministry announced it.", "2025-08-04", "2025-07-28"),
        ("The agency said Tuesday that it pays.", "2025-08-06", "2025-08-05"),
        ("The plan was approved last month.", "2026-01-31", "2025-12"),
        ("Three days ago the council adopted it.", "2026-03-02", "2026-02-27"),
        ("The ministry announced on 21 December that it pays.", "2025-12-22", "2025-12-21"),
        ("The ministry announced on December 21st that it pays.", "2025-12-22", "2025-12-21"),
        ("The cabinet approved the plan on Sunday (Dec. 21).", "2025-12-22", "2025-12-21"),
        ("The cabinet approved the plan on Sunday, Dec 21, 2025.", "2025-12-22", "2025-12-21"),
        ("The cabinet approved the plan Thursday.", "2025-12-22", "2025-12-18"),
        ("The plan was announced on 2025-11-03.", "2025-12-22", "2025-11-03"),
        ("The plan was announced on 3/11/2025.", "2025-12-22", None),
        ("The plan was announced on 03.11.2025 in Berlin.", "2025-12-22", "2025-11-03"),
        ("The plan was unveiled earlier this month.", "2025-12-22", "2025-12"),
        ("The plan was unveiled this week.", "2025-12-22", None),
        ("The plan was unveiled last week.", "2025-12-22", None),
        ("The plan was announced last year.", "2025-12-22", "2024"),
        ("The plan was first announced in 2023.", "2025-12-22", "2023"),
        ("The plan, announced at a summit in Paris in February 2025, goes on.", "2025-12-22", "2025-02"),
        ("A year ago the ministry promised it.", "2025-12-22", "2024-12"),
        ("Two months ago the ministry promised it.", "2025-12-22", "2025-10"),
        ("Two weeks ago the ministry promised it.", "2025-12-22", "2025-12-08"),
        ("The day before yesterday the ministry promised it.", "2025-12-22", "2025-12-20"),
        ("The law was passed on the 3rd of May.", "2025-12-22", "2025-05-03"),
        ("The law, passed on May 3, was signed.", "2025-02-22", "2024-05-03"),
        ("The ministry announced it in spring.", "2025-12-22", None),
        ("The ministry said the tender would open on 5 January.", "2025-12-22", None),
        ("The ministry announced it on Tuesday last week.", "2025-12-22", None),
        ("Earlier on Monday the ministry announced it.", "2025-12-22", "2025-12-22"),
        ("The minister told reporters in Trondheim on Wednesday.", "2025-06-11", "2025-06-11"),
        ("The plan was announced in late November.", "2025-12-22", "2025-11"),
        ("In the March budget the government allocated it.", "2025-12-22", "2025-03"),
        ("The ministry announced it on 31 December.", "2026-01-02", "2025-12-31"),
        ("The government is to announce it on 5 March.", "2026-01-02", None),
    ],
)
def test_a_told_day_is_resolved_backwards_from_the_articles_own(sentence: str, published: str | None, day: str | None) -> None:
    assert announced_on(sentence, published) == day


WORDS = st.sampled_from(
    ["announced", "on", "in", "31", "29", "February", "Feb.", "2024", "2023", "99", "days", "months", "years", "ago", "last", "year", "week",
        "Monday",
        ",",
        "03.11.2025", "2025-13-41", "on 2025-13-41", "earlier this month", "yesterday"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=12).map(" ".join), st.sampled_from([None, "2024", "2024-02", "2024-02-29", "2000-01-01"]))
def test_whatever_is_told_is_a_day_that_exists_or_nothing(sentence: str, published: str | None) -> None:
    found = announced_on(sentence, published)
    assert found is None or dates.parse(found) == found
