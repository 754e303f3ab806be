"""Reads and writes lists of sources as OPML 2.0; a list that could harm is refused before it is parsed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from initiatives.ingest.steps.discover.links import address_of
from initiatives.text import clean, visible

LARGEST_LIST_BYTES = 5 * 1024 * 1024
MOST_OUTLINES = 5000
LONGEST_NAME = 200
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


@dataclass(frozen=True, slots=True)
class Outlines:
    """What a list names: its sources, each address once, and why others are left out, in words, one for each outline."""

    sources: tuple[Outline, ...]
    refused: tuple[str, ...] = ()


def read_outlines(body: bytes) -> Outlines:
    """The sources that a list names, folders flattened. Raises HostileList in words."""
    if len(body) > LARGEST_LIST_BYTES:
        raise HostileList(
            f"The file is larger than {LARGEST_LIST_BYTES // 1_048_576} MB, the most that a list of sources has. Split it into several."
        )
    try:
        root = fromstring(body, forbid_dtd=True)
    except DefusedXmlException as error:
        raise HostileList(
            "The file defines entities or a document type of its own, which can harm. It was not read; export the list again."
        ) from error
    except ParseError as error:
        raise HostileList(f"The file is no OPML, or damaged in line {error.position[0]}. Export the list again from your reader.") from error
    except (ValueError, LookupError, RecursionError) as error:
        raise HostileList("The file cannot be read as OPML. Export the list again from your reader.") from error
    if root.tag.lower() != "opml":
        raise HostileList(f"The file is no OPML: it begins with <{root.tag[:40]}>. Export your reader's subscriptions as OPML.")
    elements = list(root.iter("outline"))
    found = [outline for element in elements if (outline := _outline(element))]
    if len(found) > MOST_OUTLINES:
        raise HostileList(f"The list names {len(found):,} sources; at most {MOST_OUTLINES:,} are taken at once. Split it into several.")
    each_once = tuple(reversed({outline.address: outline for outline in reversed(found)}.values()))
    return Outlines(each_once, tuple(words for element in elements if (words := _refusal(element))))


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


def _refusal(element: Element) -> str:
    """Why an outline that is no folder is no source; empty for one that is, and for a folder."""
    attributes = {name.lower(): value for name, value in element.attrib.items()}
    written = attributes.get("xmlurl", "")
    if address_of(written, "") or ("xmlurl" not in attributes and (len(element) or attributes.get("type", "").lower() != "rss")):
        return ""
    name = _name(attributes)[:60] or "An outline without a name"
    return f"{name}: it has no address" if not written.strip() else f"{name}: “{visible(written[:80])}” is no address of the web"


def _name(attributes: dict[str, str]) -> str:
    """The name as it is written: an attribute holds plain text, and no marks of HTML."""
    return " ".join(clean(attributes.get("title") or attributes.get("text") or "").text.split())[:LONGEST_NAME]


def _outline(element: Element) -> Outline | None:
    attributes = {name.lower(): value for name, value in element.attrib.items()}
    address = address_of(attributes.get("xmlurl", ""), "")
    if not address:
        return None
    category = _CATEGORY.fullmatch(attributes.get("category", ""))
    klass, country = (category["klass"], category["country"] or "") if category else ("", "")
    kind = attributes.get("type", "rss").lower()
    language = attributes.get("language", "")[:2].lower()
    return Outline(
        address, _name(attributes), klass, country, language if language.isalpha() else "", kind if kind in ("sitemap", "page") else "feed"
    )
