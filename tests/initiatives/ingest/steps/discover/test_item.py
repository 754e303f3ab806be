"""Items of files and addresses."""

import pytest

from initiatives.ingest.steps.discover import item_of


def test_a_file_and_an_address_become_items() -> None:
    assert item_of("articles/one.txt").is_file
    item = item_of("http://www.paper.example/a?utm_source=x", "2026-01")
    assert (item.is_file, item.identity, item.published) == (False, "https://paper.example/a", "2026-01")


@pytest.mark.parametrize("location", ["", "ftp://paper.example/a", "https:///a", "javascript://x"])
def test_what_cannot_be_fetched_is_refused_in_words(location: str) -> None:
    with pytest.raises(ValueError, match="file"):
        item_of(location)
