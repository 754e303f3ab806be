"""The axes of a native chart and the room inside it, so that names and figures fit in every office program; knows no rows of the record."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from math import ceil
from typing import Final

from dashboard.charts.native import Native, Series
from dashboard.exports.slides import fitting, numbers
from dashboard.exports.slides.boxes import Box
from dashboard.exports.slides.labels import LABEL_SIZE, type_of
from dashboard.exports.slides.markup import quoted, shade
from initiatives.formats import MINUS

NAMES_SHARE: Final = 0.36  # of the width, at most, for the names beside the bars
COLUMN_ROOM: Final = Decimal("0.14")  # of the height, free above the highest column
LEAST_ROOM: Final = Decimal("0.02")
TICKS_AT_MOST, COLUMN_TICKS = 5, 6
PLOT_SHARE: Final = 0.9  # of its room that a plot fills at least
LONGEST_WORD: Final = 1.2  # inches; a longer one is broken
ZERO: Final = Decimal(0)
CATEGORY, VALUE = 111111111, 222222222
TICKS: Final = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
GRID: Final = f'<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill>{shade("bg1 85")}</a:solidFill></a:ln></c:spPr></c:majorGridlines>'


def layout(native: Native, names: Sequence[str], box: Box) -> str:
    """The inner plot; names and figures stand around it."""
    if alone(native):
        left = top = right = bottom = 0.0
    elif native.kind == "bars":
        left, top = _names_width(names, box) / box.width, 0.28 / box.height
        right, bottom = 0.01 + 0.2 / box.width, 0.06 / box.height
    else:
        left, top = 0.85 / box.width, 0.12 / box.height
        upright = step_of_names(names, box) > 1
        under = max(fitting.width(name, LABEL_SIZE) for name in names) if upright else 0.2 * min(_lines_of_names(names, box), 3)
        right, bottom = 0.01, (0.14 + under) / box.height
    place = f'<c:x val="{left:.4f}"/><c:y val="{top:.4f}"/><c:w val="{1 - left - right:.4f}"/><c:h val="{1 - top - bottom:.4f}"/>'
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    return f"<c:layout><c:manualLayout>{modes}{place}</c:manualLayout></c:layout>"


def alone(native: Native) -> bool:
    """Whether it is a single lying bar, which needs no axes: its words stand on it."""
    return native.kind == "bars" and len(native.categories) == 1 and not native.totals


def both(native: Native, names: Sequence[str], box: Box) -> str:
    """The axis of names, then the axis of values."""
    return _names_axis(native, names, box) + _value_axis(native, names, box)


def _names_axis(native: Native, names: Sequence[str], box: Box) -> str:
    lying = native.kind == "bars"
    order, side = ("maxMin", "l") if lying else ("minMax", "b")
    skip = 1 if lying else step_of_names(names, box)
    place = f'<c:delete val="{int(alone(native))}"/><c:axPos val="{side}"/>'
    line = f'<c:spPr><a:ln w="9525"><a:solidFill>{shade("tx1")}</a:solidFill></a:ln></c:spPr>'
    return (
        f'<c:catAx><c:axId val="{CATEGORY}"/><c:scaling><c:orientation val="{order}"/></c:scaling>{place}'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{TICKS}<c:tickLblPos val="low"/>{line}{type_of(LABEL_SIZE, "tx1", upright=skip > 1)}'
        f'<c:crossAx val="{VALUE}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>'
        f'<c:tickLblSkip val="{skip}"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _value_axis(native: Native, names: Sequence[str], box: Box) -> str:
    form, limits, unit = _scale(native, names, box)
    place = f'<c:delete val="{int(alone(native))}"/><c:axPos val="{"b" if native.kind == "bars" else "l"}"/>{"" if alone(native) else GRID}'
    return (
        f'<c:valAx><c:axId val="{VALUE}"/><c:scaling><c:orientation val="minMax"/>{limits}</c:scaling>'
        f'{place}<c:numFmt formatCode="{quoted(form)}" sourceLinked="0"/>{TICKS}'
        f'<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{type_of(LABEL_SIZE, "tx2")}<c:crossAx val="{CATEGORY}"/>'
        f'<c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="{unit}"/></c:valAx>'
    )


def _scale(native: Native, names: Sequence[str], box: Box) -> tuple[str, str, str]:
    """The format of the marks, the XML of both ends, and the step."""
    if native.hundred_percent:
        return "0%", '<c:max val="1"/><c:min val="0"/>', "0.25"
    if native.years:
        first, last = native.years
        return "0", f'<c:max val="{last}"/><c:min val="{first}"/>', str(numbers.years_step(first, last))
    lowest, highest = _ends(native)
    if alone(native):
        return numbers.PLAIN, f'<c:max val="{highest:f}"/><c:min val="0"/>', f"{highest or 1:f}"
    top, step = numbers.reach(highest, _room(native, names, box), TICKS_AT_MOST if native.kind == "bars" else COLUMN_TICKS)
    low = (lowest / step).to_integral_value(ROUND_FLOOR) * step
    words = (*native.totals, *(label for series in native.series for label in series.labels))
    form = numbers.axis_format(words, step, top)
    return f"{form};{form}" if _without_signs(native) else form, f'<c:max val="{top:f}"/><c:min val="{low:f}"/>', f"{step:f}"


def inches_of(series: Series, native: Native, names: Sequence[str], box: Box) -> list[float]:
    """How long each mark of a series will be."""
    if native.hundred_percent:
        whole = [sum((abs(one.values[place] or ZERO) for one in native.series), ZERO) for place in range(len(native.categories))]
    else:
        lowest, highest = _ends(native)
        whole = [highest * (1 + _room(native, names, box)) - lowest] * len(native.categories)
    length = box.width - _names_width(names, box) if native.kind == "bars" else box.height
    return [float(abs(value or ZERO) / (one or 1)) * length * PLOT_SHARE for value, one in zip(series.values, whole, strict=True)]


def _without_signs(native: Native) -> bool:
    """Whether what lies below zero is labelled without a minus, as what stands against something is."""
    below = [(one, place) for one in native.series for place, value in enumerate(one.values) if value is not None and value < 0]
    return any(one.labels for one, _ in below) and not any(MINUS in one.labels[place] for one, place in below if one.labels)


def _ends(native: Native) -> tuple[Decimal, Decimal]:
    """How far the marks reach below and above zero, what only lifts included."""
    stacks = [[one.values[place] or Decimal(0) for one in native.series] for place in range(len(native.categories))]
    if native.kind == "lines":
        return min((min(stack, default=ZERO) for stack in stacks), default=ZERO), max((max(stack, default=ZERO) for stack in stacks), default=ZERO)
    lowest = min((sum((min(value, ZERO) for value in stack), ZERO) for stack in stacks), default=ZERO)
    return lowest, max((sum((max(value, ZERO) for value in stack), ZERO) for stack in stacks), default=ZERO)


def _room(native: Native, names: Sequence[str], box: Box) -> Decimal:
    """The share of the axis that the words past the stacks need."""
    if native.kind != "bars":
        return COLUMN_ROOM if native.totals or native.kind == "lines" else LEAST_ROOM
    longest = max((fitting.width(words, LABEL_SIZE, True) for words in native.totals), default=0.0)
    plot = box.width - _names_width(names, box)
    return Decimal(str(round(min(longest / max(plot - longest, 0.5), 0.6), 3))) + LEAST_ROOM


def _names_width(names: Sequence[str], box: Box) -> float:
    return min(max((fitting.width(name, LABEL_SIZE) for name in names), default=0.0) + 0.12, box.width * NAMES_SHARE)


def _lines_of_names(names: Sequence[str], box: Box) -> int:
    room = (box.width - 0.9) / max(len(names), 1) * step_of_names(names, box)
    return max((fitting.lines(name, room * 0.92, LABEL_SIZE) for name in names), default=1)


def step_of_names(names: Sequence[str], box: Box) -> int:
    """Of standing columns every name is written where there is room for its longest word, else every second or third, which stand upright."""
    return step_of([word for name in names for word in name.split(" ")], len(names), box)


def step_of(words: Sequence[str], columns: int, box: Box) -> int:
    """At every how many columns such words have room beside each other."""
    room = (box.width - 0.9) / max(columns, 1)
    longest = max((fitting.width(word, LABEL_SIZE) for word in words), default=0.0)
    return max(1, ceil(min(longest, LONGEST_WORD) / room))
