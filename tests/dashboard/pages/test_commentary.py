"""Commentary is counted by stance and can be narrowed by who speaks."""

from pathlib import Path

from django.test import Client

from tests.dashboard.pages.test_home import words


def test_stances_are_counted_in_a_sentence(curated: Path, client: Client) -> None:
    assert "374 comments support, 76 warn and 111 object." in words(client.get("/commentary/").content)


def test_an_undated_comment_says_so_and_an_interest_stands_beside_the_speaker(two_countries: Path, client: Client) -> None:
    said = words(client.get("/commentary/?speaker=Per+Hansen").content)
    assert "undated" in said
    assert "official" in said


def test_one_comment_is_told_in_the_singular_and_nobody_is_none(two_countries: Path, client: Client) -> None:
    said = words(client.get("/commentary/?stance=supportive").content)
    assert "1 voice on national AI: 1 comment supports. Of 1 comment 1 is by officials." in said
    objecting = words(client.get("/commentary/?actor=academic&country=SWE").content)
    assert "1 comment objects. Of 1 comment none is by officials." in objecting
