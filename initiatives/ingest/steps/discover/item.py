"""Makes an item of a file's name or an address; must not open either."""

from urllib.parse import urlsplit

from initiatives.ingest.steps.duplicates import canonical_address
from initiatives.ingest.values import Item


def item_of(location: str, published: str | None = None) -> Item:
    """An item to read. Its identity is the canonical address, or the file's name. Raises ValueError for an address that cannot be fetched."""
    place = location.strip()
    if not place:
        raise ValueError("Nothing is named. Give a file or an http or https address.")
    scheme = urlsplit(place).scheme if "://" in place else ""
    if not scheme:
        return Item(identity=place, location=place, is_file=True, published=published)
    if scheme not in ("http", "https") or not urlsplit(place).hostname:
        raise ValueError(f'"{place}" cannot be fetched. Give a file, or an address that begins with http:// or https://.')
    return Item(identity=canonical_address(place), location=place, is_file=False, published=published)
