"""A reader with a browser of their own, and the builder's fields."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

Fields = dict[str, Any]


@pytest.fixture
def fields(two_countries: Path) -> Fields:
    """What the form of a small briefing sends."""
    return {
        "title": "Who pays in the north?", "note": "", "basis": "announced", "scope": "ai", "currency": "USD", "country": ["NOR"],
        "charts": ["funding-by-country", "why-this-total"], "initiatives": ["fjord-computer"], "do": "save",
    }  # fmt: skip


@pytest.fixture
def address(client: Client, fields: Fields) -> str:
    """The address of a saved briefing."""
    return str(client.post("/briefings/", fields)["Location"])
