"""Our own template: python-pptx's default rewritten once with our theme, one master and seven layouts of real placeholders; knows no slide."""

from functools import cache
from io import BytesIO
from typing import Any, Final

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Opened
from pptx.util import Inches

from dashboard.exports.slides import boxes, markup, theme
from dashboard.exports.slides.boxes import LAYOUTS, LEFT, Box
from dashboard.exports.slides.markup import SLIDE_NUMBER, element, line, shade, transform

TABLE_STYLE: Final = "{6E1B2C6A-7D0B-4E5B-9C55-3A1B0C2D4E5F}"
PROMPTS: Final = {
    boxes.TITLE_AT: "The takeaway, one sentence, two lines at most", boxes.BASIS_AT: "Basis · scope · currency · as of",
    boxes.NAME_AT: "Name", boxes.TABLE_AT: "Table", boxes.CHART_AT: "Chart", boxes.SECOND_CHART_AT: "Chart", boxes.PICTURE_AT: "Picture",
    boxes.NOTES_AT: "Notes", boxes.SECOND_NOTES_AT: "Question", boxes.SOURCE_AT: "Source · address",
}  # fmt: skip
KINDS: Final = {boxes.TABLE_AT: "tbl", boxes.CHART_AT: "chart", boxes.SECOND_CHART_AT: "chart", boxes.PICTURE_AT: "pic"}
SIZES: Final = {boxes.TITLE_AT: 26, boxes.BASIS_AT: 14, boxes.NAME_AT: 14, boxes.NOTES_AT: 16, boxes.SECOND_NOTES_AT: 16, boxes.SOURCE_AT: 12}
QUIET: Final = frozenset({boxes.BASIS_AT, boxes.NAME_AT, boxes.SOURCE_AT})
OPENING_SIZE: Final = 40
LOW: Final = frozenset((layout, boxes.NOTES_AT) for layout in (boxes.CHART_AND_TABLE, boxes.HALF_CHART_AND_TABLE, boxes.PICTURE_AND_TABLE))
SMALL_NOTES: Final = frozenset({boxes.CHART_AND_TABLE, boxes.HALF_CHART_AND_TABLE, boxes.PICTURE_AND_TABLE})
BODY: Final = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr>'


@cache
def _made() -> bytes:
    """The template as a file, made once a process."""
    opened = Presentation()
    opened.slide_width, opened.slide_height = Inches(13.333), Inches(7.5)
    opened.part._element.sldSz.attrib.pop("type", None)
    master = opened.slide_master
    for layout in list(opened.slide_layouts)[len(LAYOUTS) :]:
        opened.slide_layouts.remove(layout)
    _master(master._element)
    for layout, (name, places) in zip(opened.slide_layouts, LAYOUTS.items(), strict=True):
        _layout(layout._element, name, places)
    _theme(master.part)
    with_table_style(opened)
    without(opened, "thumbnail", "printerSettings")
    target = BytesIO()
    opened.save(target)
    return target.getvalue()


def opened() -> Opened:
    """A fresh copy of our template without slides."""
    return Presentation(BytesIO(_made()))


def with_table_style(opened: Opened) -> None:
    """Adds our style of tables, made of the theme's colours, beside those that the presentation has."""
    part = next((link.target_part for link in opened.part.rels.values() if link.reltype == RELATIONSHIP_TYPE.TABLE_STYLES), None)
    if part is None:
        empty = f'<a:tblStyleLst {markup.SPACES} def="{TABLE_STYLE}"/>'.encode()
        part = Part(PackURI("/ppt/tableStyles.xml"), CONTENT_TYPE.PML_TABLE_STYLES, opened.part.package, empty)
        opened.part.relate_to(part, RELATIONSHIP_TYPE.TABLE_STYLES)
    styles = parse_xml(part.blob)
    if not any(one.get("styleId") == TABLE_STYLE for one in styles):
        styles.append(element(_table_style()))
        part._blob = serialize_part_xml(styles)


def without(opened: Opened, *kinds: str) -> None:
    """Drops what the package or the presentation leads to under these kinds of relation."""
    for owner in (opened.part, opened.part.package):
        for name, link in list(owner._rels.items()):
            if link.reltype.rpartition("/")[2] in kinds:
                owner._rels.pop(name)


def _table_style() -> str:
    thin, thick = line("bg1 85", 0.75), line("tx1", 1)
    words = '<a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef><a:schemeClr val="tx1"/>'
    return (
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Briefing"><a:wholeTbl><a:tcTxStyle>{words}</a:tcTxStyle><a:tcStyle><a:tcBdr>'
        f"<a:bottom>{thin}</a:bottom><a:insideH>{thin}</a:insideH></a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        f'<a:lastRow><a:tcTxStyle b="on">{words}</a:tcTxStyle><a:tcStyle><a:tcBdr><a:top>{thick}</a:top></a:tcBdr></a:tcStyle></a:lastRow>'
        f'<a:firstRow><a:tcTxStyle b="on">{words}</a:tcTxStyle><a:tcStyle><a:tcBdr><a:bottom>{thick}</a:bottom></a:tcBdr></a:tcStyle></a:firstRow>'
        "</a:tblStyle>"
    )


def _theme(master: Any) -> None:
    part = master.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = parse_xml(part.blob)
    theme.write(root)
    part._blob = serialize_part_xml(root)


def _master(root: Any) -> None:
    """The master's own placeholders and the styles of text that all layouts begin from."""
    shapes = root.find(".//" + _p("spTree"))
    _emptied(shapes)
    shapes.append(_placeholder(2, "Title", 'type="title"', boxes.TITLE, "Title", 26))
    shapes.append(_placeholder(3, "Text", 'type="body" idx="1"', boxes.CONTENT, "Text", 16))
    shapes.append(_number(5, 'type="sldNum" idx="4"'))
    styles = root.find(_p("txStyles"))
    root.replace(styles, element(_text_styles()))


def _layout(root: Any, name: str, places: Any) -> None:
    """Two rules, then every placeholder in reading order, the source and the number."""
    root.attrib.pop("type", None)
    root.set("preserve", "1")
    root.find(_p("cSld")).set("name", name)
    shapes = root.find(".//" + _p("spTree"))
    _emptied(shapes)
    shapes.append(_rule(90, 0.38, "tx1", 3 if name == boxes.OPENING else 1))
    shapes.append(_rule(91, 6.8, "bg1 85", 0.75))
    for number, (at, box) in enumerate({**places, boxes.SOURCE_AT: boxes.SOURCE}.items(), 2):
        kind = "ctrTitle" if name == boxes.OPENING and at == boxes.TITLE_AT else "title" if at == boxes.TITLE_AT else KINDS.get(at, "body")
        index = "" if at == boxes.TITLE_AT else f' idx="{at}"'
        size = _size(name, at)
        anchor = "b" if (name, at) in LOW or (at == boxes.TITLE_AT and name != boxes.OPENING) else "t"
        shapes.append(_placeholder(number, PROMPTS[at], f'type="{kind}"{index} hasCustomPrompt="1"', box, PROMPTS[at], size, at in QUIET, anchor))
    shapes.append(_number(40, f'type="sldNum" idx="{boxes.NUMBER_AT}"'))


def _size(layout: str, at: int) -> int:
    if at == boxes.TITLE_AT and layout == boxes.OPENING:
        return OPENING_SIZE
    if at == boxes.NOTES_AT and layout in SMALL_NOTES:
        return 12 if layout == boxes.PICTURE_AND_TABLE else 14
    return SIZES.get(at, 12)


def _emptied(shapes: Any) -> None:
    """Leaves a tree of shapes with nothing but its own properties."""
    for shape in list(shapes)[2:]:
        shapes.remove(shape)


def _placeholder(number: int, name: str, kind: str, box: Box, prompt: str, size: int, quiet: bool = False, anchor: str = "t") -> Any:
    ink = shade("tx2" if quiet else "tx1")
    gap = 6 if size == SIZES[boxes.NOTES_AT] or size == OPENING_SIZE else 0
    return element(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/>'
        "</p:nvPr></p:nvSpPr>"
        f'<p:spPr>{transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>{BODY.format(anchor=anchor)}'
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="l"><a:spcBef><a:spcPts val="{gap * 100}"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{size * 100}"><a:solidFill>{ink}</a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
        f"<a:p><a:r><a:rPr/><a:t>{prompt}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _number(number: int, kind: str) -> Any:
    return element(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/>'
        "</p:nvPr></p:nvSpPr>"
        f'<p:spPr>{transform(boxes.NUMBER)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>{BODY.format(anchor="t")}'
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="r"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="1200">'
        f"<a:solidFill>{shade('tx2')}</a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>{SLIDE_NUMBER}</p:txBody></p:sp>"
    )


def _rule(number: int, top: float, token: str, points: float) -> Any:
    return element(
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name="Rule {number}"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
        f'<p:spPr>{transform(Box(LEFT, top, boxes.CONTENT_WIDTH, 0))}<a:prstGeom prst="line"><a:avLst/>'
        f"</a:prstGeom>{line(token, points)}</p:spPr></p:cxnSp>"
    )


def _text_styles() -> str:
    title = _level(1, 26, "tx1", "mj", 0, 100)
    levels = "".join(_level(number, 16 if number == 1 else 14, "tx1" if number == 1 else "tx2", "mn", 600, 105) for number in range(1, 6))
    return (
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{_level(1, 14, 'tx1', 'mn', 0, 100)}</p:otherStyle></p:txStyles>"
    )


def _level(number: int, size: int, ink: str, font: str, before: int, spacing: int) -> str:
    return (
        f'<a:lvl{number}pPr marL="0" indent="0" algn="l"><a:lnSpc><a:spcPct val="{spacing}000"/></a:lnSpc><a:spcBef>'
        f'<a:spcPts val="{before}"/></a:spcBef>'
        f'<a:buNone/><a:defRPr sz="{size * 100}" kern="1200"><a:solidFill>{shade(ink)}</a:solidFill><a:latin typeface="+{font}-lt"/>'
        f'<a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr></a:lvl{number}pPr>'
    )


def _p(name: str) -> str:
    return "{http://schemas.openxmlformats.org/presentationml/2006/main}" + name
