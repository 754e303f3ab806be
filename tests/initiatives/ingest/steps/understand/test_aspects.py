"""Aspects that a passage touches."""

from initiatives.ingest.steps.understand.aspects import aspects_in, tags_in


def test_the_aspect_touched_most_comes_first() -> None:
    assert aspects_in("Energy and again energy for the grid, and a little money.")[0] == "energy"


def test_points_have_further_tags_where_no_aspect_is_touched() -> None:
    assert tags_in("It lets hospitals try it.") == ("adoption",)
    assert aspects_in("It lets hospitals try it.") == ()
