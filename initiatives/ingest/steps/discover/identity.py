"""Tells the items of one feed apart: by guid, else by link, else by title and day; must not know what was seen before."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from initiatives.ingest.steps.duplicates import canonical_address
from initiatives.text import fold

MARK = "#item-"  # before what tells items of one address apart, where none has a page of its own


@dataclass(frozen=True, slots=True)
class Raw:
    """An item as the source writes it: `day` is its date as text; empty where it gives nothing."""

    guid: str
    address: str
    title: str
    day: str
    text: str


@dataclass(frozen=True, slots=True)
class Identified:
    """An item with its identity; `is_own_address` is false where other items of the feed have the same link."""

    raw: Raw
    identity: str
    is_own_address: bool


def identified(items: Iterable[Raw]) -> list[Identified]:
    """Each item once, in the order given. A guid or link that stands for different items identifies none of them."""
    given = list(items)
    guids = ambiguous([item.guid for item in given], given)
    links = ambiguous([canonical_address(item.address) for item in given], given)
    found: dict[str, Identified] = {}
    for item in given:
        own = bool(item.address) and canonical_address(item.address) not in links
        identity = sha256(_named(item, item.guid not in guids, own).encode("utf-8", "replace")).hexdigest()
        found.setdefault(identity, Identified(item, identity, own))
    return list(found.values())


def ambiguous(marks: Sequence[str], items: Sequence[Raw]) -> set[str]:
    """The marks that items with different titles share."""
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for mark, item in zip(marks, items, strict=True):
        titles[mark].add(fold(item.title))
    return {mark for mark, different in titles.items() if mark and len(different) > 1}


def _named(item: Raw, guid_tells: bool, link_tells: bool) -> str:
    if item.guid and guid_tells:
        return f"guid {item.guid}"
    if link_tells:
        return f"link {canonical_address(item.address)}"
    return f"title {fold(item.title)} day {item.day}" + ("" if item.title else f" text {item.text[:500]}")


def address_hash(address: str) -> str:
    """SHA-256, in hexadecimal, of the canonical address, by which it is known again; the mark of an item without a page of its own counts."""
    _, sign, mark = address.partition(MARK)
    return sha256(f"{canonical_address(address)}{sign}{mark}".encode("utf-8", "replace")).hexdigest()
