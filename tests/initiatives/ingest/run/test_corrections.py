"""A correction and what it corrects stand together, whichever was read first, and the sum of the one replaces that of the other."""

from decimal import Decimal
from pathlib import Path

import pytest

from initiatives.exchange.load import load
from initiatives.models import Draft, FundingEntry, Intake, StoryArticle
from tests.initiatives.exchange.files import entry, initiative, write
from tests.initiatives.ingest.run.handing import read


def test_a_correction_of_an_accepted_sum_proposes_to_replace_it(db: None, tmp_path: Path) -> None:
    told = "The treasury of Norway released EUR 35 million for safety testing of artificial intelligence, the government said."
    first = read("notice-1", told, "EUR 35 million for AI safety testing", "treasury")
    replaced = published_from(first, tmp_path)
    corrected = read(
        "notice-2",
        "The government of Norway said the figure published on 19 November was wrong. It is EUR 53 million for testing artificial intelligence.",
        "Correction: EUR 53 million for AI safety testing",
        "treasury",
    )
    draft = Draft.objects.get(intake=corrected)
    assert [(each["relation"], each["related_to"]) for each in draft.proposal["proposals"]] == [("replaces", replaced.key)]
    place = StoryArticle.objects.get(article=corrected.article)
    assert (place.tie, place.origin) == ("cites", first.article)
    assert "It corrects" in place.reason


def published_from(row: Intake, folder: Path) -> FundingEntry:
    """The one sum of the row's draft as an entry of the record."""
    load(write(folder, initiative(funding=[entry("fjord-computer#1")])))
    Draft.objects.filter(intake=row).update(state="accepted")
    FundingEntry.objects.update(source=row.article, amount=Decimal(35_000_000), currency="EUR", announced_on="2026-11-24")
    return FundingEntry.objects.get()


def test_a_correction_of_a_sum_that_waits_says_which_draft_comes_first(db: None) -> None:
    told = "The treasury of Norway released EUR 35 million for safety testing of artificial intelligence, the government said."
    first = read("notice-1", told, "EUR 35 million for AI safety testing", "treasury")
    corrected = read(
        "notice-2",
        "The government of Norway said the figure published on 19 November was wrong. It is EUR 53 million for testing artificial intelligence.",
        "Correction: EUR 53 million for AI safety testing",
        "treasury",
    )
    warnings = Draft.objects.get(intake=corrected).proposal["understanding"]["warnings"]
    assert [f"draft {Draft.objects.get(intake=first).pk} is still open" in each["message"] for each in warnings if each["code"] == "correction"] == [
        True
    ]


SAYS_LITTLE = (
    "The figure that was printed on 19 November was wrong. It is EUR 53 million, as the annex to the notice of that day has it on page four."
)


@pytest.mark.parametrize("told", ["AI", "chips"], ids=["drafted", "put aside"])
def test_a_correction_that_was_read_first_is_named_by_the_draft_of_what_it_corrects(db: None, told: str) -> None:
    """A feed shows its newest items first, and a notice that says little may be put aside."""
    of_norway = "The government of Norway said a figure for artificial intelligence was wrong. It is EUR 53 million."
    words = of_norway if told == "AI" else SAYS_LITTLE
    correction = read("notice-2", words, "Correction: EUR 53 million for safety testing", "treasury")
    assert correction.state == ("done" if told == "AI" else "rejected")
    text = "The treasury of Norway released EUR 35 million for safety testing of artificial intelligence, the government said."
    first = read("notice-1", text, "EUR 35 million for safety testing", "treasury")
    warnings = [each["message"] for each in Draft.objects.get(intake=first).proposal["understanding"]["warnings"] if each["code"] == "correction"]
    where = f"draft {Draft.objects.get(intake=correction).pk}" if told == "AI" else "https://treasury.example/notice-2"
    assert len(warnings) == 1
    assert where in warnings[0]
    if correction.article:
        place = StoryArticle.objects.get(article=correction.article)
        assert (place.tie, place.origin, place.story) == ("cites", first.article, StoryArticle.objects.get(article=first.article).story)


def test_a_correction_that_says_little_is_read_because_of_what_it_corrects(db: None) -> None:
    text = "The treasury of Norway released EUR 35 million for safety testing of artificial intelligence, the government said."
    read("notice-1", text, "EUR 35 million for safety testing", "treasury")
    correction = read("notice-2", SAYS_LITTLE, "Correction: EUR 53 million for safety testing", "treasury")
    assert correction.state == "done"
    assert Draft.objects.get(intake=correction).doubtful
