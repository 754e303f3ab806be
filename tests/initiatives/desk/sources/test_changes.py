"""What an administrator changes about sources is kept with its author, refused in words, and never over somebody else's change."""

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from initiatives.desk.sources.versions import version_of
from initiatives.models import Source

OPML = '<opml version="2.0"><body><outline type="rss" text="Ministry" xmlUrl="https://ministry.example/feed.xml"/></body></opml>'
ENTITIES = (
    '<!DOCTYPE o [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><opml><body><outline text="&b;" xmlUrl="https://a.example/"/></body></opml>'
)


def a_source(**columns: object) -> Source:
    return Source.objects.create(address="https://ministry.example/feed", name="The ministry", **columns)


def told(answer: object) -> str:
    return unescape(answer.content.decode())  # type: ignore[attr-defined]


def test_a_source_is_added_by_its_address_and_looked_at(administrator: Client) -> None:
    page = told(administrator.post("/desk/sources/add/", {"address": " https://ministry.example/news/ ", "name": "The ministry"}, follow=True))
    source = Source.objects.get()
    assert (source.address, source.name, source.watched) == ("https://ministry.example/news/", "The ministry", True)
    assert "A worker looks at this address" in page
    assert source.history.first().history_user.username == "amy"


@pytest.mark.parametrize("address", ["", "ministry", "javascript:alert(1)", "ftp://a.example/", "https://", "https://" + "a" * 3000])
def test_an_address_that_is_none_is_refused_in_words(administrator: Client, address: str) -> None:
    page = told(administrator.post("/desk/sources/add/", {"address": address}, follow=True))
    assert "address:" not in page
    assert "is not an address of the web" in page or "characters are too many" in page
    assert not Source.objects.exists()


def test_a_source_that_is_known_is_named(administrator: Client) -> None:
    a_source()
    assert "“The ministry”" in told(administrator.post("/desk/sources/add/", {"address": "https://ministry.example/feed"}, follow=True))
    assert Source.objects.count() == 1


def test_a_source_is_switched_on_and_off(administrator: Client) -> None:
    source = a_source()
    for wanted in ("on", "off"):
        answer = administrator.post(f"/desk/sources/{source.pk}/switch/", {"watched": wanted, "back": "/desk/sources/?state=new"})
        source.refresh_from_db()
        assert (answer["Location"], source.watched) == ("/desk/sources/?state=new", wanted == "on")


def test_a_watched_source_is_visited_now_and_one_that_is_off_is_not(editor: Client) -> None:
    source = a_source(watched=True)
    assert "is being visited" in told(editor.post(f"/desk/sources/{source.pk}/visit/", follow=True))
    Source.objects.update(watched=False)
    assert "Nothing was changed" in told(editor.post(f"/desk/sources/{source.pk}/visit/", follow=True))


def sent(source: Source, **typed: str) -> dict[str, str]:
    return {"version": version_of(source), "name": "Ministry of Science", "klass": "official", "country": "", "language": "en", **typed}


def test_name_class_and_language_are_kept_with_who_changed_them(administrator: Client) -> None:
    source = a_source()
    administrator.post(f"/desk/sources/{source.pk}/save/", sent(source))
    source.refresh_from_db()
    assert (source.name, source.klass, source.language) == ("Ministry of Science", "official", "en")
    assert source.history.first().history_user.username == "amy"


@pytest.mark.parametrize(
    "typed", [{"name": " "}, {"name": "x" * 201}, {"klass": "gossip"}, {"country": "XYZ"}, {"language": "english"}, {"country": "<b>"}]
)
def test_what_cannot_be_kept_is_named_and_what_was_typed_stays(administrator: Client, typed: dict[str, str]) -> None:
    source = a_source()
    answer = administrator.post(f"/desk/sources/{source.pk}/save/", sent(source, **{"name": "Typed with care", **typed}))
    assert (answer.status_code, Source.objects.get().name) == (422, "The ministry")
    if "name" not in typed:
        assert "Typed with care" in told(answer)


def test_of_two_administrators_the_second_is_told_and_keeps_what_was_typed(administrator: Client, other_administrator: Client) -> None:
    source = a_source()
    opened = sent(source)
    administrator.post(f"/desk/sources/{source.pk}/save/", opened)
    answer = other_administrator.post(f"/desk/sources/{source.pk}/save/", {**opened, "name": "Another name"})
    assert (answer.status_code, Source.objects.get().name) == (409, "Ministry of Science")
    assert 'value="Another name"' in told(answer)


def test_the_list_goes_out_and_comes_in_as_opml(administrator: Client) -> None:
    page = told(administrator.post("/desk/sources/upload/", {"file": SimpleUploadedFile("feeds.opml", OPML.encode())}, follow=True))
    assert "1 source added, all off; none of the list were here already." in page
    assert [(row.address, row.watched) for row in Source.objects.all()] == [("https://ministry.example/feed.xml", False)]
    answer = administrator.get("/desk/sources/download/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "https://ministry.example/feed.xml" in answer.content.decode()


@pytest.mark.parametrize("body", [b"no list", ENTITIES.encode(), b"\x00\xff", b"<opml><body/></opml>"])
def test_a_file_that_is_no_list_or_could_harm_is_refused_whole(administrator: Client, body: bytes) -> None:
    page = told(administrator.post("/desk/sources/upload/", {"file": SimpleUploadedFile("feeds.opml", body)}, follow=True))
    assert 'class="error"' in page
    assert not Source.objects.exists()


def test_an_upload_without_a_file_says_what_is_missing(administrator: Client) -> None:
    assert "Choose an OPML file" in told(administrator.post("/desk/sources/upload/", follow=True))
