"""An address that cannot be used is answered in words, with the rest of its filters kept."""

from pathlib import Path

import pytest
from django.test import Client

ADDRESSES = (
    "/",
    "/initiatives/",
    "/countries/",
    "/organizations/",
    "/commentary/",
    "/ledger/",
    "/charts/funding-by-country/",
    "/charts/funding-map.csv",
    "/ledger.xlsx",
)
BAD = (
    "basis=comitted",
    "country=Atlantis",
    "from=2025-02-30",
    "min=lots",
    "page=-1",
    "currency=YEN",
    "q=%00",
    f"q={'x' * 1000}",
    "kind=compyte",
    "as_of=never",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_public_address_refuses_in_words(two_countries: Path, client: Client, address: str) -> None:
    for bad in BAD:
        answer = client.get(f"{address}?{bad}&origin=public")
        assert answer.status_code == 400, bad
        text = answer.content.decode()
        assert "“" in text
        assert "origin=public" in text
        assert "Traceback" not in text


def test_a_program_gets_a_body_it_can_read(two_countries: Path, client: Client) -> None:
    answer = client.get("/charts/funding-by-country.json?basis=comitted&origin=public")
    body = answer.json()
    assert answer["Content-Type"] == "application/problem+json"
    assert body["problems"][0]["field"] == "basis"
    assert body["problems"][0]["allowed"] == ["headline", "announced", "budgeted", "committed", "disbursed"]
    assert body["kept"] == "origin=public"


def test_what_was_typed_is_shown_and_never_run(two_countries: Path, client: Client) -> None:
    text = client.get("/initiatives/?kind=<script>alert(1)</script>").content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text
