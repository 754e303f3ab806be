"""Writes an Atom feed (RFC 4287) in which every text is text and no mark-up; must not know what it tells."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.utils.feedgenerator import Atom1Feed

AUTHOR: Final = "National AI initiatives"
TYPE: Final = "application/atom+xml; charset=utf-8"
NOT_OF_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed. `id` never changes; `via` is the source's address, empty where it may not be linked."""

    id: str
    title: str
    summary: str
    address: str
    via: str
    author: str
    published: datetime
    updated: datetime
    categories: tuple[str, ...]


class TextFeed(Atom1Feed):
    """Django's writer, with summaries as text, which its own would have read as HTML; `made` is when a feed without items was updated."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """An item, then its summary and its source."""
        super().add_item_elements(handler, {**item, "description": None})
        handler.addQuickElement("summary", item["description"], {"type": "text"})
        if item["via"]:
            handler.addQuickElement("link", "", {"rel": "via", "href": item["via"]})

    def latest_post_date(self) -> datetime:
        """When the newest item was updated."""
        newest: datetime = max((item["updateddate"] for item in self.items), default=self.feed["made"])
        return newest


def written(title: str, subtitle: str, name: str, page: str, address: str, items: list[Item], made: datetime) -> str:
    """The feed; `name` is its id, `page` and `address` are absolute."""
    feed = TextFeed(title=xml(title), link=page, description=xml(subtitle), language="en-gb", author_name=AUTHOR, feed_url=address, made=made)
    feed.feed["id"] = name
    for item in items:
        feed.add_item(
            title=xml(item.title), link=item.address, description=xml(item.summary), author_name=xml(item.author), unique_id=item.id,
            pubdate=item.published, updateddate=item.updated, categories=item.categories, via=item.via,
        )  # fmt: skip
    return str(feed.writeString("utf-8"))


def xml(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return NOT_OF_XML.sub("�", text)
