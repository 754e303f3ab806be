"""Feeds as the web has them: each kind of damage in a small file of its own."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.values.feed import Feed, NoFeed
from tests.initiatives.ingest.steps.discover.feeds import FEEDS, of_file, only_item, read_bytes, refusal

ITEM = "<item><title>Number {0}</title><link>https://a.example/{0}</link><description>{1}</description></item>"


@pytest.mark.parametrize("name", ["wrong-charset.xml", "declared-latin-but-utf8.xml"])
@pytest.mark.parametrize("charset", [None, "utf-8", "iso-8859-1", "no-such-charset"])
def test_a_wrong_charset_costs_no_letter(name: str, charset: str | None) -> None:
    assert only_item(name, charset).title == "Geld für Künstliche Intelligenz"


def test_byte_order_marks_and_blanks_before_the_declaration_are_read_past() -> None:
    assert only_item("byte-order-mark.xml").title == "Żywa sieć"
    assert only_item("utf-16.xml").title == "研究所に予算"


def test_entities_of_html_in_xml_become_their_characters() -> None:
    item = only_item("html-entities.xml")
    assert item.title == "Ministers vote – at last"
    assert item.text == "Café and &unknown; remain."


def test_what_was_encoded_twice_is_decoded_twice() -> None:
    item = only_item("double-encoded.xml")
    assert item.title == "Research & computing: the minister’s plan"
    assert item.text.split() == ["Halls", "&", "lines", "Second", "part"]


def test_a_bare_ampersand_stands_for_itself() -> None:
    item = only_item("bare-ampersand.xml")
    assert (item.title, item.address) == ("R&D for AI & chips", "https://research.norland.example/1?a=1&b=2")


def test_a_truncated_feed_gives_its_whole_items_and_says_that_it_was_cut() -> None:
    feed = of_file("truncated.xml")
    assert [item.title for item in feed.items] == ["A hall for computing", "Second, whole"]
    assert "cut off" in feed.notes[0]


def test_undeclared_namespaces_lose_neither_item_nor_text() -> None:
    item = only_item("undeclared-namespace.xml")
    assert "The whole text of it." in item.text


def test_a_document_that_defines_entities_is_refused_unread() -> None:
    found = refusal("entity-bomb.xml")
    assert (found.reason, "entities" in found.message) == ("entities", True)


def test_a_document_type_without_entities_is_no_harm() -> None:
    assert only_item("old-doctype.xml").address == "https://research.norland.example/1"


def test_a_page_of_error_and_a_bot_wall_are_named_as_what_they_are() -> None:
    assert refusal("error-page.html").reason == "error-page"
    wall = refusal("bot-wall.html")
    assert (wall.reason, wall.message) == ("wall", "A bot check stands there instead (“One moment”).")


def test_control_characters_are_taken_out_and_no_item_is_lost() -> None:
    titles = {item.title: item.text for item in of_file("control-characters.xml").items}
    assert titles == {"Norland funds a hub": "80 million.", "The next one": "The cabinet voted for it."}


def test_relative_links_are_made_whole_and_scripts_are_no_links() -> None:
    addresses = {item.title: item.address for item in of_file("links.xml").items}
    assert addresses == {
        "Relative": "https://research.norland.example/news/7",
        "Script": None,
        "Mail": None,
        "Guid as address": "https://research.norland.example/8",
    }


def test_rdf_atom_and_json_feeds_are_read_alike() -> None:
    assert [(item.title, item.published) for item in of_file("rdf.xml").items] == [("Decree on computing", "2026-11-20")]
    atom = only_item("atom.xml")
    assert (atom.title, atom.address, atom.text) == ("Talks begin", "https://office.norland.example/talks", "Talks on a model began.")
    feed = of_file("feed.json")
    seven = next(item for item in feed.items if item.title == "Seven")
    assert (seven.address, seven.text, seven.published, feed.language) == ("https://office.norland.example/seven", "Seven & more", "2026-11-21", "en")
    assert any(item.text == "Without a title" for item in feed.items)


def test_a_site_map_lists_its_pages_newest_first_and_an_index_its_parts() -> None:
    items = of_file("sitemap.xml").items
    assert [(item.address, item.title, item.published) for item in items] == [
        ("https://norland.example/new?a=1&b=2", "A plan & a hall", "2026-11-24"),
        ("https://norland.example/old", "", "2025-01-02"),
    ]
    assert of_file("sitemap-index.xml").parts == ("https://norland.example/sitemap-2.xml", "https://norland.example/sitemap-1.xml")


def test_a_packed_site_map_is_unpacked_within_bounds() -> None:
    packed = gzip.compress((FEEDS / "sitemap.xml").read_bytes())
    found = read_bytes(packed, "application/gzip")
    assert isinstance(found, Feed)
    assert len(found.items) == 2
    bomb = read_bytes(gzip.compress(b"<urlset>" + b" " * 40_000_000), "application/gzip")
    assert isinstance(bomb, NoFeed)
    assert bomb.reason == "too-large"


def test_a_page_names_its_feeds_and_its_own_headlines() -> None:
    page = of_file("page.html")
    assert [(feed.address, feed.title) for feed in page.feeds] == [
        ("https://research.norland.example/news.rss", "News"),
        ("https://research.norland.example/speeches.atom", "Speeches"),
    ]
    assert [(item.address, item.title) for item in page.items] == [("https://research.norland.example/news/1", "Cabinet clears a hall for computing")]


def test_an_obvious_link_to_a_feed_is_found_where_the_head_names_none() -> None:
    found = read_bytes(b"<html><body><a href='/press/feed/'>Follow us by RSS</a></body></html>", "text/html")
    assert isinstance(found, Feed)
    assert [feed.address for feed in found.feeds] == ["https://research.norland.example/press/feed/"]


def test_a_page_without_headlines_is_its_own_only_item() -> None:
    found = read_bytes(b"<html><head><title>The plan</title></head><body><p>" + b"Norland plans a hall. " * 20 + b"</p></body></html>", "text/html")
    assert isinstance(found, Feed)
    assert [(item.address, item.title) for item in found.items] == [("https://research.norland.example/feed", "The plan")]


@pytest.mark.parametrize("text", ["{", "[1, 2]", '{"items": 3}', "plain words", "<", "<a", "<x/>", "", "<rss", "&", "<!DOCTYPE rss [", "\x1f\x8b"])
def test_what_is_no_feed_is_refused_in_words(text: str) -> None:
    found = read_bytes(text.encode())
    assert isinstance(found, NoFeed)
    assert found.message.endswith(".")


@pytest.mark.parametrize("items", [(25_000, 300), (40, 200_000)])
def test_ten_megabytes_are_read_within_bounds_and_what_is_left_out_is_counted(items: tuple[int, int]) -> None:
    number, length = items
    body = (
        f"<rss version='2.0'><channel><title>Large</title>{''.join(ITEM.format(at, 'word ' * (length // 5)) for at in range(number))}</channel></rss>"
    )
    found = read_bytes(body.encode())
    assert isinstance(found, Feed)
    assert len(found.items) + found.left_out == number
    assert max(len(item.text) for item in found.items) <= 100_000


@given(st.binary(max_size=400))
def test_no_bytes_make_it_raise(body: bytes) -> None:
    assert isinstance(read_bytes(body, "text/html"), Feed | NoFeed)


@given(st.sampled_from(sorted(path.name for path in FEEDS.iterdir())), st.integers(0, 3000), st.binary(max_size=6), st.integers(0, 30))
def test_no_damage_to_a_feed_makes_it_raise(name: str, at: int, put: bytes, out: int) -> None:
    body = (FEEDS / name).read_bytes()
    assert isinstance(read_bytes(body[:at] + put + body[at + out :]), Feed | NoFeed)


@given(st.lists(st.text(max_size=60), max_size=5))
def test_no_text_of_an_item_makes_it_raise_or_keeps_a_control_character(texts: list[str]) -> None:
    items = "".join(f"<item><title>{text}</title><link>{text}</link><pubDate>{text}</pubDate></item>" for text in texts)
    found = read_bytes(f"<rss><channel><title>x</title>{items}</channel></rss>".encode("utf-8", "surrogatepass"))
    assert not any(character < " " or character == "\u202e" for item in getattr(found, "items", ()) for character in item.title)


@pytest.mark.parametrize(
    ("head", "repeated", "content_type"),
    [
        ("<rss><channel>", "<![CDATA[", "application/xml"),
        ("<rss><channel>", "<a>", "application/xml"),
        ("<urlset>", "<url>", "application/xml"),
        ("<urlset><url>", "<loc>", "application/xml"),
        ("<html><body>", "<a href='/x'></a>", "text/html"),
        ("<html><body>", "<div>", "text/html"),
    ],
)
def test_what_is_made_to_hold_a_worker_up_ends(head: str, repeated: str, content_type: str) -> None:
    assert isinstance(read_bytes((head + repeated * 100_000).encode(), content_type), Feed | NoFeed)
