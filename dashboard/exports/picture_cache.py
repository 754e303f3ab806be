"""Where made pictures are kept: by deployment, edition, chart, filters, look and format, so that nothing stale is served or thrown away by hand."""

import hashlib
from dataclasses import dataclass
from typing import Final

from django.core.cache import cache

from dashboard.queries.deployment import version

KEPT_SECONDS: Final = 7 * 24 * 3600
BRIEFLY_SECONDS: Final = 60  # for what a worker of another deployment drew: who waits gets it, nobody else for long
FAILURE_SECONDS: Final = 10  # a failure is remembered just long enough for the reader who waits for it


@dataclass(frozen=True, slots=True)
class PictureKey:
    """What a picture shows: the stamp of the record's state, the filters' cache key, the address that stands inside it, and which code asks."""

    edition: str
    slug: str
    query: str
    extension: str
    look: str
    address: str
    code: str

    def __str__(self) -> str:
        parts = (self.edition, self.slug, self.query, self.extension, self.look, self.address, self.code)
        return "picture-" + hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()


def get(key: PictureKey) -> bytes | None:
    """The picture, None when it is not made."""
    made: bytes | None = cache.get(str(key))
    return made


def put(key: PictureKey, picture: bytes) -> None:
    """Keeps a picture for a week; one that other code than this process runs has asked for, a minute."""
    cache.set(str(key), picture, KEPT_SECONDS if key.code == version() else BRIEFLY_SECONDS)


def put_failure(key: PictureKey, words: str) -> None:
    """Leaves word for whoever waits for this picture, which may then be asked for again."""
    cache.set(f"{key}-failed", words, FAILURE_SECONDS)
    release(key)


def failure(key: PictureKey) -> str | None:
    """Why the picture could not be made just now."""
    words: str | None = cache.get(f"{key}-failed")
    return words


def claim(key: PictureKey, seconds: int) -> bool:
    """Whether the caller is the one to make this picture; others wait for the same one. An older failure is forgotten."""
    mine = bool(cache.add(f"{key}-claimed", True, seconds))
    if mine:
        cache.delete(f"{key}-failed")
    return mine


def release(key: PictureKey) -> None:
    """Lets the picture be asked for again."""
    cache.delete(f"{key}-claimed")
