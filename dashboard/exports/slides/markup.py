"""Pieces of the XML that presentations are written in, and text made safe for them; knows no slide."""

import re
from html import escape
from typing import Any, Final

from pptx.oxml import parse_xml

from dashboard.exports.slides.boxes import Box
from initiatives import text

SPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
# What XML 1.0 cannot hold at all, and the half characters that no file can.
UNWRITABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# python-pptx writes these escapes of Excel's as the characters they stand for, control characters among them.
ESCAPES: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


def written(words: str) -> str:
    """Text from anywhere as an office file can hold it: one line, no control character, no override of direction, never an escape."""
    plain = text.clean(UNWRITABLE.sub("", words)).text
    return ESCAPES.sub("_x\\1\u200b_", " ".join(plain.replace("\u00a0", "\ue000").split()).replace("\ue000", "\u00a0"))


def quoted(words: str) -> str:
    """The same as an attribute or content of XML."""
    return escape(written(words), quote=True)


def element(xml: str) -> Any:
    """One element with the usual prefixes."""
    return parse_xml(xml.replace(">", f" {SPACES}>", 1) if not xml.partition(">")[0].endswith("/") else xml.replace("/>", f" {SPACES}/>", 1))


def shade(token: str) -> str:
    """A colour of the theme: `tx1`, or `accent5 60 40` with parts of light kept and added in percent."""
    name, *light = token.split()
    if not light:
        return f'<a:schemeClr val="{name}"/>'
    kept, *added = light
    more = f'<a:lumOff val="{int(added[0]) * 1000}"/>' if added else ""
    return f'<a:schemeClr val="{name}"><a:lumMod val="{int(kept) * 1000}"/>{more}</a:schemeClr>'


def line(token: str, points: float) -> str:
    """A line of so many points in a colour of the theme."""
    return f'<a:ln w="{round(points * 12700)}"><a:solidFill>{shade(token)}</a:solidFill></a:ln>'


def transform(box: Box) -> str:
    """Where a shape lies."""
    left, top, width, height = box.emu()
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


SLIDE_NUMBER: Final = '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld></a:p>'
