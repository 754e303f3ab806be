"""JSON wraps the rows in what they are."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from dashboard.exports import as_json, tables
from tests.dashboard.conftest import Ask
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


def test_units_publications_and_addresses_are_whole(two_countries: Path, ask: Ask) -> None:
    shown = tables.list_table("ledger", ask("currency=EUR"), "https://our.example")
    found = json.loads(b"".join(as_json.stream(shown)))
    units = found["units"]
    assert (units["amount"], units["converted"], units["announced_on"]) == ("units of the row’s own currency", "EUR", "day")
    assert "key" not in units
    assert found["address"].startswith("https://our.example/ledger/?currency=EUR")
    named = found["publications"]["named"]
    assert found["publications"]["number"] == len({row["source"] for row in found["rows"]}) == len(named)
    assert sum(one["rests"] for one in named) == len(found["rows"])
    assert set(named[0]) == {"publisher", "title", "address", "published", "tier", "rests"}
