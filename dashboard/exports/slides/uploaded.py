"""Takes in a template from outside: masters, layouts, fonts and colours, and nothing that runs, links or unpacks without end; knows no record.

A template is read entry by entry within stated bounds, refused in words where something in it does not belong, and left without its slides.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from io import BytesIO
from typing import Any, Final, cast

from lxml import etree  # type: ignore[import-untyped]
from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Opened

from dashboard.charts.native import Native, Series
from dashboard.exports.slides.deck import Deck
from dashboard.exports.slides.template import with_table_style, without
from dashboard.exports.slides.values import DrawnChart, Grid, Note, SlideWords
from initiatives.text import visible

LARGEST_FILE_BYTES: Final = 40_000_000
LARGEST_WHOLE_BYTES: Final = 160_000_000  # unpacked
LARGEST_XML_BYTES: Final = 8_000_000  # one part, unpacked
MOST_ENTRIES: Final = 1500
MOST_ELEMENTS: Final = 200_000  # in one part
PIECE_BYTES: Final = 65_536
SMALLEST_SIDE, LARGEST_SIDE = 2 * 914_400, 56 * 914_400  # of a slide, in the unit of the file
COMPOUND: Final = b"\xd0\xcf\x11\xe0"  # how old and how encrypted office files begin
OF_TEMPLATES: Final = b"presentationml.template.main+xml"
OF_PRESENTATIONS: Final = b"presentationml.presentation.main+xml"
RUNS: Final = re.compile(r"vbaproject|vbadata|activex|macroenabled|ppaction://(macro|program|ole)", re.IGNORECASE)
OBJECTS: Final = re.compile(r"oleobject|/embeddings/.*\.(bin|exe|doc|docx|xls|ppt|pptx)$|relationships/(control|attachedtoolbars)", re.IGNORECASE)
OUTSIDE: Final = re.compile(r"TargetMode\s*=\s*[\"']External[\"']", re.IGNORECASE)
ENTITIES: Final = re.compile(r"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
ENCODING: Final = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']""")
EXPECTED: Final = ("[Content_Types].xml", "ppt/presentation.xml")
NOT_KEPT: Final = ("core-properties", "thumbnail", "printerSettings", "customXml", "custom-properties", "commentAuthors", "tags", "handoutMaster")
# What zipfile raises of a file that is cut off or spoilt; office files are stored or deflated, so that no other packing is ever unpacked.
UNZIPPABLE: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What python-pptx raises of parts that are XML and yet not what it expects; no other error of ours is taken for one of the template.
UNFITTING: Final = (PythonPptxError, AssertionError, AttributeError, LookupError, SyntaxError, TypeError, ValueError)
WAY_OUT: Final = "Nothing of it was kept."


class TemplateRefused(Exception):
    """A template cannot be used; the message says why, and what to do."""


def open_template(content: bytes) -> Opened:
    """The template without its slides, ready for a deck. Raises TemplateRefused, in words."""
    parts = _checked(content)
    try:
        _try(_prepared(parts))
        return _prepared(parts)
    except UNFITTING as error:
        raise _refused("The template's parts do not fit together. Open it in PowerPoint and save it again as .pptx.") from error


def _prepared(parts: Mapping[str, bytes]) -> Opened:
    """A fresh presentation from the parts, without slides. Raises TemplateRefused, or one of UNFITTING."""
    opened = _opened(parts)
    _emptied(opened)
    _usable(opened)
    with_table_style(opened)
    return opened


def _try(opened: Opened) -> None:
    """Makes slides of several kinds and reads the file again: what cannot bear them is refused now, and not in the middle of a deck."""
    deck = Deck("A trial", template_opened=opened)
    words, chart = SlideWords("A trial", "Basis", "Source"), DrawnChart("A trial", TRIAL, "A trial")
    grid = Grid("A trial", ("One", "Two"), (("a", "1"),))
    target = BytesIO()
    deck.opening(words, "A trial", [("One", "two")], chart)
    deck.chart(words, chart, grid, "A note")
    deck.chart(words, chart, (Note("One", "two"),))
    deck.table(words, grid)
    deck.write(target)
    Presentation(target)


TRIAL: Final = Native("bars", ("a",), (Series("b", (Decimal(1),)),), "c", ("1",))


def _checked(content: bytes) -> dict[str, bytes]:
    """Every entry by its name, each looked at. Raises TemplateRefused."""
    if len(content) > LARGEST_FILE_BYTES:
        raise _refused(f"The file has {len(content):,} bytes; a template may have {LARGEST_FILE_BYTES:,}. Make its pictures smaller.")
    if content.startswith(COMPOUND):
        raise _refused("The file is protected by a password or is of PowerPoint 97 to 2003. Save it as .pptx without a password.")
    try:
        with zipfile.ZipFile(BytesIO(content)) as file:
            parts = dict(_read(file))
    except UNZIPPABLE as error:
        raise _refused("The file is no whole PowerPoint file: it cannot be unpacked. Open it in PowerPoint and save it again as .pptx.") from error
    if any(name not in parts for name in EXPECTED):
        raise _refused("The file is no PowerPoint file: it has no presentation in it. Choose a .pptx or .potx.")
    for name, part in parts.items():
        _look(name, part)
    return parts


def _read(file: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Entries one by one, within bounds. Raises TemplateRefused."""
    entries = file.infolist()
    if len(entries) > MOST_ENTRIES:
        raise _refused(f"The file has {len(entries):,} parts; a template may have {MOST_ENTRIES:,}. Remove slides and save it again.")
    taken: set[str] = set()
    left = LARGEST_WHOLE_BYTES
    for entry in entries:
        if entry.is_dir():
            continue
        _admit(entry, taken)
        part = _unpacked(file, entry, left)
        left -= len(part)
        yield entry.filename, part


def _admit(entry: zipfile.ZipInfo, taken: set[str]) -> None:
    """Refuses entries whose names lead elsewhere or stand twice, and what is locked or packed unlike an office file."""
    name = entry.filename
    pieces = name.replace("\\", "/").split("/")
    if name.startswith("/") or "\\" in name or ".." in pieces or ":" in name or not name.isprintable():
        raise _refused(f"A part of the file is called “{visible(name)[:80]}”, which leads out of it. Save the template again with PowerPoint.")
    if name.casefold() in taken:
        raise _refused(f"Two parts of the file are called “{name[:80]}”. Save the template again with PowerPoint.")
    if entry.flag_bits & 1:
        raise _refused("A part of the file is protected by a password. Save the template without one.")
    if entry.compress_type not in PACKINGS:
        raise _refused(f"“{name[:80]}” is packed in a way that no PowerPoint file is. Save the template again with PowerPoint.")
    taken.add(name.casefold())


def _unpacked(file: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    """One entry, read no further than is allowed, whatever it says of its own size."""
    most = min(left, LARGEST_XML_BYTES) if _is_xml(entry.filename) else left
    found, size = [], 0
    with file.open(entry) as stream:
        while piece := stream.read(PIECE_BYTES):
            size += len(piece)
            if size > most:
                raise _refused(f"“{entry.filename[:80]}” unpacks to more than {most:,} bytes, more than a template needs. Remove it and save again.")
            found.append(piece)
    return b"".join(found)


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _look(name: str, part: bytes) -> None:
    """Refuses what runs, what is an object of another program, what links out, and XML that unfolds."""
    if RUNS.search(name) or OBJECTS.search(f"/{name}"):
        raise _refused(_words_of(name))
    if not _is_xml(name):
        return
    text = _text(name, part)
    if ENTITIES.search(text):
        raise _refused(f"“{name[:80]}” declares entities of its own, which no PowerPoint file needs. Save the template again with PowerPoint.")
    _refuse_what_is_meant(name, _parsed(name, part))


def _refuse_what_is_meant(name: str, text: str) -> None:
    """Looks at the XML as a program understands it, so that nothing hides behind the numbers of its characters."""
    if RUNS.search(text) or ((name == EXPECTED[0] or name.endswith(".rels")) and OBJECTS.search(text)):
        raise _refused(_words_of(name))
    if name.endswith(".rels") and OUTSIDE.search(text):
        raise _refused(
            f"The template leads out of itself (“{name[:80]}”): a link or a picture that lies elsewhere. Remove its links and save it again."
        )


def _words_of(name: str) -> str:
    return f"The template holds a macro, a control or an object of another program (“{name[:80]}”). Save it as .pptx without them."


def _text(name: str, part: bytes) -> str:
    """The XML as text; only the two encodings that office programs write."""
    declared = ENCODING.match(part.lstrip(b"\xef\xbb\xbf"))
    if declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii"):
        raise _refused(f"“{name[:80]}” is not written in UTF-8. Save the template again with PowerPoint.")
    try:
        return part.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(f"“{name[:80]}” is not written in UTF-8. Save the template again with PowerPoint.") from error


def _parsed(name: str, part: bytes) -> str:
    """The XML read once without resolving anything, and written anew. Raises TemplateRefused where it is broken or endless."""
    try:
        root = parse_xml(part)
    except SyntaxError as error:
        raise _refused(f"“{name[:80]}” is broken ({str(error)[:120]}). Open the template in PowerPoint and save it again.") from error
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise _refused(f"“{name[:80]}” has more than {MOST_ELEMENTS:,} elements. Remove slides and save the template again.")
    return str(etree.tostring(root, encoding="unicode"))


def _opened(parts: Mapping[str, bytes]) -> Opened:
    """The presentation from what was looked at, and from nothing else. A .potx is opened as the presentation that it would start."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as file:
        for name, part in parts.items():
            file.writestr(name, part.replace(OF_TEMPLATES, OF_PRESENTATIONS) if name == EXPECTED[0] else part)
    return Presentation(buffer)


def _emptied(opened: Opened) -> None:
    """Takes away slides and whatever only they need."""
    listed = opened.part._element
    for slide in list(() if listed.sldIdLst is None else listed.sldIdLst):
        opened.part.drop_rel(slide.rId)
        listed.sldIdLst.remove(slide)
    for tag in ("extLst", "custShowLst", "custDataLst", "smartTags", "modifyVerifier", "photoAlbum", "handoutMasterIdLst"):
        for old in listed.findall("{http://schemas.openxmlformats.org/presentationml/2006/main}" + tag):
            listed.remove(old)
    without(opened, *NOT_KEPT, "slide")


def _usable(opened: Opened) -> None:
    """Refuses a template on which nothing could stand."""
    layouts = list(opened.slide_layouts)
    sides = (opened.slide_width, opened.slide_height)
    kinds = [one.placeholder_format.type for layout in layouts for one in list(cast(Any, layout.placeholders))]
    masters = [link.reltype.rpartition("/")[2] for master in opened.slide_masters for link in master.part.rels.values()]
    if not layouts or not kinds or "theme" not in masters:
        raise _refused("The template has no layout with a theme to build slides on. Add a slide master with a layout and save it again.")
    if any(side is None or not SMALLEST_SIDE <= side <= LARGEST_SIDE for side in sides):
        raise _refused("The slides of the template have no usable size. Set it to 16:9 or 4:3 and save the template again.")
    if min(sides[0] or 1, sides[1] or 1) * 3 < max(sides[0] or 1, sides[1] or 1):
        raise _refused("The slides of the template are more than three times as long as wide. Set their size to 16:9 or 4:3.")


def _refused(words: str) -> TemplateRefused:
    return TemplateRefused(f"{words} {WAY_OUT}")
