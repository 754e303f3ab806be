"""Makes XML of what servers send as XML, before any parser sees it: characters, entities, namespaces, a missing end; must not read items."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

from initiatives.ingest.values.feed import NoFeed

MOST_ITEMS = 1000  # the newest, as feeds begin with them; a feed that shows more is asked again long before
LARGEST_CHARACTERS = 30 * 1024 * 1024
_PROLOG = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->)", re.S)
_DOCTYPE = re.compile(r"\s*<!DOCTYPE\b[^\[>]*(?:\[.*?\]\s*)?>", re.S | re.I)
_ENTITY = re.compile(r"<!ENTITY\b", re.I)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_AMPERSAND = re.compile(r"&(?:#(?:x([0-9a-fA-F]{1,10})|(\d{1,10}));|([A-Za-z][A-Za-z0-9]{1,31});)?")
_ITEM_END = re.compile(r"</(?:[\w.-]+:)?(?:item|entry)\s*>")
_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]{0,30}):[A-Za-z_]|\s([A-Za-z_][\w.-]{0,30}):[\w.-]{1,60}\s?=\s?[\"']")
_DECLARATION = re.compile(r"\sxmlns:([A-Za-z_][\w.-]*)")
MOST_PREFIXES = 50
_XML = {"amp", "lt", "gt", "quot", "apos"}
_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
    "content": "http://purl.org/rss/1.0/modules/content/", "media": "http://search.yahoo.com/mrss/", "atom": "http://www.w3.org/2005/Atom",
    "sy": "http://purl.org/rss/1.0/modules/syndication/", "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Prepared:
    """XML text from its root on, the root's local name in small letters, how many items were left out, and what was mended, in words."""

    text: str
    root: str
    left_out: int
    notes: tuple[str, ...]


def prepared(text: str) -> Prepared | NoFeed:
    """The XML in a text; a refusal where it declares entities of its own, or is none."""
    body = _CONTROL.sub("", text[:LARGEST_CHARACTERS]).lstrip("\ufeff \t\r\n")
    start = _start(body)
    if isinstance(start, NoFeed):
        return start
    body = body[start:]
    root = _ROOT.match(body)
    if root is None:
        return NoFeed("not-a-feed", "What stands there is neither a feed nor a page.")
    body, left_out = _shortened(body)
    body, cut = _ended(body)
    body, undeclared = _declared("".join(_mended_parts(body)))
    notes = [
        note for note, true in (("it was cut off and is read as far as it goes", cut), ("it uses names that it does not declare", undeclared)) if true
    ]
    return Prepared(body, root[1].lower(), left_out, tuple(notes))


def _start(body: str) -> int | NoFeed:
    """Where the root element begins, past declarations; a type declaration that defines entities is refused unread."""
    at = 0
    while True:
        match = _PROLOG.match(body, at) or _DOCTYPE.match(body, at)
        if match is None:
            break
        if _ENTITY.search(match.group()):
            return NoFeed("entities", "It defines entities of its own, which can fill a machine's memory. It was not read.")
        at = match.end()
    root = body.find("<", at)
    if root < 0:
        return NoFeed("not-a-feed", "What stands there is plain text, neither a feed nor a page.")
    if body.startswith("<!ENTITY", root) or (body[root : root + 9].upper() == "<!DOCTYPE"):
        return NoFeed("entities", "Its type declaration cannot be read safely. It was not read.")
    return root


def _shortened(body: str) -> tuple[str, int]:
    """The text with its first items alone, and how many were left out."""
    ends = [match.end() for match in _ITEM_END.finditer(body)]
    if len(ends) <= MOST_ITEMS:
        return body, 0
    return body[: ends[MOST_ITEMS - 1]] + body[ends[-1] :], len(ends) - MOST_ITEMS


def _ended(body: str) -> tuple[str, bool]:
    """The text with its end, where the root's closing tag is missing; true when it was cut off."""
    root = re.match(r"<([\w.:-]+)", body)
    if root is None or re.search(rf"</{re.escape(root[1])}\s*>\s*(?:<!--.*?-->\s*)*$", body[-4000:], re.S) or body.rstrip().endswith("/>"):
        return body, False
    ends = [match.end() for match in _ITEM_END.finditer(body)]
    if not ends or root[1].lower().endswith("html"):
        return body, False
    channel = "</channel>" if root[1].lower() == "rss" and "</channel" not in body[ends[-1] :] else ""
    rest = "" if f"</{root[1]}" not in body[ends[-1] :] else body[ends[-1] :]
    return f"{body[: ends[-1]]}{rest or f'{channel}</{root[1]}>'}", not rest


def _mended_parts(body: str) -> Iterator[str]:
    """Outside of CDATA, every `&` that XML does not know becomes a character or itself."""
    for part, is_cdata in _parts(body):
        yield part if is_cdata else _AMPERSAND.sub(_character, part)


def _parts(body: str) -> Iterator[tuple[str, bool]]:
    """The text in stretches, each with whether it is CDATA; a CDATA that never ends is none."""
    at = 0
    while (start := body.find(_CDATA, at)) >= 0 and (end := body.find(_CDATA_END, start)) >= 0:
        yield body[at:start], False
        yield body[start : end + len(_CDATA_END)], True
        at = end + len(_CDATA_END)
    yield body[at:].replace(_CDATA, ""), False


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name in _XML:
        return match.group()
    if name:
        known = html5.get(f"{name};")
        return "".join(f"&#{ord(character)};" for character in known) if known else f"&amp;{match.group()[1:]}"
    if hexadecimal is None and decimal is None:
        return "&amp;"
    number = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return match.group() if _is_xml(number) else ""


def _is_xml(number: int) -> bool:
    return number in (9, 10, 13) or 32 <= number <= 0xD7FF or 0xE000 <= number <= 0xFFFD or 0x10000 <= number <= 0x10FFFF


def _declared(body: str) -> tuple[str, bool]:
    """The text with a declaration for each prefix that is used without one; true when there was such a prefix."""
    used = {match[1] or match[2] for part, is_cdata in _parts(body) if not is_cdata for match in _PREFIX.finditer(part)}
    missing = sorted(used - {"xml", "xmlns"} - set(_DECLARATION.findall(body)))[:MOST_PREFIXES]
    if not missing:
        return body, False
    said = "".join(f' xmlns:{prefix}="{_NAMESPACES.get(prefix, f"urn:undeclared:{prefix}")}"' for prefix in missing)
    return re.sub(r"^<[\w.:-]+", lambda root: root.group() + said, body, count=1), True
