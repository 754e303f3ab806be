"""JSON wraps the rows in what they are."""

import json
from datetime import date
from decimal import Decimal

from dashboard.exports import as_json
from tests.dashboard.exports.worlds import table


def test_the_rows_stand_in_their_heading() -> None:
    rows = [("Türkiye", Decimal("0.5"), date(2025, 12, 21)), ("Japan", Decimal(10**12), None)]
    found = json.loads(b"".join(as_json.stream(table("country total day", rows))))
    assert found["rows"] == [{"country": "Türkiye", "total": 0.5, "day": "2025-12-21"}, {"country": "Japan", "total": 10**12, "day": None}]
    assert {"title", "question", "filters", "basis", "currency", "as_of", "edition", "sources", "rows"} <= found.keys()
    assert (found["basis"], found["currency"], found["as_of"], found["edition"], found["sources"]) == (
        "announced",
        "USD",
        "2026-07-03",
        7,
        ["A bank"],
    )


def test_no_rows_is_an_empty_list() -> None:
    assert json.loads(b"".join(as_json.stream(table("country", []))))["rows"] == []


def test_many_rows_come_in_pieces_that_join() -> None:
    pieces = list(as_json.stream(table("number", ((number,) for number in range(1_201)))))
    assert len(pieces) == 3
    assert [row["number"] for row in json.loads(b"".join(pieces))["rows"]] == list(range(1_201))
