"""The next number of a key: one that no entry has, wherever it stands today. Keys are cited, so they stay when a row moves to another initiative."""

from collections.abc import Iterable
from typing import Any

from initiatives.models import FundingEntry, Quantity

ENTRY_MARK, QUANTITY_MARK = "#", "~"


def last_entry_number(slug: str) -> int:
    """The highest number of a funding entry's key that begins with this address, 0 where there is none; one statement."""
    return _highest(FundingEntry, slug, ENTRY_MARK)


def last_quantity_number(slug: str) -> int:
    """The same of quantities."""
    return _highest(Quantity, slug, QUANTITY_MARK)


def _highest(model: Any, slug: str, mark: str) -> int:
    return max(_numbers(model.objects.filter(key__startswith=f"{slug}{mark}").values_list("key", flat=True), mark), default=0)


def _numbers(keys: Iterable[str], mark: str) -> Iterable[int]:
    return (int(number) for key in keys if (number := key.rpartition(mark)[2]).isdigit())
