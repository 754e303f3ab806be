"""Packed bytes on their way through the door."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.fetch.unpacking import Unpacking

LIMIT = 10_000


def unpacked(packed: bytes, size: int = 7) -> tuple[bytes, bool]:
    unpacking = Unpacking(LIMIT)
    found = b"".join(unpacking.of(packed[start : start + size]) for start in range(0, len(packed), size))
    return found, unpacking.is_whole


@given(st.lists(st.binary(max_size=200), min_size=1, max_size=5), st.integers(1, 60))
def test_several_packed_pieces_are_one_body_however_they_are_cut(pieces: list[bytes], size: int) -> None:
    assert unpacked(b"".join(gzip.compress(piece) for piece in pieces), size) == (b"".join(pieces), True)


def test_zlib_is_unpacked_too_and_blanks_behind_are_left_out() -> None:
    assert unpacked(zlib.compress(b"text")) == (b"text", True)
    assert unpacked(gzip.compress(b"text") + b"\x00" * 20) == (b"text", True)


def test_a_bomb_ends_at_the_limit_also_when_it_is_packed_in_pieces() -> None:
    assert len(unpacked(gzip.compress(b"0" * 5_000_000), 4096)[0]) == LIMIT + 1
    assert len(unpacked(gzip.compress(b"0" * 6_000) * 500, 4096)[0]) == LIMIT + 1


def test_what_breaks_off_is_not_whole() -> None:
    assert unpacked(gzip.compress(b"text " * 100)[:-5])[1] is False


@pytest.mark.parametrize("packed", [b"no packing", b"\x1f\x8b\x08\x00" + b"\xff" * 40])
def test_damaged_packing_raises(packed: bytes) -> None:
    with pytest.raises(zlib.error):
        unpacked(packed, 100)
