"""A chart for plotly.js in the reader's browser: both drawings as one JSON text; knows no request."""

import json

from dashboard import charts
from dashboard.charts import AnyChart
from dashboard.figures.theme import NAMED
from dashboard.filters import Filters


def figure_json(chart: AnyChart, filters: Filters) -> str:
    """`{"wide": figure, "narrow": figure or null, "title", "description", "tokens": {light colour: token}}`.

    The browser replaces each light colour by the page's value of its token, so that the chart follows dark mode. No format of d3 is in it: every
    number is already words."""
    rows = chart.rows(filters)
    narrow = None if chart.height_follows_width else chart.figure(rows, filters, charts.NARROW, narrow=True)
    told = {
        "wide": chart.figure(rows, filters, charts.WIDE),
        "narrow": narrow,
        "title": chart.question(filters),
        "description": chart.brief(rows, filters),
        "tokens": NAMED,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
