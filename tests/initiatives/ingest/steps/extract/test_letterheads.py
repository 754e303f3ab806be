"""The head of a release, told from its headline."""

import pytest

from initiatives.ingest.steps.extract import Fetched, extract
from initiatives.ingest.steps.extract.letterheads import is_letterhead
from initiatives.ingest.values import Article

BODY = "The ministry will pay 70 million euros for a national computing centre, and the first cabinets arrive next spring."


@pytest.mark.parametrize(
    "line",
    [
        "PRESS RELEASE", "Press release No. 14/2026", "Ministry of Digital Affairs, Press release", "Ministry of Education and Science",
        "FOR IMMEDIATE RELEASE", "Communiqué de presse", "Pressemitteilung 112", "Department for Science, Innovation and Technology",
        "News release | Government of Exampleland",
    ],
)  # fmt: skip
def test_a_line_that_only_says_who_writes_is_a_letterhead(line: str) -> None:
    assert is_letterhead(line)


@pytest.mark.parametrize(
    "line",
    [
        "", "Ministry launches AI fund", "Ministry of Finance Launches AI Fund", "Government to spend 40 million on language models",
        "Press release promises a computing centre for every region", "National AI programme", "Cabinet Approves AI Strategy", "Press freedom and AI",
    ],
)  # fmt: skip
def test_a_headline_is_none_also_when_it_begins_with_a_ministry(line: str) -> None:
    assert not is_letterhead(line)


def test_a_text_file_takes_its_title_below_its_letterhead() -> None:
    found = extract(Fetched(f"Ministry of Research\nPress release\n3 March 2026\nState builds a computing centre\n{BODY}".encode()))
    assert isinstance(found, Article)
    assert (found.title, found.published) == ("State builds a computing centre", "2026-03-03")
    assert found.text.startswith("Ministry of Research\nPress release\n3 March 2026\nThe ministry will pay")


def test_a_file_that_is_nothing_but_a_letterhead_keeps_it_as_its_title() -> None:
    found = extract(Fetched(b"Ministry of Research, press release of the department for computing centres"))
    assert isinstance(found, Article)
