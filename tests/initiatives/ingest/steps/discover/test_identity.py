"""What tells items of one feed apart."""

from initiatives.ingest.steps.discover import address_hash
from initiatives.ingest.steps.discover.identity import Raw, identified
from tests.initiatives.ingest.steps.discover.feeds import FEEDS, of_file, read_bytes


def test_an_item_that_stands_twice_in_a_feed_is_one_item() -> None:
    assert sorted(item.title for item in of_file("duplicates.xml").items) == ["A hall for computing", "Another"]


def test_where_items_share_a_link_title_and_day_tell_them_apart() -> None:
    first, again = of_file("one-link.xml").items, of_file("one-link.xml").items
    assert len({item.identity for item in first}) == 3
    assert not any(item.is_own_address for item in first)
    assert [item.identity for item in first] == [item.identity for item in again]


def test_a_guid_that_stands_for_different_items_tells_nothing() -> None:
    items = of_file("one-guid.xml").items
    assert {item.title for item in items} == {"First", "Second"}
    assert all(item.is_own_address for item in items)


def test_the_identity_by_day_does_not_change_with_the_day_of_the_visit() -> None:
    (item,) = identified([Raw("", "", "A title", "soon", "")])
    (later,) = identified([Raw("", "", "A  Title", "soon", "other words")])
    assert item.identity == later.identity


def test_a_link_is_known_again_without_what_only_tracks() -> None:
    (one,) = identified([Raw("", "https://www.a.example/x?utm_source=rss", "A", "", "")])
    (two,) = identified([Raw("", "http://a.example/x/", "Another title", "", "")])
    assert one.identity == two.identity
    assert address_hash("https://www.a.example/x?utm_source=rss") == address_hash("http://a.example/x/")


def test_items_of_one_page_keep_apart_by_their_mark() -> None:
    assert address_hash("https://a.example/list#item-1") != address_hash("https://a.example/list#item-2")
    assert address_hash("https://a.example/list#top") == address_hash("https://a.example/list")


def test_a_reworded_headline_in_guid_and_address_stays_an_item_with_the_same_text() -> None:
    body = (FEEDS / "html-entities.xml").read_bytes()
    reworded = body.replace(b"norland-1", b"norland-reworded").replace(b"example/1<", b"example/reworded<")
    before, after = read_bytes(body), read_bytes(reworded)
    assert before.items[0].identity != after.items[0].identity  # type: ignore[union-attr]
    assert before.items[0].text == after.items[0].text  # type: ignore[union-attr]
