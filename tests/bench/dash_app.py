"""The peer in Plotly Dash: two choices, stacked bars of counted funding by country, the newest initiatives; runs in an environment of its own."""

import os
import sqlite3
from typing import Any

import plotly.graph_objects as go
from dash import Dash, Input, Output, dash_table, dcc, html

ORIGINS = ["public", "private", "mixed", "unknown"]
COLUMNS = ["name", "country", "kind", "status", "announced"]
MONEY = """SELECT i.country, f.origin, SUM(f.net_usd) / 1e9 FROM funding f JOIN initiatives i ON i.id = f.initiative_id
WHERE f.stage <> 'pledged' AND f.scope = 'ai' AND (?1 IS NULL OR i.country = ?1) AND (?2 IS NULL OR f.origin = ?2) GROUP BY 1, 2"""
NEWEST = f"SELECT {','.join(COLUMNS)} FROM initiatives WHERE ?1 IS NULL OR country = ?1 ORDER BY announced DESC LIMIT 50"


def rows(sql: str, *values: str | None) -> list[tuple[Any, ...]]:
    """The rows of one statement over the measured record."""
    database = sqlite3.connect(f"file:{os.environ['RECORD']}?mode=ro", uri=True)
    try:
        return database.execute(sql, values).fetchall()
    finally:
        database.close()


app = Dash(__name__, title="Funding by country")
server = app.server
app.layout = html.Div(
    [
        html.H1("Funding by country"),
        dcc.Dropdown([code for (code,) in rows("SELECT DISTINCT country FROM initiatives ORDER BY 1")], id="country", placeholder="every country"),
        dcc.Dropdown(ORIGINS, id="origin", placeholder="every origin"),
        dcc.Graph(id="chart"),
        dash_table.DataTable(id="table", columns=[{"name": column, "id": column} for column in COLUMNS]),
    ]
)


def show(country: str | None, origin: str | None) -> tuple[Any, list[dict[str, Any]]]:
    """The figure and the table of one choice."""
    money, total = rows(MONEY, country, origin), dict[str, float]()
    for code, _, amount in money:
        total[code] = total.get(code, 0) + amount
    order = sorted(total, key=lambda code: total[code], reverse=True)
    parts = {one: {code: amount for code, other, amount in money if other == one} for one in ORIGINS if origin in (None, one)}
    figure = go.Figure([go.Bar(name=one, x=order, y=[part.get(code, 0) for code in order]) for one, part in parts.items()])
    title = f"US$ {sum(total.values()):,.1f} bn, {country or 'every country'}, {origin or 'every origin'}"
    figure.update_layout(barmode="stack", title=title, yaxis_title="US$ bn")
    return figure, [dict(zip(COLUMNS, row, strict=True)) for row in rows(NEWEST, country)]


app.callback(Output("chart", "figure"), Output("table", "data"), Input("country", "value"), Input("origin", "value"))(show)
