"""Lets a paginator count what is read a page at a time elsewhere."""

from collections.abc import Sequence


def of_so_many(number: int) -> Sequence[int]:
    """So many things, of which a paginator needs only the number."""
    return range(number)
