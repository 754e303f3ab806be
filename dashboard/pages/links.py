"""Addresses of pages that keep how money is counted, and which outside addresses may be linked; knows no rows."""

from typing import Any, Final

from django.urls import reverse

from dashboard.filters import Filters
from initiatives.text import is_web_address

COUNTING: Final = ("scope", "basis", "currency", "as_of", "edition")


def to(name: str, filters: Filters | None, *args: str, keep: str = "counting", **changes: Any) -> str:
    """The address of the page `name` with how `filters` count and which state they show, or all of them (`keep="all"`), with changes."""
    address = reverse(name, args=args)
    return address if not filters else address + query_of(filters, keep, changes)


def query(filters: Filters, **changes: Any) -> str:
    """The query of the same page with changes, beginning with its question mark; a lone question mark clears it."""
    return f"?{filters.as_query(**named(changes))}"


def query_of(filters: Filters, keep: str, changes: dict[str, Any]) -> str:
    """The query with its question mark, nothing where everything is at its default."""
    kept = {} if keep == "all" else {name: None for name, _ in filters.pairs() if name not in COUNTING}
    text = filters.as_query(**{**kept, "page": None, **named(changes)})
    return f"?{text}" if text else ""


def named(changes: dict[str, Any]) -> dict[str, Any]:
    """Changes by parameter; `from_` stands for `from`, which Python keeps for itself."""
    return {name.rstrip("_"): value for name, value in changes.items()}


def outside(address: str | None) -> str:
    """The address where it may be linked (http or https with a host), else nothing."""
    return address if address and is_web_address(address) else ""
