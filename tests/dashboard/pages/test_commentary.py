"""Commentary is counted by stance and can be narrowed by who speaks."""

from pathlib import Path

from django.test import Client

from initiatives.models import Comment
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


def test_a_quote_never_stands_without_its_speaker_its_day_and_its_source(two_countries: Path, client: Client) -> None:
    Comment.objects.filter(speaker="Kari Nordmann").update(quote="Where does the power come from?")
    for address in ("/initiatives/fjord-computer/", "/countries/NOR/", "/commentary/?speaker=Kari+Nordmann"):
        html = client.get(address).content.decode()
        after = html.partition("Where does the power come from?")[2][:900]
        assert "Kari Nordmann" in after, address
        assert "Mar\u00a02025" in after, address
        assert 'href="https://news.example/fjord"' in after, address


def test_the_bars_are_divided_as_the_reader_asks_and_lead_to_their_comments(curated: Path, client: Client) -> None:
    html = client.get("/commentary/?by=aspect").content.decode()
    assert "What is doubted, what welcomed?" in html
    assert "/commentary/?stance=critical&amp;aspect=energy" in html
    assert "/charts/commentary-stance.pptx?by=aspect" in html
    assert "0 kinds of speaker without a voice, all eight speak" in words(html.encode())
