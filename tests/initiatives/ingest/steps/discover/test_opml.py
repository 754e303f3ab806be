"""Lists of sources in and out."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.steps.discover import HostileList, Outline, Outlines, read_outlines, write_outlines

LIST = b"""<?xml version="1.0"?><opml version="1.1"><head><title>Mine</title></head><body>
<outline text="Governments"><outline text="Cabinet &amp; Co" xmlUrl="https://a.example/feed" category="/official/NOR" language="nb-NO"/>
<outline title="Same again" xmlUrl="https://a.example/feed"/></outline>
<outline text="Script" xmlUrl="javascript:alert(1)"/><outline text="Folder only"/>
<outline TEXT="Wire" XMLURL="https://b.example/rss" type="sitemap"/></body></opml>"""
OUTLINES = st.builds(
    Outline,
    st.integers(1, 10**6).map(lambda number: f"https://a.example/{number}?a=1&b=2"),
    st.text(st.characters(min_codepoint=33, max_codepoint=0x2000, exclude_categories=["C"], exclude_characters="<>&"), min_size=1, max_size=40),
    st.sampled_from(["official", "wire", "trade"]),
    st.sampled_from(["", "NOR", "JPN"]),
    st.sampled_from(["", "en"]),
    st.sampled_from(["feed", "sitemap", "page"]),
)


def test_folders_are_flattened_and_each_address_comes_once() -> None:
    assert list(read_outlines(LIST).sources) == [
        Outline("https://a.example/feed", "Cabinet & Co", "official", "NOR", "nb", "feed"),
        Outline("https://b.example/rss", "Wire", kind="sitemap"),
    ]


def test_outlines_that_are_no_sources_are_named_with_their_reason_and_folders_are_not() -> None:
    found = read_outlines(
        b"<opml><body><outline text='Folder'><outline text='Good' xmlUrl='https://a.example/x'/></outline>"
        b"<outline text='Script' xmlUrl='javascript:alert(1)'/><outline type='rss' text='Empty' xmlUrl=''/></body></opml>"
    )
    assert [one.name for one in found.sources] == ["Good"]
    assert found.refused == ("Script: “javascript:alert(1)” is no address of the web", "Empty: it has no address")


def test_a_name_stays_as_it_is_written_without_marks_that_turn_it_around() -> None:
    found = read_outlines("<opml><outline text='&lt;b&gt;R &amp;amp; D&lt;/b&gt;\u202e\u2066' xmlUrl='https://a.example/x'/></opml>".encode())
    assert found.sources[0].name == "<b>R &amp; D</b>"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<!DOCTYPE opml [<!ENTITY a 'aaaa'>]><opml><body/></opml>", "entities"),
        (b"<opml>\n<body>", "damaged in line 2"),
        (b"<rss/>", "no OPML"),
        (b"", "no OPML"),
        (b"<opml>" + b" " * 6_000_000 + b"</opml>", "MB"),
        (b"<opml>" + b"<outline xmlUrl='https://a.example/x'/>" * 5001 + b"</opml>", "at most 5,000"),
    ],
)
def test_a_list_that_could_harm_or_is_none_is_refused_in_words(body: bytes, words: str) -> None:
    with pytest.raises(HostileList, match=words):
        read_outlines(body)


@given(st.lists(OUTLINES, max_size=6, unique_by=lambda outline: outline.address))
def test_what_is_written_is_read_back(outlines: list[Outline]) -> None:
    again = read_outlines(write_outlines("Sources", outlines).encode())
    assert [(one.address, one.klass, one.country, one.language, one.kind) for one in again.sources] == [
        (one.address, one.klass, one.country, one.language, one.kind) for one in outlines
    ]


@given(st.binary(max_size=200))
def test_no_bytes_make_it_raise_anything_else(body: bytes) -> None:
    with contextlib.suppress(HostileList):
        assert isinstance(read_outlines(body), Outlines)
