"""Reads and writes lists of sources as OPML 2.0; a list that could harm is refused before it is parsed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from initiatives.ingest.steps.discover.links import address_of
from initiatives.ingest.steps.discover.words import title_of

LARGEST_LIST_BYTES = 5 * 1024 * 1024
MOST_OUTLINES = 5000
_CATEGORY = re.compile(r"/(?P<klass>[a-z]+)(?:/(?P<country>[A-Z]{3}))?")


class HostileList(ValueError):
    """A list that is not read, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One source of a list. `klass` and `country` (ISO 3166-1 alpha-3) stand in its category, as /official/JPN; empty where it says none."""

    address: str
    name: str
    klass: str = ""
    country: str = ""
    language: str = ""
    kind: str = "feed"


def read_outlines(body: bytes) -> list[Outline]:
    """The sources that a list names, each address once, folders flattened. Raises HostileList in words."""
    if len(body) > LARGEST_LIST_BYTES:
        raise HostileList(f"The file has {len(body) / 1e6:.0f} MB; a list of sources has at most {LARGEST_LIST_BYTES // 1_048_576} MB.")
    try:
        root = fromstring(body, forbid_dtd=True)
    except DefusedXmlException as error:
        raise HostileList(
            "The file defines entities or a document type of its own, which can harm. It was not read; export the list again."
        ) from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise HostileList(f"The file cannot be read as OPML ({error}). Export the list again from your reader.") from error
    if root.tag.lower() != "opml":
        raise HostileList(f"The file is no OPML: it begins with <{root.tag[:40]}>. Export your reader's subscriptions as OPML.")
    found = [outline for element in root.iter("outline") if (outline := _outline(element))]
    if len(found) > MOST_OUTLINES:
        raise HostileList(f"The list names {len(found):,} sources; at most {MOST_OUTLINES:,} are taken at once.")
    return list({outline.address: outline for outline in reversed(found)}.values())[::-1]


def write_outlines(title: str, outlines: Iterable[Outline]) -> str:
    """The list as OPML 2.0."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = title
    body = SubElement(root, "body")
    for outline in outlines:
        SubElement(body, "outline", _attributes(outline))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _attributes(outline: Outline) -> dict[str, str]:
    category = f"/{outline.klass}" + (f"/{outline.country}" if outline.country else "")
    more = {"category": category if outline.klass else "", "language": outline.language}
    kind = {"feed": "rss", "sitemap": "sitemap", "page": "page"}.get(outline.kind, "rss")
    return {
        "type": kind,
        "text": outline.name,
        "title": outline.name,
        "xmlUrl": outline.address,
        **{key: value for key, value in more.items() if value},
    }


def _outline(element: Element) -> Outline | None:
    attributes = {name.lower(): value for name, value in element.attrib.items()}
    address = address_of(attributes.get("xmlurl", ""), "")
    if not address:
        return None
    category = _CATEGORY.fullmatch(attributes.get("category", ""))
    klass, country = (category["klass"], category["country"] or "") if category else ("", "")
    kind = attributes.get("type", "rss").lower()
    language = attributes.get("language", "")[:2].lower()
    name = title_of(attributes.get("title") or attributes.get("text") or "")[:200]
    return Outline(address, name, klass, country, language if language.isalpha() else "", kind if kind in ("sitemap", "page") else "feed")
