"""A native chart with its key at a place of a slide; knows no record."""

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Emu

from dashboard.exports.slides import key
from dashboard.exports.slides.drawing import Drawing
from dashboard.exports.slides.layouts import Stage
from dashboard.exports.slides.markup import written
from dashboard.exports.slides.values import DrawnChart


def put(stage: Stage, at: int, chart: DrawnChart) -> None:
    """The key at the top of the place, and under it the chart with its sheet."""
    box = stage.places[at]
    box = box.lowered(key.put(stage.slide, chart.native, chart.name, box))
    drawing: Any = Drawing(chart.native, chart.about, box)
    placeholder = stage.placeholder(at)
    kind = XL_CHART_TYPE.BAR_STACKED
    frame: Any = (
        stage.slide.shapes.add_chart(kind, *(Emu(one) for one in box.emu()), drawing)
        if placeholder is None
        else placeholder.insert_chart(kind, drawing)
    )
    frame.left, frame.top, frame.width, frame.height = (Emu(one) for one in box.emu())
    properties = frame._element.nvGraphicFramePr.cNvPr
    properties.set("name", written(chart.name))
    properties.set("descr", written(chart.alt))
