"""The key of a chart on a slide: small shapes of its own, because native legends cannot leave out what is not drawn; knows no rows."""

from typing import Any, Final

from dashboard.charts.native import Native, Series
from dashboard.exports.slides import fitting, theme
from dashboard.exports.slides.boxes import Box
from dashboard.exports.slides.markup import element, quoted, shade, transform

SIDE: Final = 0.15  # inches
SIZE: Final = 12  # points
ROW: Final = 0.27
GAP: Final = 0.3
UNDER: Final = 0.09  # inches between the key and the chart


def items(native: Native) -> list[Series]:
    """The series that are drawn; one alone needs no key."""
    drawn = [series for series in native.series if series.drawn and any(value for value in series.values)]
    return drawn if len(drawn) > 1 or any(series.open_end for series in drawn) else []


def put(slide: Any, native: Native, name: str, box: Box) -> float:
    """Puts the key at the top of the box. Answers with the inches that it took."""
    shown = items(native)
    if not shown:
        return 0.0
    placed, rows = _placed(shown, box)
    first = max((int(one.get("id")) for one in slide.shapes._spTree.iter("{*}cNvPr")), default=1) + 1
    shapes = "".join(_item(series, at, first + 1 + 2 * number) for number, (series, at) in enumerate(placed))
    words = ", ".join(series.name for series in shown)
    whole = Box(box.left, box.top, box.width, rows * ROW)
    left, top, width, height = whole.emu()
    frame = f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/><a:chOff x="{left}" y="{top}"/><a:chExt cx="{width}" cy="{height}"/>'
    slide.shapes._spTree.append(
        element(
            f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{first}" name="Key of {quoted(name)}" descr="Key: {quoted(words)}"/><p:cNvGrpSpPr/>'
            "<p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr><a:xfrm>{frame}</a:xfrm></p:grpSpPr>{shapes}</p:grpSp>"
        )
    )
    return rows * ROW + UNDER


def _placed(shown: list[Series], box: Box) -> tuple[list[tuple[Series, Box]], int]:
    """Each entry with its place, in rows no wider than the box."""
    placed, left, row = [], 0.0, 0
    for series in shown:
        wide = SIDE + 0.07 + fitting.width(series.name, SIZE) * 1.06 + 0.05
        if left and left + wide > box.width:
            left, row = 0.0, row + 1
        placed.append((series, Box(box.left + left, box.top + row * ROW, min(wide, box.width), ROW)))
        left += wide + GAP
    return placed, row + 1


def _item(series: Series, at: Box, number: int) -> str:
    square = Box(at.left, at.top + (ROW - SIDE) / 2, SIDE, SIDE)
    words = Box(at.left + SIDE + 0.07, at.top, at.width - SIDE - 0.07, ROW)
    plain = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    ink = f"<a:solidFill>{shade('tx1')}</a:solidFill>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Mark {number}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{transform(square)}{plain}{theme.fill(series.token, series.pattern, series.open_end)}</p:spPr>"
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB" sz="1200"/></a:p></p:txBody></p:sp>'
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number + 1}" name="Words {number}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{transform(words)}{plain}<a:noFill/></p:spPr>"
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/><a:p>'
        f'<a:r><a:rPr lang="en-GB" sz="{SIZE * 100}">{ink}</a:rPr><a:t>{quoted(series.name)}</a:t></a:r></a:p></p:txBody></p:sp>'
    )
