"""Addresses that an item or page names, made whole; must not open them."""

from urllib.parse import urljoin, urlsplit, urlunsplit

from initiatives.text import is_web_address

LONGEST_ADDRESS = 1900  # characters; what the record keeps, with room for a mark


def address_of(written: str, base: str) -> str:
    """The address against its base, without fragment; empty for `javascript:`, `data:`, `mailto:` and whatever else cannot be fetched."""
    compact = "".join(written.split())
    if not compact or compact.startswith("#"):
        return ""
    try:
        whole = urljoin(base, compact)
        parts = urlsplit(whole)
    except ValueError:
        return ""
    address = urlunsplit((parts.scheme, parts.netloc, parts.path, parts.query, ""))
    return address if is_web_address(address) and "@" not in parts.netloc and len(address) <= LONGEST_ADDRESS else ""
