"""Unpacks gzip and zlib bit by bit up to a limit, so that a bomb is not unpacked to its end; must not know where the bytes come from."""

import zlib

GZIP_OR_ZLIB = 47  # zlib's window size with automatic recognition of both headers
GZIP_MARK = b"\x1f\x8b"
MOST_MEMBERS = 10_000  # packed pieces one after another, of which an honest server sends one


class Unpacking:
    """One packed body on its way. What follows the packed bytes and is not packed itself (servers send blanks) is left out."""

    def __init__(self, most_bytes: int) -> None:
        """Unpacks up to `most_bytes` and one byte, by which it is seen that there is more."""
        self._most = most_bytes + 1
        self._members = 0
        self._unpacked = 0
        self._open = zlib.decompressobj(GZIP_OR_ZLIB)

    @property
    def is_whole(self) -> bool:
        """Whether the packed bytes came to their end."""
        return self._open.eof

    def of(self, packed: bytes) -> bytes:
        """What the next bytes unpack to, empty once the limit is passed. Raises zlib.error for damaged packing."""
        found = bytearray()
        while packed and self._unpacked < self._most:
            if self._open.eof and not self._begins_again(packed):
                break
            unpacked = self._open.decompress(packed, self._most - self._unpacked)
            found += unpacked
            self._unpacked += len(unpacked)
            packed = self._open.unused_data if self._open.eof else b""
        return bytes(found)

    def _begins_again(self, packed: bytes) -> bool:
        """Opens the next of several packed pieces; False for anything else that follows."""
        if not packed.startswith(GZIP_MARK[: len(packed)]) or self._members >= MOST_MEMBERS:
            return False
        self._members += 1
        self._open = zlib.decompressobj(GZIP_OR_ZLIB)
        return True
