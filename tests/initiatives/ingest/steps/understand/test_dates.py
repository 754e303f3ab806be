"""Days of announcement."""

import pytest

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
    ],
)
def test_a_told_day_is_resolved_backwards_from_the_articles_own(sentence: str, published: str | None, day: str | None) -> None:
    assert announced_on(sentence, published) == day
