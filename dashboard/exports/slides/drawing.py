"""The XML of a native chart: stacked bars or columns, or lines, in the colours of the theme; knows no slide and no rows of the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from xlsxwriter.utility import xl_col_to_name

from dashboard.charts.native import Native, Series
from dashboard.exports.slides import axes, fitting, numbers, sheet, theme
from dashboard.exports.slides.boxes import Box
from dashboard.exports.slides.labels import LABEL_SIZE, labels, type_of
from dashboard.exports.slides.markup import SPACES, quoted, shade, written

LABEL_HEIGHT: Final = 0.2  # inches
MANY: Final = 6  # bars; fewer are set further apart, so that they do not look like blocks
WIDE_GAP: Final = 110
GAP: Final = 38  # percent of a bar's width, between two of them
UNDRAWN: Final = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as python-pptx asks for it: its XML, and the workbook behind it."""

    native: Native
    about: Sequence[tuple[str, str]]
    box: Box

    def xml_bytes(self, _kind: object) -> bytes:
        """The chart's XML."""
        return xml(self.native, self.box).encode()

    @property
    def _workbook_writer(self) -> "Drawing":
        return self

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook behind the chart."""
        return sheet.workbook(self.native, self.about)


def xml(native: Native, box: Box) -> str:
    """The whole chart; `box` is where it will lie, in inches."""
    names = categories(native)
    series = [_series(one, place, names, native, box) for place, one in enumerate(native.series)]
    if sheet.has_totals(native):
        series.append(_totals(native, len(series), names, box))
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {SPACES}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea>{axes.layout(native, names, box)}{_plot(native, "".join(series))}'
        f"{axes.both(native, names, box)}</c:plotArea>"
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{type_of(LABEL_SIZE, "tx1")}</c:chartSpace>'
    )


def categories(native: Native) -> list[str]:
    """The names beside the marks; the words of the total join them where no mark can carry them."""
    sums = sheet.totals(native)
    said = native.totals or ("",) * len(native.categories)
    if native.hundred_percent:
        return [written(f"{name} ({words})" if words else name) for name, words in zip(native.categories, said, strict=True)]
    return [
        written(f"{name}: {words}" if known is None and words else name) for name, known, words in zip(native.categories, sums, said, strict=True)
    ]


def _plot(native: Native, series: str) -> str:
    pair = f'<c:axId val="{axes.CATEGORY}"/><c:axId val="{axes.VALUE}"/>'
    if native.kind == "lines":
        return f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{pair}</c:lineChart>'
    direction = "bar" if native.kind == "bars" else "col"
    grouping, gap = (
        "percentStacked" if native.hundred_percent else "stacked",
        0 if axes.alone(native) else GAP if len(native.categories) >= MANY else WIDE_GAP,
    )
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}<c:gapWidth val="{gap}"/>'
        f'<c:overlap val="100"/>{pair}</c:barChart>'
    )


def _series(series: Series, place: int, names: list[str], native: Native, box: Box) -> str:
    if native.kind == "lines":
        paint, more = _line(series), '<c:smooth val="0"/>'
        said = labels(series.labels, series.values, "t", "tx1", bold=False)
    else:
        paint = f"<c:spPr>{theme.fill(series.token, series.pattern, series.open_end)}</c:spPr>" if series.drawn else UNDRAWN
        paint, more = paint + '<c:invertIfNegative val="0"/>', ""
        said = labels(
            _with_space(series, native, names, box), series.values, "ctr", theme.on(series.token, series.open_end, series.pattern), bold=True
        )
    name = series.name if series.drawn else f"{sheet.NOT_DRAWN}{series.name}"
    return f"<c:ser>{_head(place, name)}{paint}{said}{_cells(place, names, series.values)}{more}</c:ser>"


def _with_space(series: Series, native: Native, names: list[str], box: Box) -> list[str]:
    """The words in the marks that are large enough to hold them."""
    inches = axes.inches_of(series, native, names, box)
    needed = [fitting.width(words, LABEL_SIZE, True) if native.kind == "bars" else LABEL_HEIGHT for words in series.labels]
    return [words if room >= least else "" for words, room, least in zip(series.labels, inches, needed, strict=False)]


def _line(series: Series) -> str:
    """A line of two points with a round mark on each value."""
    if not series.drawn:
        return '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>'
    ink = theme.colour(series.token)
    dash = '<a:prstDash val="sysDash"/>' if series.open_end or series.pattern else ""
    return (
        f'<c:spPr><a:ln w="28575" cap="rnd"><a:solidFill>{ink}</a:solidFill>{dash}<a:round/></a:ln></c:spPr><c:marker>'
        '<c:symbol val="circle"/><c:size val="6"/>'
        f'<c:spPr><a:solidFill>{ink}</a:solidFill><a:ln w="6350"><a:solidFill>{shade("tx1")}</a:solidFill></a:ln></c:spPr></c:marker>'
    )


def _totals(native: Native, place: int, names: list[str], box: Box) -> str:
    """A last series that is not drawn and only carries the words past the end of each stack."""
    values = sheet.totals(native)
    said = labels(_with_room(native, values, box), values, "inBase", "tx1", bold=True)
    return f'<c:ser>{_head(place, sheet.TOTAL)}{UNDRAWN}<c:invertIfNegative val="0"/>{said}{_cells(place, names, values)}</c:ser>'


def _with_room(native: Native, values: Sequence[Decimal | None], box: Box) -> list[str]:
    """The words of the totals; of columns that stand closer than their words, those of every second or third and of the highest."""
    if native.kind == "bars":
        return list(native.totals)
    words, count, last = native.totals, len(native.categories), len(native.totals) - 1
    if axes.step_of(words, count, box) > 1:
        words = numbers.shortened(words, tuple(values))
    every, highest = axes.step_of(words, count, box), max((value for value in values if value is not None), default=None)
    return [said if (last - at) % every == 0 or values[at] == highest else "" for at, said in enumerate(words)]


def _head(place: int, name: str) -> str:
    return (
        f'<c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>{sheet.FIRST_SHEET}!${xl_col_to_name(place + 1)}$1</c:f><c:strCache>'
        '<c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{quoted(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def _cells(place: int, names: list[str], values: Sequence[Decimal | None]) -> str:
    """Categories and values with the cells that they come from; an unknown value has no point."""
    last = len(names) + 1
    texts = "".join(f'<c:pt idx="{at}"><c:v>{quoted(name)}</c:v></c:pt>' for at, name in enumerate(names))
    points = "".join(f'<c:pt idx="{at}"><c:v>{value:f}</c:v></c:pt>' for at, value in enumerate(values) if value is not None)
    return (
        f'<c:cat><c:strRef><c:f>{sheet.FIRST_SHEET}!$A$2:$A${last}</c:f><c:strCache><c:ptCount val="{len(names)}"/>{texts}</c:strCache>'
        "</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{sheet.FIRST_SHEET}!${xl_col_to_name(place + 1)}$2:${xl_col_to_name(place + 1)}${last}</c:f><c:numCache>"
        "<c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef></c:val>'
    )
