"""Decodes bytes of unknown encoding; must not know what the text says."""

import re

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,40})""", re.I)
_BINARY_STARTS = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"\x7fELF", b"Rar!", b"7z\xbc\xaf", b"\x00\x00\x00")
HEAD_BYTES = 4096  # in which a declaration or binary content shows
MOST_CONTROLS = 0.02  # share of control bytes in a head above which it is no text


def is_binary(body: bytes) -> bool:
    """True for files of other kinds: known starts, or control bytes that no text has."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    head = body[:HEAD_BYTES]
    controls = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in head)
    return body.startswith(_BINARY_STARTS) or controls > MOST_CONTROLS * max(1, len(head))


def decode(body: bytes, declared: str | None) -> str:
    """Text of `body`: by its byte order mark, as UTF-8 where that fits, as declared in header or page, else as detected. Never raises."""
    marked = next((encoding for mark, encoding in _MARKS if body.startswith(mark)), None)
    if marked:
        return body.decode(marked, errors="replace")
    for encoding in ("utf-8", declared, _in_page(body), detect_encoding(body[: 20 * HEAD_BYTES])):
        text = _as(body, encoding)
        if text is not None:
            return text
    return body.decode("utf-8", errors="replace")


def _in_page(body: bytes) -> str | None:
    match = _DECLARED.search(body[:HEAD_BYTES])
    return (match[1] or match[2]).decode("ascii") if match else None


def _as(body: bytes, declared: str | None) -> str | None:
    """The text in a declared encoding of the web; None where it is none (Python knows `idna` and `punycode` too) or does not fit."""
    try:
        encoding = map_encoding_to_html5(declared, False) if declared else None
        return body.decode(encoding) if encoding else None
    except (UnicodeError, LookupError):
        return None
