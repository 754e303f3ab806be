"""The remark on a day that has not come: an entry's day is that on which its sum was said."""

from collections.abc import Iterable

from django.utils import timezone

from initiatives import formats
from initiatives.dates import first_day


def remark_on(day: str) -> str:
    """What is remarked on a day of an entry, `2099` or `2099-06-29`, that lies ahead; empty for every other."""
    if first_day(day) <= timezone.now().date():
        return ""
    return f"{formats.day(day)} lies ahead. It is published with that day, and counts from now on."


def remarks_on(days: Iterable[str]) -> tuple[str, ...]:
    """The remarks on these days, each once."""
    return tuple(remark for day in dict.fromkeys(days) if (remark := remark_on(day)))
