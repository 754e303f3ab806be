"""Keeps the finished answers of public addresses in Redis by edition, and answers from there; must not know any page.

An edition never changes, so nothing is forgotten by hand: a publication makes a new stamp and with it new keys, and so does whatever the desk says in
public beside the record. A hit costs the edition's row and one reading of the cache. Without Redis every page is made anew.
"""

import gzip
import logging
from collections.abc import Callable
from hashlib import sha256
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, urlencode

import brotli
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from dashboard.middleware.addresses import is_public
from dashboard.queries import editions
from dashboard.queries.deployment import version

log = logging.getLogger(__name__)

KEPT_SECONDS: Final = 24 * 3600
PROVISIONAL_SECONDS: Final = 15  # for answers whose pictures are still being made
LARGEST_KEPT_BYTES: Final = 3_000_000
LONGEST_QUERY: Final = 2_000
SMALLEST_COMPRESSED_BYTES: Final = 500
BROTLI_QUALITY: Final = 5  # half the size of a page in a few milliseconds
GZIP_LEVEL: Final = 6
LEFT_OUT: Final = frozenset({"content-length", "etag", "date", "content-encoding"})
Answer = Callable[[HttpRequest], HttpResponseBase]


class Kept(NamedTuple):
    """A finished answer: its headers, its bytes in one encoding, and the mark of its contents."""

    headers: list[tuple[str, str]]
    body: bytes
    mark: str


class KeptAnswers:
    """Answers public addresses from the cache, with a mark for browsers, in the encoding they take."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.DEBUG or not is_public(request) or len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
            return self.get_response(request)
        encoding = encoding_for(request)
        stamp, address = editions.newest().stamp_of_answer, address_of(request)
        kept = find(stamp, address, encoding)
        return self.made(request, address, encoding) if kept is None else answer(request, kept, encoding)

    def made(self, request: HttpRequest, address: str, encoding: str) -> HttpResponseBase:
        """The page as it is made now, kept for the next reader where that is safe."""
        asked = {name: request.META.pop(name, None) for name in ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")}
        response = self.get_response(request)
        request.META.update({name: value for name, value in asked.items() if value is not None})
        if not isinstance(response, HttpResponse) or not can_be_kept(response):
            return response
        stamp = getattr(response, "edition_stamp", None) or editions.newest().stamp_of_answer
        headers = [(name, value) for name, value in response.items() if name.lower() not in LEFT_OUT]
        plain = Kept(headers, response.content, sha256(stamp.encode() + response.content).hexdigest()[:20])
        seconds = PROVISIONAL_SECONDS if getattr(response, "provisional", False) else KEPT_SECONDS
        cache.set(key_of(stamp, address, ""), tuple(plain), seconds)
        return answer(request, compressed(plain, stamp, address, encoding, seconds), encoding)


def can_be_kept(response: HttpResponse) -> bool:
    """Whether everybody may see this answer: a whole page of moderate size that neither sets nor read a cookie."""
    told_not_to = any(word in response.get("Cache-Control", "") for word in ("no-store", "private"))
    personal = bool(response.cookies) or "cookie" in response.get("Vary", "").lower()
    return response.status_code == 200 and not response.streaming and not told_not_to and not personal and len(response.content) <= LARGEST_KEPT_BYTES


def find(stamp: str, address: str, encoding: str) -> Kept | None:
    """The kept answer in this encoding; from the plain one where only that is kept."""
    found = cache.get(key_of(stamp, address, encoding))
    if found is not None:
        return Kept(*found)
    plain = cache.get(key_of(stamp, address, "")) if encoding else None
    return compressed(Kept(*plain), stamp, address, encoding, PROVISIONAL_SECONDS) if plain is not None else None


def compressed(plain: Kept, stamp: str, address: str, encoding: str, seconds: int) -> Kept:
    """The answer in an encoding, kept as that too."""
    if not encoding or len(plain.body) < SMALLEST_COMPRESSED_BYTES or not is_text(plain):
        return plain
    body = brotli.compress(plain.body, quality=BROTLI_QUALITY) if encoding == "br" else gzip.compress(plain.body, GZIP_LEVEL, mtime=0)
    found = Kept([*plain.headers, ("Content-Encoding", encoding)], body, plain.mark)
    cache.set(key_of(stamp, address, encoding), tuple(found), seconds)
    return found


def is_text(kept: Kept) -> bool:
    """Whether the answer becomes smaller when it is compressed."""
    kind = dict(kept.headers).get("Content-Type", "")
    return kind.startswith(("text/", "application/json", "image/svg+xml", "application/atom+xml"))


def answer(request: HttpRequest, kept: Kept, encoding: str) -> HttpResponse:
    """The kept answer, or 304 where the browser has it already."""
    mark = f'"{kept.mark}{f"-{encoding}" if encoding else ""}"'
    asked = request.META.get("HTTP_IF_NONE_MATCH")
    same = asked is not None and any(one.removeprefix("W/") in (mark, "*") for one in parse_etags(asked))
    response = HttpResponse(status=304) if same else HttpResponse(kept.body)
    if same:
        del response.headers["Content-Type"]
    for name, value in kept.headers:
        if not same or name in ("Cache-Control", "Vary"):
            response.headers[name] = value
    response.headers["ETag"] = mark
    response.headers.setdefault("Cache-Control", "no-cache")
    if not same:
        response.headers["Content-Length"] = str(len(kept.body))
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def encoding_for(request: HttpRequest) -> str:
    """The best encoding that the browser takes: `br`, `gzip`, or none."""
    accepted = request.META.get("HTTP_ACCEPT_ENCODING", "").lower()
    taken = [part.split(";")[0].strip() for part in accepted.split(",") if "q=0" not in part.replace(" ", "").replace("q=0.", "")]
    return next((encoding for encoding in ("br", "gzip") if encoding in taken), "")


def address_of(request: HttpRequest) -> str:
    """The address with its parameters in one order, and whether htmx asks for a part of the page."""
    pairs = sorted(parse_qsl(request.META.get("QUERY_STRING", ""), keep_blank_values=True), key=lambda pair: pair[0])
    part = f"{request.META.get('HTTP_HX_REQUEST', '')}:{request.META.get('HTTP_HX_TARGET', '')}"
    return f"{request.scheme}://{request.get_host()}{request.path_info}?{urlencode(pairs)}#{part}"


def key_of(stamp: str, address: str, encoding: str) -> str:
    """The key of an answer in the cache."""
    return f"answer:{stamp}:{version()}:{encoding}:{sha256(address.encode()).hexdigest()}"
