"""The origin of a story is the report that its copies print, also where that comes in after them."""

import pytest
from django.contrib.auth.models import User

from initiatives.ingest import run
from initiatives.models import Article, Draft, Intake, StoryArticle
from initiatives.review.stories import counts

TITLE = "Norway to build a supercomputer for artificial intelligence"
TEXT = (
    "Norway will spend 1.2 billion kroner on a national supercomputer for artificial intelligence in Trondheim, the government said on "
    "Monday. The machine is to hold 2,000 graphics processors and to open in 2028. Science Minister Kari Holm said that hospitals would "
    "be among its first users. Half of its time is meant for young companies, which have asked for such a machine since spring. The "
    "university cools its halls with water from the fjord. Parliament takes the proposal up in January."
)
WIRE = "TRONDHEIM (Norwire) - "


def read(publisher: str, text: str, day: str = "2026-11-24") -> Intake:
    page = (
        f"<html><head><title>{TITLE}</title><meta property='og:site_name' content='{publisher}'></head>"
        f"<body><article><h1>{TITLE}</h1><p>{text}</p></article></body></html>"
    )
    row = run.hand_in_file("x.html", page.encode(), f"https://{publisher.lower()}.example/x", day)
    run.understand(row.pk)
    row.refresh_from_db()
    return row


def origin_of(row: Intake) -> Article | None:
    return StoryArticle.objects.get(article=row.article).origin


@pytest.mark.parametrize("day", ["2026-11-24", "2026-11-25"], ids=["the same day", "a later day, as a page that was changed has it"])
def test_the_agency_that_a_copy_credits_is_the_origin_though_it_comes_in_last(db: None, day: str) -> None:
    papers = [read("Courier", f"{WIRE}{TEXT}"), read("Herald", f"{TEXT} All rights reserved by the Herald.")]
    agency = read("Norwire", f"{TEXT} Reporting by Ada Berg.", day)
    assert [paper.state for paper in papers] == ["done", "duplicate"]
    assert (agency.state, origin_of(agency)) == ("duplicate", None)
    assert [origin_of(paper) for paper in papers] == [agency.article, agency.article]
    assert "says that its report comes from Norwire" in agency.message
    place = StoryArticle.objects.get(article=agency.article)
    assert (place.tie, counts([place.story_id])[place.story_id].words) == ("first", "3 outlets, 1 origin")


def test_the_draft_stays_with_the_text_that_its_evidence_counts_and_later_copies_lead_to_it(db: None) -> None:
    paper = read("Courier", f"{WIRE}{TEXT}")
    read("Norwire", TEXT)
    later = read("Herald", f"{TEXT} All rights reserved by the Herald.")
    draft = Draft.objects.get()
    assert draft.article == paper.article
    assert f"/desk/drafts/{draft.pk}/" in later.message
    assert StoryArticle.objects.get(article=later.article).story == StoryArticle.objects.get(article=paper.article).story


def test_of_reports_that_credit_nobody_the_earliest_is_the_origin(db: None) -> None:
    later = read("Courier", TEXT, "2026-11-24")
    earlier = read("Herald", f"{TEXT} All rights reserved by the Herald.", "2026-11-22")
    assert (origin_of(later), origin_of(earlier)) == (earlier.article, None)
    assert "published on 2026-11-22" in earlier.message


def test_a_copy_that_credits_what_was_read_first_changes_nothing_whatever_day_it_gives(db: None) -> None:
    agency = read("Norwire", TEXT, "2026-11-24")
    paper = read("Courier", f"{WIRE}{TEXT}", "2026-11-20")
    assert (origin_of(agency), origin_of(paper)) == (None, agency.article)


def test_a_day_that_is_not_known_to_the_day_tells_nothing(db: None) -> None:
    first = read("Courier", TEXT, "2026-11-24")
    read("Herald", f"{TEXT} All rights reserved by the Herald.", "2026")
    assert origin_of(first) is None


def test_what_an_editor_placed_stays_the_origin(db: None) -> None:
    paper = read("Courier", f"{WIRE}{TEXT}")
    StoryArticle.objects.update(placed_by=User.objects.create_user("ada"))
    agency = read("Norwire", TEXT)
    assert (origin_of(paper), origin_of(agency)) == (None, paper.article)


def test_an_agency_whose_report_has_a_further_sum_is_the_origin_with_a_draft_of_its_own(db: None) -> None:
    paper = read("Courier", f"{WIRE}{TEXT}")
    agency = read("Norwire", f"{TEXT} Another 300 million kroner go to the grid.")
    place = StoryArticle.objects.get(article=agency.article)
    assert (agency.state, origin_of(paper), place.tie) == ("done", agency.article, "first")
    assert "300 million kroner" in place.reason
    assert Draft.objects.count() == 2
