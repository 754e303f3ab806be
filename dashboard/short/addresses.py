"""Makes a short address, and finds what one stands for; must not know any page.

A code is made from the address alone and needs no table, so it can be written into a file while the record is read in a transaction that changes
nothing. What was written is stored when that is over.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import sha256
from typing import Final

from django.core.cache import cache

from dashboard.short.models import CODE_CHARACTERS, LONGEST_ADDRESS, ShortAddress

log = logging.getLogger(__name__)

SHORT_ENOUGH: Final = 60  # characters after the host
PATH: Final = "/s/"
LETTERS: Final = "23456789bcdfghjkmnpqrstvwxyz"  # none that is taken for another, and no vowels, so that no code is a word
MOST: Final = 2_000_000  # rows; beyond them addresses stay long
FULL: Final = "short-addresses:full"
_wanted: ContextVar[dict[str, str] | None] = ContextVar("wanted", default=None)


def shortened(address: str) -> str:
    """`/s/7kqd2mzr9x` for a path with a query of this site; the address itself where it is short, or where nobody stores what it would stand for."""
    wanted = _wanted.get()
    if wanted is None or len(address) <= SHORT_ENOUGH or len(address) > LONGEST_ADDRESS or cache.get(FULL):
        return address
    code = code_of(address)
    wanted[code] = address
    return f"{PATH}{code}"


def code_of(address: str) -> str:
    """Ten letters and digits that stand for an address."""
    left, code = int.from_bytes(sha256(address.encode()).digest(), "big"), ""
    while len(code) < CODE_CHARACTERS:
        left, place = divmod(left, len(LETTERS))
        code += LETTERS[place]
    return code


@contextmanager
def kept() -> Iterator[None]:
    """Every address that is shortened inside is stored at the end. Stands around the transaction in which the record is read, never in it."""
    wanted: dict[str, str] = {}
    token = _wanted.set(wanted)
    try:
        yield
    finally:
        _wanted.reset(token)
        if wanted:
            store(wanted)


def store(wanted: dict[str, str]) -> None:
    """Stores addresses by their codes; three statements, one where they are there already."""
    there = dict(ShortAddress.objects.filter(code__in=wanted).values_list("code", "address"))
    for code in there.keys() & wanted.keys():
        if there[code] != wanted[code]:
            log.error("The short address %s stands for %s, and cannot stand for %s too.", code, there[code], wanted[code])
    new = [ShortAddress(code=code, address=address) for code, address in wanted.items() if code not in there]
    if new:
        ShortAddress.objects.bulk_create(new, ignore_conflicts=True)
        _close_when_full()


def _close_when_full() -> None:
    last = ShortAddress.objects.order_by("-id").values_list("id", flat=True).first()
    if last and last >= MOST:
        cache.set(FULL, True, None)


def found(code: str) -> str | None:
    """The address that a code stands for; None where it stands for none."""
    return ShortAddress.objects.filter(code=code.lower()).values_list("address", flat=True).first()
